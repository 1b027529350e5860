import assert from 'node:assert/strict';
import { each } from '../../clause.ts';
import { clientOf } from '../../support/client.ts';
import { lookupCases } from '../../support/lookup-cases.ts';
import { toWireResponse } from '../../support/sample-responses.ts';

// Older workers have no cache that could respond, and refuse the member.
const hasCache = 'cache' in Request.prototype;

/** Proves that a lookup learns the present state of a payment. */
export const uncachedLookups = [
  each('L16', 'no cache of the runtime responds to a lookup', (subject) =>
    lookupCases(subject, ({ name, keys, method, responses: [first] }) =>
      !hasCache || method === 'POST' || !first
        ? []
        : [
            [
              name,
              async () => {
                const modes: (string | undefined)[] = [];
                const fetch = (_url: string, init: RequestInit): Promise<Response> => {
                  modes.push(init.cache);
                  const { status, headers, body } = toWireResponse(first.response);
                  return Promise.resolve(new Response(body, { status, headers }));
                };
                await clientOf(subject, { fetch }).lookup?.(keys);
                assert.deepEqual(modes, ['no-store']);
              },
            ],
          ],
    ),
  ),
];
