import assert from 'node:assert/strict';
import { successFor } from '../../support/sample-responses.ts';
import { clientOf } from '../../support/client.ts';
import { respondingTransport } from '../../support/responding-transport.ts';
import { assertUnknown } from '../../support/assert-result.ts';
import { once } from '../../clause.ts';

/** Proves that a transport is not believed to have sent nothing. */
export const transportFailures = [
  once('C9', 'a transport that answers after the abort is not believed to have sent nothing', async (subject) => {
    const caller = new AbortController();
    const transport = respondingTransport((wire) => {
      caller.abort();
      return successFor(subject, wire);
    });
    const result = await clientOf(subject, { transport }).capture(subject.request, { signal: caller.signal });
    assert.ok(result.status === 'captured' || result.status === 'unknown', `it was ${result.status}`);
  }),
  once('C10', 'a transport that fails without a word is in doubt', async (subject) => {
    const failures = [new Error('ECONNREFUSED'), undefined, null, 'ECONNREFUSED', { code: 'ECONNREFUSED' }] as Error[];
    for (const failure of failures) {
      const transport = { send: () => Promise.reject(failure) };
      assertUnknown(await clientOf(subject, { transport }).capture(subject.request));
    }
  }),
  once('C11', 'a transport that fails before it promises anything is in doubt', async (subject) => {
    const transport = {
      send: (): never => {
        throw new Error('ECONNREFUSED');
      },
    };
    assertUnknown(await clientOf(subject, { transport }).capture(subject.request));
  }),
];
