import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import type { Socket } from 'node:net';
import type { WireRequest } from '@capture/core';
import { successFor } from '../../support/sample-responses.ts';
import { clientOf } from '../../support/client.ts';
import { respondingTransport } from '../../support/responding-transport.ts';
import type { Behaviour } from '../../support/faulty-server.ts';
import { responseHead, responseBytes } from '../../support/http-response.ts';
import { runOverLoopback } from '../../support/loopback.ts';
import { assertUnknown, assertUnsent } from '../../support/assert-result.ts';
import { surfacesOf } from '../../support/surfaces.ts';
import { each, once } from '../../clause.ts';
import type { AnySubject } from '../../subject.ts';

const REASON = 'kit-reason-77d0';

const successBytes = (subject: AnySubject, wire: WireRequest): Buffer => responseBytes(successFor(subject, wire));

/** The moments at which a caller aborts after the server has the request. */
const MOMENTS: Readonly<Record<string, (subject: AnySubject, abort: () => void) => Behaviour>> = {
  'when the request was read': (_subject, abort) => ({ onRequest: abort }),
  'when the headers were received': (_subject, abort) => ({
    onRequest: (socket: Socket) => socket.write(responseHead(200, ['content-length: 4000']), abort),
  }),
  'in the middle of the body': (subject, abort) => ({
    onRequest: (socket: Socket, wire: WireRequest) => socket.write(successBytes(subject, wire).subarray(0, -10), abort),
  }),
};

/** Proves that an aborted capture is unsent where nothing was sent, and unknown otherwise. */
export const aborts = [
  once('C1', 'a capture aborted before the call is unsent, and nothing is sent', async (subject) => {
    const { result, executed, server } = await runOverLoopback(subject, {}, { call: { signal: AbortSignal.abort() } });
    assertUnsent(result);
    assert.equal(result.status === 'unsent' && result.error.code, 'aborted');
    assert.equal(executed + server.connections(), 0);
  }),
  once('C2', 'a capture aborted right after the call is unsent or unknown', async (subject) => {
    const caller = new AbortController();
    queueMicrotask(() => {
      caller.abort();
    });
    const { result } = await runOverLoopback(subject, {}, { call: { signal: caller.signal } });
    assert.ok(result.status === 'unsent' || result.status === 'unknown', `it was ${result.status}`);
  }),
  each('C3', 'a capture aborted after the request was sent is unknown, executed once', (subject) =>
    Object.entries(MOMENTS).map(([moment, behaviour]) => [
      moment,
      async () => {
        const caller = new AbortController();
        const onAbort = (): void => {
          caller.abort();
        };
        const { result, executed } = await runOverLoopback(subject, behaviour(subject, onAbort), {
          call: { signal: caller.signal },
        });
        assertUnknown(result);
        assert.equal(result.error.code, 'aborted');
        assert.equal(executed, 1);
      },
    ]),
  ),
  once('C4', 'an abort after the response does not change the result', async (subject) => {
    const caller = new AbortController();
    const { result } = await runOverLoopback(
      subject,
      { onRequest: (socket, wire) => void socket.end(successBytes(subject, wire)) },
      { call: { signal: caller.signal } },
    );
    caller.abort();
    assert.equal(result.status, 'captured');
  }),
  once('C5', 'no listener remains on the caller’s signal', async (subject) => {
    const { signal } = new AbortController();
    const transport = respondingTransport((wire) => successFor(subject, wire));
    await clientOf(subject, { transport }).capture(subject.request, { signal });
    assert.equal(getEventListeners(signal, 'abort').length, 0);
  }),
  once('C6', 'the reason of an abort is not repeated', async (subject) => {
    const caller = new AbortController();
    const abort = (): void => {
      caller.abort(new Error(REASON));
    };
    const { result } = await runOverLoopback(subject, { onRequest: abort }, { call: { signal: caller.signal } });
    assertUnknown(result);
    for (const [surface, printed] of surfacesOf('the result', result)) assert.ok(!printed.includes(REASON), surface);
  }),
];
