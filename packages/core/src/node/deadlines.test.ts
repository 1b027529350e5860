import dns from 'node:dns';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { answer, type Behaviour } from '../../test/raw-server.ts';
import { outcomeOf, post, sendTo, serve, write } from '../../test/sending.ts';
import { createNodeTransport } from './node-transport.ts';
import type { PhaseDeadlines } from './options.ts';

const SHORT = 60;
const send = (deadlines: PhaseDeadlines, behaviour: Behaviour, scheme: 'http' | 'https' = 'http') =>
  sendTo(createNodeTransport({ deadlines }), behaviour, { scheme });

type Answer = (error: null, addresses: readonly { address: string; family: number }[]) => void;

/** Resolves every name in this way, for one test. */
function resolving(how: (answer: Answer) => void): void {
  const lookup = vi.spyOn(dns, 'lookup').mockImplementation(((_host: string, _options: object, answer: Answer) => {
    how(answer);
  }) as unknown as typeof dns.lookup);
  onTestFinished(() => {
    lookup.mockRestore();
  });
}

describe('before a byte has left, a deadline that is missed is unsent', () => {
  test('dns: the name is not resolved in time', async () => {
    resolving(() => undefined);
    const transport = createNodeTransport({ deadlines: { dns: SHORT } });
    expect(await outcomeOf(transport, post('http://slow.test'))).toMatchObject({ phase: 'unsent', code: 'timeout' });
  });

  test('connect: TLS is not made in time', async () => {
    const { outcome, server } = await send({ connect: SHORT }, {}, 'https');
    expect(outcome).toMatchObject({ phase: 'unsent', code: 'timeout' });
    expect(server.executed()).toBe(0);
  });

  test('connect: it begins when the name is resolved', async () => {
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

  test('firstByte: it goes before longer ones', async () => {
    const { outcome } = await send({ firstByte: SHORT, connect: 60_000 }, {}, 'https');
    expect(outcome).toMatchObject({ phase: 'unsent', code: 'timeout' });
  });

  test('firstByte: it covers the wait for a connection of the pool', async () => {
    const server = await serve({});
    const transport = createNodeTransport({ keepAlive: { maxSockets: 1 }, deadlines: { firstByte: 200 } });
    const caller = new AbortController();
    const first = outcomeOf(transport, post(server.url), { signal: caller.signal });
    expect(await outcomeOf(transport, post(server.url))).toMatchObject({ phase: 'unsent', code: 'timeout' });
    caller.abort();
    expect(await first).toMatchObject({ phase: 'in-doubt', code: 'aborted' });
    expect(server.executed()).toBe(1);
  });
});

describe('after that it is in doubt', () => {
  test.each<[string, Behaviour]>([
    ['no byte of the answer', {}],
    ['103, then silence', { onRequest: write('HTTP/1.1 103 Early Hints\r\n\r\n') }],
    ['half the headers', { onRequest: write('HTTP/1.1 200 OK\r\nconte') }],
  ])('headers: %s', async (_what, behaviour) => {
    const { outcome, server } = await send({ headers: 200, body: 60_000 }, behaviour);
    expect(outcome).toMatchObject({ phase: 'in-doubt', code: 'timeout', httpStatus: undefined });
    expect(server.executed()).toBe(1);
  });

  test('body: half of it', async () => {
    const { outcome } = await send({ body: SHORT }, { onRequest: write(answer('{"ok":1}').slice(0, -2)) });
    expect(outcome).toMatchObject({ phase: 'in-doubt', code: 'timeout', httpStatus: 200 });
  });

  test('body: bytes that trickle do not prolong it', async () => {
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

describe('a name with several addresses', () => {
  const both = (found: Answer): void => {
    found(null, [
      { address: '127.0.0.2', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ]);
  };

  test('is answered by the one that listens', async () => {
    resolving(both);
    const server = await serve({ onRequest: write(answer('{}')) });
    const outcome = await outcomeOf(createNodeTransport(), post(`http://both.test:${new URL(server.url).port}`));
    expect(outcome).toMatchObject({ status: 200 });
    expect(server.executed()).toBe(1);
  });

  test('and is unsent where none does', async () => {
    resolving(both);
    const server = await serve({});
    await server.close();
    const outcome = await outcomeOf(createNodeTransport(), post(`http://both.test:${new URL(server.url).port}`));
    expect(outcome).toMatchObject({ phase: 'unsent', code: 'connection_refused' });
  });
});
