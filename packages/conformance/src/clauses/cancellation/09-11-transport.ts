import assert from 'node:assert/strict';
import { successFor } from '../../support/sample-responses.ts';
import { clientOf } from '../../support/client.ts';
import { respondingTransport } from '../../support/responding-transport.ts';
import { assertUnknown } from '../../support/assert-result.ts';
import { once } from '../../clause.ts';

/** Proves that only a transport that states its phase can be unsent. */
export const transportFailures = [
  once('C9', 'a transport that responds after the abort is not taken to have sent nothing', async (subject) => {
    const caller = new AbortController();
    const transport = respondingTransport((wire) => {
      caller.abort();
      return successFor(subject, wire);
    });
    const result = await clientOf(subject, { transport }).capture(subject.request, { signal: caller.signal });
    assert.ok(result.status === 'captured' || result.status === 'unknown', `it was ${result.status}`);
  }),
  once('C10', 'a transport that rejects without stating its phase is in doubt', async (subject) => {
    const failures = [new Error('ECONNREFUSED'), undefined, null, 'ECONNREFUSED', { code: 'ECONNREFUSED' }] as Error[];
    for (const failure of failures) {
      const transport = { send: () => Promise.reject(failure) };
      assertUnknown(await clientOf(subject, { transport }).capture(subject.request));
    }
  }),
  once('C11', 'a transport that throws synchronously is in doubt', async (subject) => {
    const transport = {
      send: (): never => {
        throw new Error('ECONNREFUSED');
      },
    };
    assertUnknown(await clientOf(subject, { transport }).capture(subject.request));
  }),
];
