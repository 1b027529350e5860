import assert from 'node:assert/strict';
import { each } from '../../clause.ts';
import { clientOf } from '../../support/client.ts';
import { withServer } from '../../support/loopback.ts';

/** Proves that an aborted lookup is unknown. */
export const abortedLookups = [
  each('C12', 'an aborted lookup is unknown', (subject) =>
    (subject.lookup ?? []).slice(0, 1).map(({ name, keys }) => [
      name,
      async () => {
        const caller = new AbortController();
        const onRequest = (): void => {
          caller.abort();
        };
        await withServer({ onRequest }, async (server) => {
          const client = clientOf(subject, { baseUrl: server.url });
          const result = (await client.lookup?.(keys, { signal: caller.signal })) ?? assert.fail();
          assert.equal(result.status, 'unknown');
          assert.equal(result.decides, false);
          assert.equal(result.error?.code, 'aborted');
        });
      },
    ]),
  ),
];
