import { execFile } from 'node:child_process';
import type { Socket } from 'node:net';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { httpResponse, type Behaviour } from '../../test/raw-server.ts';
import { outcomeOf, post, serve, write } from '../../test/sending.ts';
import type { Operation, SendContext } from '../transport/http.ts';
import { createNodeTransport } from './node-transport.ts';
import type { KeepAlive } from './options.ts';

/** A server that keeps connections, and one transport with a pool for many lookups at it. */
async function pooled(onRequest: (socket: Socket, count: number) => void, keepAlive: true | KeepAlive = {}) {
  const sockets: Socket[] = [];
  let closing = (): void => undefined;
  const behaviour: Behaviour = {
    onConnect: (socket) => {
      sockets.push(socket);
      socket.on('close', () => {
        closing();
      });
    },
    onRequest: (socket) => {
      onRequest(socket, server.executed());
    },
  };
  const server = await serve(behaviour);
  const transport = createNodeTransport({ keepAlive });
  return {
    server,
    sockets,
    transport,
    send: (signal?: AbortSignal, operation: Operation = 'lookup') =>
      outcomeOf(transport, post(server.url), { operation, signal }),
    closed: () => new Promise<void>((resolve) => (closing = resolve)),
  };
}

const ok = write(httpResponse('{"ok":true}'));

describe('connection pools', () => {
  test('keep-alive is off by default: each request has a connection of its own', async () => {
    let connections = 0;
    const server = await serve({ onConnect: () => (connections += 1), onRequest: ok });
    const transport = createNodeTransport();
    for (const [index, operation] of (['lookup', 'lookup', 'capture', 'lookup'] as const).entries()) {
      expect(await outcomeOf(transport, post(server.url), { operation })).toMatchObject({ status: 200 });
      expect(connections).toBe(index + 1);
    }
  });

  test.each([true, {}])('a pool reuses a connection for lookups (keepAlive: %j)', async (keepAlive) => {
    const { send, sockets, server } = await pooled(ok, keepAlive);
    for (const count of [1, 2, 3]) {
      expect(await send()).toMatchObject({ status: 200, body: '{"ok":true}' });
      expect(server.executed()).toBe(count);
    }
    expect(sockets).toHaveLength(1);
    expect(server.requests[0]).toMatch(/^connection: keep-alive\r$/im);
  });

  test('a pool opens at most maxSockets connections, and excess requests queue', async () => {
    const { send, sockets, server } = await pooled(ok, { maxSockets: 2 });
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => send()));
    expect(outcomes).toEqual(Array.from({ length: 6 }, () => expect.objectContaining({ status: 200 }) as unknown));
    expect(server.executed()).toBe(6);
    expect(sockets).toHaveLength(2);
  });

  test('a pool does not reuse a connection that its server announced to close', async () => {
    const { send, sockets } = await pooled(write(httpResponse('{}', { headers: ['connection: close'] })));
    await send();
    expect(await send()).toMatchObject({ status: 200 });
    expect(sockets).toHaveLength(2);
  });

  test('a pool closes a connection that was idle too long', async () => {
    const { send, closed, sockets } = await pooled(ok, { idleTimeout: 30 });
    const gone = closed();
    await send();
    await gone;
    expect(await send()).toMatchObject({ status: 200 });
    expect(sockets).toHaveLength(2);
  });

  test('a pool does not reuse a connection after a failure', async () => {
    const caller = new AbortController();
    const { send, sockets } = await pooled((socket, count) => {
      if (count === 1) caller.abort();
      else ok(socket);
    });
    expect(await send(caller.signal)).toMatchObject({ phase: 'in-doubt', code: 'aborted' });
    expect(await send()).toMatchObject({ status: 200 });
    expect(sockets).toHaveLength(2);
  });

  test('close() closes idle connections, and each later lookup has a connection of its own', async () => {
    const { send, closed, sockets, transport, server } = await pooled(ok);
    const gone = closed();
    await send();
    transport.close();
    await gone;
    await send();
    expect(await send()).toMatchObject({ status: 200 });
    expect(sockets).toHaveLength(3);
    expect(server.requests[2]).toMatch(/^connection: close\r$/im);
  });

  test('close() lets a lookup finish before it closes the connection', async () => {
    const { send, closed, transport, sockets } = await pooled((socket) => {
      transport.close();
      ok(socket);
    });
    const gone = closed();
    expect(await send()).toMatchObject({ status: 200 });
    await gone;
    expect(sockets).toHaveLength(1);
  });
});

describe('captures beside a pool', () => {
  /** Sends these one after the other, and returns the connection of each, counted from 0. */
  async function connectionsOf(operations: readonly Operation[]): Promise<number[]> {
    const used: number[] = [];
    const { send, sockets } = await pooled((socket) => {
      used.push(sockets.indexOf(socket));
      ok(socket);
    });
    for (const operation of operations) expect(await send(undefined, operation)).toMatchObject({ status: 200 });
    return used;
  }

  test.each<[string, readonly Operation[], readonly number[]]>([
    ['captures alone', ['capture', 'capture', 'capture'], [0, 1, 2]],
    ['a capture after lookups', ['lookup', 'lookup', 'capture'], [0, 0, 1]],
    ['lookups after a capture', ['capture', 'lookup', 'lookup'], [0, 1, 1]],
    ['captures between lookups', ['lookup', 'capture', 'lookup', 'capture', 'lookup'], [0, 1, 0, 2, 0]],
    ['requests with an operation that does not exist', ['lookup', 'refund' as never, 'lookup'], [0, 1, 0]],
  ])('a capture has a connection of its own: %s', async (_what, operations, used) => {
    expect(await connectionsOf(operations)).toEqual(used);
  });

  test('a request whose caller states no operation counts as a capture', async () => {
    const { send, transport, server, sockets } = await pooled(ok);
    await send();
    const context = { signal: new AbortController().signal } as SendContext;
    for (const count of [2, 3]) {
      expect(await transport.send(post(server.url), context)).toMatchObject({ status: 200 });
      expect(sockets).toHaveLength(count);
    }
  });

  test('a capture closes its connection, although the server would keep it', async () => {
    const { send, closed, server } = await pooled(ok);
    const gone = closed();
    await send(undefined, 'capture');
    await gone;
    expect(server.requests[0]).toMatch(/^connection: close\r$/im);
  });

  test('a capture does not wait for a connection of the pool, nor take one of its number', async () => {
    const { send, sockets, server } = await pooled(
      (socket) => {
        // The lookup is not responded to before the capture has arrived.
        if (server.executed() === 1) waiting = socket;
        else for (const each of [waiting, socket]) if (each) ok(each);
      },
      { maxSockets: 1 },
    );
    let waiting: Socket | undefined;
    const lookup = send();
    expect(await send(undefined, 'capture')).toMatchObject({ status: 200 });
    expect(await lookup).toMatchObject({ status: 200 });
    expect(sockets).toHaveLength(2);
  });

  test('concurrent captures have a connection each', async () => {
    const { send, sockets } = await pooled(ok, { maxSockets: 1 });
    await send();
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => send(undefined, 'capture')));
    expect(outcomes).toEqual(Array.from({ length: 4 }, () => expect.objectContaining({ status: 200 }) as unknown));
    expect(sockets).toHaveLength(5);
  });
});

describe('reused connections that end', () => {
  test.each<[string, (socket: Socket) => void]>([
    ['RST', (socket) => void socket.resetAndDestroy()],
    ['FIN', (socket) => void socket.end()],
  ])('a request on a reused connection that ends with %s is in doubt and not sent again', async (_what, last) => {
    const { send, sockets, server } = await pooled((socket, count) => {
      if (count === 1) ok(socket);
      else last(socket);
    });
    expect(await send()).toMatchObject({ status: 200 });
    expect(await send()).toMatchObject({ phase: 'in-doubt', code: 'connection_lost' });
    expect(server.executed()).toBe(2);
    expect(sockets).toHaveLength(1);
  });

  test('a request has a new connection where the pooled one ended while idle', async () => {
    const { send, closed, sockets } = await pooled(ok);
    const gone = closed();
    await send();
    sockets[0]!.end();
    await gone;
    expect(await send()).toMatchObject({ status: 200 });
    expect(sockets).toHaveLength(2);
  });
});

test('bytes that arrive on an idle connection are the response to no request', async () => {
  const { send, closed, sockets } = await pooled(ok);
  const gone = closed();
  await send();
  sockets[0]!.write(httpResponse('{"ok":"of another"}'));
  await gone;
  expect(await send()).toMatchObject({ body: '{"ok":true}' });
  expect(sockets).toHaveLength(2);
});

test('bytes that arrive before a connection is reused are not the response to the next request', async () => {
  const { send, sockets, server } = await pooled(ok);
  await send();
  sockets[0]!.write(httpResponse('{"ok":"of another"}'));
  expect(await send()).toMatchObject({ phase: 'unsent', code: 'connection_failed' });
  expect(await send()).toMatchObject({ body: '{"ok":true}' });
  expect(server.executed()).toBe(2);
});

test('idle connections do not keep a program alive, and settings for all of Node do not apply to them', async () => {
  const server = await serve({ onRequest: ok });
  const program = `
    import http from 'node:http';
    import { createNodeTransport } from ${JSON.stringify(new URL('../node.ts', import.meta.url).href)};
    const transport = createNodeTransport({ keepAlive: { idleTimeout: 600_000 } });
    http.globalAgent = new http.Agent({ host: '127.0.0.1', port: 1 });
    const request = { method: 'POST', url: '${server.url}/capture', headers: {}, body: 'x' };
    console.log((await transport.send(request, { signal: new AbortController().signal, operation: 'lookup' })).body);
  `;
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--conditions=@capture/source',
    '--insecure-http-parser',
    '--input-type=module',
    '-e',
    program,
  ]);
  expect(stdout.trim()).toBe('{"ok":true}');
});
