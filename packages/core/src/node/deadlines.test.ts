import dns from 'node:dns';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { httpResponse, type Behaviour } from '../../test/raw-server.ts';
import { outcomeOf, post, sendTo, serve, write } from '../../test/sending.ts';
import { createNodeTransport } from './node-transport.ts';
import type { PhaseDeadlines } from './options.ts';

const SHORT = 60;
const send = (deadlines: PhaseDeadlines, behaviour: Behaviour, scheme: 'http' | 'https' = 'http') =>
  sendTo(createNodeTransport({ deadlines }), behaviour, { scheme });

type Callback = (error: null, addresses: readonly { address: string; family: number }[]) => void;

/** Resolves every name in this way, for one test. */
function resolving(how: (callback: Callback) => void): void {
  const lookup = vi.spyOn(dns, 'lookup').mockImplementation(((_host: string, _options: object, callback: Callback) => {
    how(callback);
  }) as unknown as typeof dns.lookup);
  onTestFinished(() => {
    lookup.mockRestore();
  });
}

describe('deadlines before the first byte', () => {
  test('a request is unsent where its host name is not resolved within the dns deadline', async () => {
    resolving(() => undefined);
    const transport = createNodeTransport({ deadlines: { dns: SHORT } });
    expect(await outcomeOf(transport, post('http://slow.test'))).toMatchObject({ phase: 'unsent', code: 'timeout' });
  });

  test('a request is unsent where TLS is not established within the connect deadline', async () => {
    const { outcome, server } = await send({ connect: SHORT }, {}, 'https');
    expect(outcome).toMatchObject({ phase: 'unsent', code: 'timeout' });
    expect(server.executed()).toBe(0);
  });

  test('the connect deadline starts when the host name is resolved', async () => {
    const server = await serve({});
    const { port } = new URL(server.url);
    resolving((found) => {
      setTimeout(found, 2 * SHORT, null, [{ address: '127.0.0.1', family: 4 }]);
    });
    const begun = performance.now();
    const transport = createNodeTransport({ deadlines: { connect: SHORT } });
    const outcome = await outcomeOf(transport, post(`https://slow.test:${port}`));
    expect(outcome).toMatchObject({ phase: 'unsent', code: 'timeout' });
    expect(performance.now() - begun).toBeGreaterThanOrEqual(3 * SHORT - 2);
  });

  test('the firstByte deadline takes precedence over longer ones', async () => {
    const { outcome } = await send({ firstByte: SHORT, connect: 60_000 }, {}, 'https');
    expect(outcome).toMatchObject({ phase: 'unsent', code: 'timeout' });
  });

  test('the firstByte deadline includes the wait for a connection of the pool', async () => {
    const server = await serve({});
    const transport = createNodeTransport({ keepAlive: { maxSockets: 1 }, deadlines: { firstByte: 200 } });
    const caller = new AbortController();
    const first = outcomeOf(transport, post(server.url), { operation: 'lookup', signal: caller.signal });
    expect(await outcomeOf(transport, post(server.url), { operation: 'lookup' })).toMatchObject({
      phase: 'unsent',
      code: 'timeout',
    });
    caller.abort();
    expect(await first).toMatchObject({ phase: 'in-doubt', code: 'aborted' });
    expect(server.executed()).toBe(1);
  });
});

describe('deadlines after the first byte', () => {
  test.each<[string, Behaviour]>([
    ['no byte of a response', {}],
    ['103 and then nothing', { onRequest: write('HTTP/1.1 103 Early Hints\r\n\r\n') }],
    ['half the headers', { onRequest: write('HTTP/1.1 200 OK\r\nconte') }],
  ])('a request is in doubt after the headers deadline where the server sends %s', async (_what, behaviour) => {
    const { outcome, server } = await send({ headers: 200, body: 60_000 }, behaviour);
    expect(outcome).toMatchObject({ phase: 'in-doubt', code: 'timeout', httpStatus: undefined });
    expect(server.executed()).toBe(1);
  });

  test('a request is in doubt after the body deadline where half a body arrives', async () => {
    const { outcome } = await send({ body: SHORT }, { onRequest: write(httpResponse('{"ok":1}').slice(0, -2)) });
    expect(outcome).toMatchObject({ phase: 'in-doubt', code: 'timeout', httpStatus: 200 });
  });

  test('the body deadline is not extended by a body that trickles in', async () => {
    const trickle = (socket: { write(text: string): boolean; readonly destroyed: boolean }): void => {
      if (socket.destroyed) return;
      socket.write(' ');
      setTimeout(trickle, 10, socket);
    };
    const { outcome } = await send(
      { body: SHORT },
      {
        onRequest: (socket) => {
          socket.write('HTTP/1.1 200 OK\r\ncontent-length: 4000\r\n\r\n');
          trickle(socket);
        },
      },
    );
    expect(outcome).toMatchObject({ phase: 'in-doubt', code: 'timeout', httpStatus: 200 });
  });
});

describe('host names with several addresses', () => {
  const both = (found: Callback): void => {
    found(null, [
      { address: '127.0.0.2', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ]);
  };

  test('a request to a host with several addresses reaches the one that accepts connections', async () => {
    resolving(both);
    const server = await serve({ onRequest: write(httpResponse('{}')) });
    const outcome = await outcomeOf(createNodeTransport(), post(`http://both.test:${new URL(server.url).port}`));
    expect(outcome).toMatchObject({ status: 200 });
    expect(server.executed()).toBe(1);
  });

  test('a request to a host with several addresses is unsent where none accepts connections', async () => {
    resolving(both);
    const server = await serve({});
    await server.close();
    const outcome = await outcomeOf(createNodeTransport(), post(`http://both.test:${new URL(server.url).port}`));
    expect(outcome).toMatchObject({ phase: 'unsent', code: 'connection_refused' });
  });
});
