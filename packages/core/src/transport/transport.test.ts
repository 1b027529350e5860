import { gzipSync } from 'node:zlib';
import { inspect } from 'node:util';
import type { Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { answer, rawServer, type Behaviour, type RawServer } from '../../test/raw-server.ts';
import { sendWithin } from './deadline.ts';
import { createKyTransport } from './ky-transport.ts';
import { MAX_BODY_BYTES } from './read-body.ts';
import { type TransportError, type WireRequest, type WireResponse } from './wire.ts';

const card = '5425233430109903';
const servers: RawServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function send(
  behaviour: Behaviour,
  { timeout = 10_000, scheme = 'http', signal = undefined as AbortSignal | undefined } = {},
) {
  const server = await rawServer(behaviour);
  servers.push(server);
  const request = post(server.url.replace('http', scheme));
  const outcome = await sendWithin(createKyTransport(), request, { timeout, signal }).catch((error: unknown) => error);
  return { outcome: outcome as WireResponse | TransportError, server };
}

function post(url: string): WireRequest {
  return {
    method: 'POST',
    url: `${url}/capture`,
    headers: { authorization: 'Basic c2VjcmV0', 'content-type': 'application/json' },
    body: `{"card":"${card}"}`,
  };
}

const write = (text: string | Buffer) => (socket: Socket) => socket.write(text);

describe('a request that was answered', () => {
  test('comes back with status, headers and text', async () => {
    const { outcome, server } = await send({ onRequest: write(answer('{"ok":"ü"}', { status: '201 Created' })) });
    expect(outcome).toMatchObject({ status: 201, body: '{"ok":"ü"}', headers: { 'content-type': 'application/json' } });
    expect(server.executed()).toBe(1);
    expect(server.requests[0]).toMatch(/^POST \/capture HTTP\/1\.1\r\n/);
    expect(server.requests[0]).toContain('connection: close');
  });

  test.each(['301 Moved', '302 Found', '303 See Other', '307 Temporary', '308 Permanent'])(
    'with %s is not followed',
    async (status) => {
      const { outcome, server } = await send({
        onRequest: write(answer('', { status, headers: ['location: /again'] })),
      });
      expect(outcome).toMatchObject({ status: Number(status.slice(0, 3)) });
      expect(server.executed()).toBe(1);
    },
  );

  test.each([400, 401, 403, 404, 408, 409, 413, 422, 425, 429, 500, 502, 503, 504])(
    'with %i is not sent again',
    async (status) => {
      const headers = ['retry-after: 0'];
      const { outcome, server } = await send({ onRequest: write(answer('{}', { status: `${status} x`, headers })) });
      expect(outcome).toMatchObject({ status });
      expect(server.executed()).toBe(1);
    },
  );
});

test('a request that is answered with 421 is not sent again, though fetch would do so', async () => {
  const { outcome, server } = await send({ onRequest: write(answer('{}', { status: '421 Misdirected Request' })) });
  expect(outcome).toMatchObject({ phase: 'unreadable', code: 'unreadable_answer', httpStatus: 421 });
  expect(server.executed()).toBe(1);
});

describe('a request that surely was not written is unsent', () => {
  test('nobody listens', async () => {
    const server = await rawServer({});
    await server.close();
    const outcome = await sendWithin(createKyTransport(), post(server.url), { timeout: 10_000 }).catch(
      (error: unknown) => error,
    );
    expect(outcome).toMatchObject({ phase: 'unsent', code: 'connection_refused' });
  });

  test('the name does not resolve', async () => {
    const outcome = await sendWithin(createKyTransport(), post('http://nobody.invalid'), { timeout: 10_000 }).catch(
      (error: unknown) => error,
    );
    expect(outcome).toMatchObject({ phase: 'unsent', code: 'host_not_found' });
  });

  test.each<[string, Behaviour, string]>([
    [
      'a plain HTTP server answers the TLS handshake',
      { onConnect: (socket) => socket.end('HTTP/1.1 400 Bad\r\n\r\n') },
      'tls_failed',
    ],
    [
      'FIN in the TLS handshake',
      { onConnect: (socket) => socket.once('data', () => socket.end()) },
      'connection_failed',
    ],
    [
      'RST in the TLS handshake',
      { onConnect: (socket) => socket.once('data', () => socket.resetAndDestroy()) },
      'connection_failed',
    ],
  ])('%s', async (_what, behaviour, code) => {
    const { outcome, server } = await send(behaviour, { scheme: 'https' });
    expect(outcome).toMatchObject({ phase: 'unsent', code });
    expect(server.executed()).toBe(0);
  });

  test('the TLS handshake stalls until the deadline', async () => {
    const { outcome } = await send({}, { scheme: 'https', timeout: 700 });
    expect(outcome).toMatchObject({ phase: 'unsent', code: 'timeout' });
  });

  test('the caller had aborted already', async () => {
    const { outcome, server } = await send({ onRequest: write(answer('{}')) }, { signal: AbortSignal.abort() });
    expect(outcome).toMatchObject({ phase: 'unsent', code: 'aborted' });
    expect(server.executed()).toBe(0);
  });
});

describe('a request that may have been written is in doubt', () => {
  const half = answer('{"status":"captured"}').slice(0, -5);
  test.each<[string, Behaviour]>([
    ['read, then RST', { onRequest: (socket) => socket.resetAndDestroy() }],
    ['read, then FIN', { onRequest: (socket) => socket.end() }],
    ['half a status line, then FIN', { onRequest: (socket) => socket.end('HTTP/1.1 2') }],
    [
      'half the headers, then RST',
      { onRequest: (socket) => socket.write('HTTP/1.1 200 OK\r\nconte', () => socket.resetAndDestroy()) },
    ],
    ['body cut by FIN', { onRequest: (socket) => socket.end(half) }],
    ['body cut by RST', { onRequest: (socket) => socket.write(half, () => socket.resetAndDestroy()) }],
    ['garbage in place of HTTP', { onRequest: (socket) => socket.end('\u0000\u0001 not HTTP at all\r\n\r\n') }],
    [
      'two content lengths',
      { onRequest: (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}') },
    ],
    ['broken gzip', { onRequest: (socket) => socket.end(answer('not gzip', { headers: ['content-encoding: gzip'] })) }],
    [
      'unasked 101',
      { onRequest: (socket) => socket.end('HTTP/1.1 101 Switching\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n') },
    ],
  ])('%s', async (_what, behaviour) => {
    const { outcome, server } = await send(behaviour);
    expect(outcome).toMatchObject({ phase: 'in-doubt', code: 'connection_lost' });
    expect(server.executed()).toBe(1);
  });

  test.each<[string, Behaviour]>([
    ['the answer never comes', {}],
    ['103, then silence', { onRequest: write('HTTP/1.1 103 Early Hints\r\n\r\n') }],
    ['half a status line, then silence', { onRequest: write('HTTP/1.1 2') }],
    ['the body stalls', { onRequest: write(half) }],
  ])('%s: the deadline ends it', async (_what, behaviour) => {
    const { outcome, server } = await send(behaviour, { timeout: 700 });
    expect(outcome).toMatchObject({ phase: 'in-doubt', code: 'timeout' });
    expect(server.executed()).toBe(1);
  });

  test('the caller aborts after it was read', async () => {
    const caller = new AbortController();
    const { outcome, server } = await send(
      {
        onRequest: () => {
          caller.abort();
        },
      },
      { signal: caller.signal },
    );
    expect(outcome).toMatchObject({ phase: 'in-doubt', code: 'aborted' });
    expect(server.executed()).toBe(1);
  });
});

describe('an answer that cannot be read', () => {
  test('is refused when its body is longer than the limit', async () => {
    const { outcome } = await send({ onRequest: write(answer(`"${'x'.repeat(MAX_BODY_BYTES)}"`)) });
    expect(outcome).toMatchObject({ phase: 'unreadable', code: 'unreadable_answer', httpStatus: 200 });
  });

  test('is refused when it unpacks to more than the limit', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    const head = `HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: ${bomb.length}\r\n\r\n`;
    const { outcome } = await send({ onRequest: (socket) => socket.end(Buffer.concat([Buffer.from(head), bomb])) });
    expect(outcome).toMatchObject({ phase: 'unreadable', code: 'unreadable_answer' });
  });

  test.each([
    [
      'bytes that are not UTF-8',
      Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n'), Buffer.from([0xc3, 0x28])]),
    ],
    [
      'another charset',
      Buffer.from(
        'HTTP/1.1 200 OK\r\ncontent-type: application/json; charset=iso-8859-9\r\ncontent-length: 2\r\n\r\n{}',
      ),
    ],
  ])('is refused for %s', async (_what, bytes) => {
    const { outcome } = await send({ onRequest: write(bytes) });
    expect(outcome).toMatchObject({ phase: 'unreadable', code: 'unreadable_answer' });
  });
});

describe('a transport of somebody else', () => {
  const request = post('http://127.0.0.1:1');

  test('that throws something else than TransportError is in doubt', async () => {
    const transport = { send: () => Promise.reject(new Error(`ECONNREFUSED ${card}`)) };
    const error: unknown = await sendWithin(transport, request, { timeout: 1000 }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ phase: 'in-doubt', code: 'transport_failed' });
    expect(inspect(error, { showHidden: true })).not.toContain(card);
  });

  test('that ignores the deadline is given up on, in doubt', async () => {
    const transport = { send: () => new Promise<never>(() => undefined) };
    const error: unknown = await sendWithin(transport, request, { timeout: 10 }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ phase: 'in-doubt', code: 'timeout' });
  });
});

describe('a fetch of somebody else', () => {
  const viaFetch = (fetch: () => Promise<Response>) =>
    sendWithin(createKyTransport({ fetch }), post('http://127.0.0.1:1'), { timeout: 1000 }).catch(
      (thrown: unknown) => thrown,
    );
  const failure = (code: string) =>
    Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error(card), { code }) });

  test('is believed when its code can come from connecting only', async () => {
    expect(await viaFetch(() => Promise.reject(failure('ECONNREFUSED')))).toMatchObject({
      phase: 'unsent',
      code: 'connection_refused',
    });
    expect(await viaFetch(() => Promise.reject(failure('ENOTFOUND')))).toMatchObject({
      phase: 'unsent',
      code: 'host_not_found',
    });
  });

  test('proves nothing with any other failure', async () => {
    for (const code of ['ECONNRESET', 'UND_ERR_SOCKET', 'ETIMEDOUT', '']) {
      expect(await viaFetch(() => Promise.reject(failure(code)))).toMatchObject({ phase: 'in-doubt' });
    }
  });

  test('that asks twice and was refused the second time is in doubt, because the first may have been executed', async () => {
    const server = await rawServer({ onRequest: (socket) => socket.resetAndDestroy() });
    servers.push(server);
    const fetch = async (input: Request): Promise<Response> => {
      await globalThis.fetch(input.clone()).catch(() => undefined);
      throw failure('ECONNREFUSED');
    };
    const error = await sendWithin(createKyTransport({ fetch }), post(server.url), { timeout: 5000 }).catch(
      (thrown: unknown) => thrown,
    );
    expect(server.executed()).toBe(1);
    expect(error).toMatchObject({ phase: 'in-doubt' });
  });

  test('leaves nothing of its error in ours', async () => {
    const error = await viaFetch(() => Promise.reject(failure('ECONNRESET')));
    expect(inspect(error, { showHidden: true, depth: Infinity })).not.toContain(card);
    expect((error as Error).cause).toBeUndefined();
  });
});
