import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import type { Socket } from 'node:net';
import type { WireRequest } from '@capture/core';
import { successTo } from '../bench/asked.ts';
import { answeringTransport, clientOf, lookupWith } from '../bench/exchange.ts';
import type { Behaviour } from '../bench/faulty-server.ts';
import { head, httpText } from '../bench/http-text.ts';
import { trip } from '../bench/loopback.ts';
import { assertUnknown, assertUnsent } from '../bench/judge.ts';
import { surfacesOf } from '../bench/surfaces.ts';
import { each, once } from '../clause.ts';
import type { AnySubject } from '../subject.ts';

const REASON = 'kit-reason-77d0';

const answer = (subject: AnySubject, wire: WireRequest): Buffer => httpText(successTo(subject, wire));

/** The moments at which a caller aborts, once the server has the request. */
const MOMENTS: Readonly<Record<string, (subject: AnySubject, abort: () => void) => Behaviour>> = {
  'when the request was read': (_subject, abort) => ({ onRequest: abort }),
  'when the headers have come': (_subject, abort) => ({
    onRequest: (socket: Socket) => socket.write(head(200, ['content-length: 4000']), abort),
  }),
  'in the middle of the body': (subject, abort) => ({
    onRequest: (socket: Socket, wire: WireRequest) => socket.write(answer(subject, wire).subarray(0, -10), abort),
  }),
};

/** Proves that giving up is honest: what was not sent is unsent, what was sent stays unknown. */
export const cancellation = [
  once('C1', 'aborted before the call: unsent, nothing goes out', async (subject) => {
    const { result, executed, server } = await trip(subject, {}, { call: { signal: AbortSignal.abort() } });
    assertUnsent(result);
    assert.equal(result.status === 'unsent' && result.error.code, 'aborted');
    assert.equal(executed + server.connections(), 0);
  }),
  once('C2', 'aborted right after the call: unsent if nothing went out, else unknown', async (subject) => {
    const caller = new AbortController();
    queueMicrotask(() => {
      caller.abort();
    });
    const { result } = await trip(subject, {}, { call: { signal: caller.signal } });
    assert.ok(result.status === 'unsent' || result.status === 'unknown', `it was ${result.status}`);
  }),
  each('C3', 'aborted after the request has left: unknown, executed once', (subject) =>
    Object.entries(MOMENTS).map(([moment, behaviour]) => [
      moment,
      async () => {
        const caller = new AbortController();
        const onAbort = (): void => {
          caller.abort();
        };
        const { result, executed } = await trip(subject, behaviour(subject, onAbort), {
          call: { signal: caller.signal },
        });
        assertUnknown(result);
        assert.equal(result.error.code, 'aborted');
        assert.equal(executed, 1);
      },
    ]),
  ),
  once('C4', 'aborted after the answer: the result stands', async (subject) => {
    const caller = new AbortController();
    const { result } = await trip(
      subject,
      { onRequest: (socket, wire) => void socket.end(answer(subject, wire)) },
      { call: { signal: caller.signal } },
    );
    caller.abort();
    assert.equal(result.status, 'captured');
  }),
  once('C5', 'no listener is left on the signal of the caller', async (subject) => {
    const { signal } = new AbortController();
    const transport = answeringTransport((wire) => successTo(subject, wire));
    await clientOf(subject, { transport }).capture(subject.request as never, { signal });
    assert.equal(getEventListeners(signal, 'abort').length, 0);
  }),
  once('C6', 'the reason of an abort is not repeated', async (subject) => {
    const caller = new AbortController();
    const abort = (): void => {
      caller.abort(new Error(REASON));
    };
    const { result } = await trip(subject, { onRequest: abort }, { call: { signal: caller.signal } });
    assertUnknown(result);
    for (const [surface, text] of surfacesOf('the result', result)) assert.ok(!text.includes(REASON), surface);
  }),
  once('C7', 'the deadline of a call goes before the client’s', async (subject) => {
    const options = { timeout: 60_000 };
    const { result } = await soon(trip(subject, {}, { options, call: { timeout: 150 } }));
    assert.ok(result.status === 'unsent' || result.status === 'unknown', `it was ${result.status}`);
  }),
  once('C8', 'a transport that does not listen is given up on, in doubt', async (subject) => {
    const transport = { send: () => new Promise<never>(() => undefined) };
    const result = await soon(clientOf(subject, { transport, timeout: 20 }).capture(subject.request as never));
    assertUnknown(result);
    assert.equal(result.error.code, 'timeout');
  }),
  once('C9', 'a transport that answers after the abort is not believed to have sent nothing', async (subject) => {
    const caller = new AbortController();
    const transport = answeringTransport((wire) => {
      caller.abort();
      return successTo(subject, wire);
    });
    const result = await clientOf(subject, { transport }).capture(subject.request as never, { signal: caller.signal });
    assert.ok(result.status === 'captured' || result.status === 'unknown', `it was ${result.status}`);
  }),
  once('C10', 'a transport that fails without a word is in doubt', async (subject) => {
    const failures = [new Error('ECONNREFUSED'), undefined, null, 'ECONNREFUSED', { code: 'ECONNREFUSED' }] as Error[];
    for (const failure of failures) {
      const transport = { send: () => Promise.reject(failure) };
      assertUnknown(await clientOf(subject, { transport }).capture(subject.request as never));
    }
  }),
  once('C11', 'a transport that fails before it promises anything is in doubt', async (subject) => {
    const transport = {
      send: (): never => {
        throw new Error('ECONNREFUSED');
      },
    };
    assertUnknown(await clientOf(subject, { transport }).capture(subject.request as never));
  }),
  each('C12', 'an aborted look-up is unknown', (subject) =>
    (subject.lookup ?? []).slice(0, 1).map(({ name, keys }) => [
      name,
      async () => {
        const { result } = await lookupWith(subject, keys, () => {
          throw new Error('gone');
        });
        assert.equal(result.status, 'unknown');
        assert.equal(result.decides, false);
      },
    ]),
  ),
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
