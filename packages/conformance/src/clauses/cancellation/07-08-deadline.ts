import assert from 'node:assert/strict';
import { clientOf } from '../../support/client.ts';
import { runOverLoopback } from '../../support/loopback.ts';
import { assertUnknown } from '../../support/assert-result.ts';
import { once } from '../../clause.ts';

/** Proves that a deadline ends a call. */
export const deadlines = [
  once('C7', 'the timeout of a call overrides the client’s', async (subject) => {
    const options = { timeout: 60_000 };
    const { result } = await inTime(runOverLoopback(subject, {}, { options, call: { timeout: 150 } }));
    assert.ok(result.status === 'unsent' || result.status === 'unknown', `it was ${result.status}`);
  }),
  once('C8', 'a transport that ignores its signal is abandoned, and the outcome is unknown', async (subject) => {
    const transport = { send: () => new Promise<never>(() => undefined) };
    const result = await inTime(clientOf(subject, { transport, timeout: 20 }).capture(subject.request));
    assertUnknown(result);
    assert.equal(result.error.code, 'timeout');
  }),
];

/** Milliseconds: the limit for calls whose deadline is much shorter. */
const TOO_LONG = 5000;

/** Rejects where the deadline under test does not end the call. */
async function inTime<T>(call: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error('the deadline did not end the call'));
    }, TOO_LONG);
  });
  return Promise.race([call, late]).finally(() => {
    clearTimeout(timer);
  });
}
