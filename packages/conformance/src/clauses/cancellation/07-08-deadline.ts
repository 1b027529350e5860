import assert from 'node:assert/strict';
import { clientOf } from '../../support/client.ts';
import { runOverLoopback } from '../../support/loopback.ts';
import { assertUnknown } from '../../support/assert-result.ts';
import { once } from '../../clause.ts';

/** Proves that a deadline ends a call. */
export const deadlines = [
  once('C7', 'the deadline of a call goes before the client’s', async (subject) => {
    const options = { timeout: 60_000 };
    const { result } = await soon(runOverLoopback(subject, {}, { options, call: { timeout: 150 } }));
    assert.ok(result.status === 'unsent' || result.status === 'unknown', `it was ${result.status}`);
  }),
  once('C8', 'a transport that does not listen is given up on, in doubt', async (subject) => {
    const transport = { send: () => new Promise<never>(() => undefined) };
    const result = await soon(clientOf(subject, { transport, timeout: 20 }).capture(subject.request));
    assertUnknown(result);
    assert.equal(result.error.code, 'timeout');
  }),
];

/** What a deadline of milliseconds should have ended is not waited for longer than this. */
const TOO_LONG = 5000;

async function soon<T>(waiting: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error('the deadline did not end it'));
    }, TOO_LONG);
  });
  return Promise.race([waiting, late]).finally(() => {
    clearTimeout(timer);
  });
}
