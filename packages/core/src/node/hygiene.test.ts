import { getEventListeners, once } from 'node:events';
import { Socket } from 'node:net';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { httpResponse, type Behaviour } from '../../test/raw-server.ts';
import { CARD, end, outcomeOf, post, reset, serve, write } from '../../test/sending.ts';
import { MAX_BODY_BYTES } from '../transport/body-rules.ts';
import { createNodeTransport } from './node-transport.ts';
import { whenReady } from './when-ready.ts';

const transport = createNodeTransport();
const send = (url: string, signal = new AbortController().signal) =>
  transport.send(post(url), { signal, operation: 'capture' }).catch((error: unknown) => error);

const ENDS: Readonly<Record<string, Behaviour>> = {
  'a response': { onRequest: write(httpResponse('{}')) },
  'a response with another behind it': { onRequest: write(httpResponse('{}') + httpResponse('{"b":1}')) },
  'a response with garbage behind it': { onRequest: write(`${httpResponse('{}')}\u0000\u0001`) },
  'a response and RST': { onRequest: reset(httpResponse('{}')) },
  'a response before the request was read': { onConnect: end(httpResponse('{}')) },
  'a response that is too long': { onRequest: write(httpResponse('x'.repeat(MAX_BODY_BYTES + 1))) },
  'a response with an encoding': { onRequest: write(httpResponse('{}', { headers: ['content-encoding: br'] })) },
  'a broken response': { onRequest: write('HTTP/1.1 200 OK\r\ncontent-length: x\r\n\r\n') },
  'an upgrade': { onRequest: write('HTTP/1.1 101 S\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n') },
};

describe('ended requests', () => {
  test.each(Object.entries(ENDS))(
    'after %s the connection is closed and no listener is left',
    async (_what, behaviour) => {
      const connections: Socket[] = [];
      const server = await serve({
        ...behaviour,
        onConnect: (socket) => {
          connections.push(socket);
          behaviour.onConnect?.(socket);
        },
      });
      const { signal } = new AbortController();
      await send(server.url, signal);
      expect(getEventListeners(signal, 'abort')).toHaveLength(0);
      // An unhandled error would end this process.
      for (const socket of connections) if (!socket.closed) await once(socket, 'close');
      expect(connections).toHaveLength(1);
      expect(server.executed()).toBeLessThanOrEqual(1);
    },
  );

  test('an abort after the result changes nothing', async () => {
    const server = await serve({ onRequest: write(httpResponse('{}')) });
    const caller = new AbortController();
    const outcome = await send(server.url, caller.signal);
    caller.abort();
    expect(outcome).toMatchObject({ status: 200 });
  });
});

describe('secrecy of failures', () => {
  test.each<[string, Behaviour]>([
    ['a lost connection', { onRequest: (socket) => socket.resetAndDestroy() }],
    ['a broken response that repeats the request', { onRequest: end(`HTTP/1.1 ${CARD}\r\n\r\n`) }],
  ])('the failure of %s shows nothing of the request, the address or the error of Node', async (_what, behaviour) => {
    const server = await serve(behaviour);
    const failure = await outcomeOf(transport, post(server.url));
    const text = inspect(failure, { showHidden: true, depth: Infinity });
    expect(text).not.toContain(CARD);
    expect(text).not.toContain(server.url.replace('http://', ''));
    expect((failure as Error).cause).toBeUndefined();
  });

  test('a request to an invalid URL is unsent, and its failure does not show the URL', async () => {
    const failure = await send(`nowhere:${CARD}`);
    expect(failure).toMatchObject({ phase: 'unsent', code: 'connection_failed' });
    expect(inspect(failure, { showHidden: true, depth: Infinity })).not.toContain(CARD);
  });
});

test('headers that contradict each other cause a failure, not an unhandled error', async () => {
  const server = await serve({});
  const request = { ...post(server.url), headers: { 'content-length': '1', trailer: 'x-sum' } };
  expect(await outcomeOf(transport, request)).toMatchObject({ phase: 'in-doubt', code: 'connection_lost' });
  expect(server.executed()).toBe(0);
});

test('a connection of the pool that has ended is given no request', () => {
  const said: string[] = [];
  const note = (step: string) => () => void said.push(step);
  const events = {
    onResolving: note('resolving'),
    onConnecting: note('connecting'),
    onReady: note('ready'),
    onEnded: note('ended'),
  };
  whenReady(new Socket().destroy(), '127.0.0.1', false, events);
  expect(said).toEqual(['ended']);
});
