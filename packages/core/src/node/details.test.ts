import dns from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { httpResponse, type Behaviour } from '../../test/raw-server.ts';
import { end, outcomeOf, post, reset, sendTo, serve, write } from '../../test/sending.ts';
import { MAX_BODY_BYTES } from '../transport/body-rules.ts';
import type { TransportError } from '../transport/http.ts';
import { createKyTransport } from '../transport/ky-transport.ts';
import { createNodeTransport } from './node-transport.ts';

const TRANSPORTS = [
  ['ky', createKyTransport],
  ['node', createNodeTransport],
] as const;

const half = httpResponse('{"status":"captured"}').slice(0, -5);
const head = (...headers: string[]) => ['HTTP/1.1 200 OK', ...headers, '', ''].join('\r\n');
const bytes = (header: string, body: Buffer) =>
  Buffer.concat([Buffer.from(head(header, `content-length: ${body.length}`, 'retry-after: 3')), body]);

/** What both transports can know, over plain HTTP. */
const BEHAVIOURS: Readonly<Record<string, readonly [Behaviour, detail: string | undefined]>> = {
  'read, then RST': [{ onRequest: (socket) => socket.resetAndDestroy() }, 'connection_reset'],
  'read, then FIN': [{ onRequest: (socket) => socket.end() }, 'connection_closed'],
  'half the headers, then FIN': [{ onRequest: end('HTTP/1.1 200 OK\r\nconte') }, 'connection_closed'],
  'body cut by FIN': [{ onRequest: end(half) }, 'truncated'],
  'body cut by RST': [{ onRequest: reset(half) }, 'truncated'],
  'garbage in place of HTTP': [{ onRequest: end('\u0000\u0001 not HTTP\r\n\r\n') }, 'not_http'],
  'headers of 64 KiB': [{ onRequest: end(head(`x-big: ${'x'.repeat(64 * 1024)}`)) }, 'not_http'],
};

const UNREADABLE: Readonly<Record<string, readonly [Buffer, detail: string]>> = {
  'another charset': [bytes('content-type: application/json; charset=utf-16', Buffer.from('{}')), 'charset'],
  'bytes that are not UTF-8': [bytes('content-type: application/json', Buffer.from([0xc3, 0x28])), 'not_utf_8'],
  'a body longer than the limit': [bytes('x-a: b', Buffer.alloc(MAX_BODY_BYTES + 1, 0x20)), 'too_long'],
};

describe.each(TRANSPORTS)('%s', (name, create) => {
  test.each(Object.entries(BEHAVIOURS))(`${name} names the trouble: %s`, async (_what, [behaviour, detail]) => {
    const { outcome } = await sendTo(create(), behaviour);
    expect(outcome).toMatchObject({ phase: 'in-doubt', code: 'connection_lost', detail });
  });

  test.each(Object.entries(UNREADABLE))(`${name} keeps the headers of %s`, async (_what, [response, detail]) => {
    const { outcome } = await sendTo(create(), { onRequest: write(response) });
    expect(outcome).toMatchObject({ phase: 'unreadable', httpStatus: 200, detail });
    expect(outcome.headers).toMatchObject({ 'retry-after': '3' });
    expect(Object.keys(outcome)).not.toContain('headers');
  });

  test(`${name} keeps the headers of a response that stalls`, async () => {
    const { outcome } = await sendTo(create(), { onRequest: write(half) }, { timeout: 300 });
    expect(outcome).toMatchObject({ phase: 'in-doubt', code: 'timeout', httpStatus: 200 });
    expect(outcome.headers).toMatchObject({ 'content-type': 'application/json' });
  });

  test(`${name} names a refused connection and an unknown host`, async () => {
    const server = await serve({});
    await server.close();
    expect(await outcomeOf(create(), post(server.url))).toMatchObject({ detail: 'connection_refused' });
    const { detail } = (await outcomeOf(create(), post('http://nobody.invalid'))) as TransportError;
    expect(['dns_not_found', 'dns_temporary_failure']).toContain(detail);
  });

  test(`${name} names a header that cannot be written`, async () => {
    const server = await serve({});
    const request = { ...post(server.url), headers: { authorization: 'a\r\nb: c' } };
    expect(await outcomeOf(create(), request)).toMatchObject({ phase: 'unsent', code: 'connection_failed' });
  });
});

describe('what the Node transport alone can know', () => {
  test('a response that is compressed', async () => {
    const response = bytes('content-encoding: gzip', gzipSync('{}'));
    const { outcome } = await sendTo(createNodeTransport(), { onRequest: write(response) });
    expect(outcome).toMatchObject({ phase: 'unreadable', detail: 'content_encoding' });
  });

  test('the phase whose deadline passed', async () => {
    const lookup = vi.spyOn(dns, 'lookup').mockImplementation(() => undefined);
    const resolving = createNodeTransport({ deadlines: { dns: 30 } });
    expect(await outcomeOf(resolving, post('http://slow.test'))).toMatchObject({ detail: 'dns_timed_out' });
    lookup.mockRestore();
    const connecting = await sendTo(createNodeTransport({ deadlines: { connect: 30 } }), {}, { scheme: 'https' });
    expect(connecting.outcome).toMatchObject({ phase: 'unsent', detail: 'connection_timed_out' });
    const waiting = await sendTo(createNodeTransport({ deadlines: { headers: 100 } }), {});
    expect(waiting.outcome).toMatchObject({ phase: 'in-doubt', code: 'timeout', detail: undefined });
    const reading = await sendTo(createNodeTransport({ deadlines: { body: 30 } }), { onRequest: write(half) });
    expect(reading.outcome).toMatchObject({ phase: 'in-doubt', code: 'timeout', detail: 'truncated' });
  });

  // As interceptors (msw, nock) and global proxies do.
  test.each([
    ['http', http],
    ['https', https],
  ] as const)('%s connections that another library replaced: nothing is written to them', async (scheme, module) => {
    const { request } = module;
    vi.spyOn(module, 'request').mockImplementation(((options: http.RequestOptions) =>
      request({ ...options, agent: new module.Agent() })) as typeof request);
    onTestFinished(() => void vi.restoreAllMocks());
    const { server, outcome } = await sendTo(
      createNodeTransport(),
      { onRequest: write(httpResponse('{}')) },
      { scheme },
    );
    expect(outcome).toMatchObject({ phase: 'unsent', code: 'connection_failed', detail: 'intercepted' });
    expect(server.executed()).toBe(0);
  });

  test.each([
    ['ENETUNREACH', 'host_unreachable'],
    ['EADDRNOTAVAIL', 'out_of_resources'],
  ])('a connection that fails at once, with %s', async (code, detail) => {
    const failed = Object.assign(new Error(`connect ${code}`), { code, syscall: 'connect' });
    vi.spyOn(net.Socket.prototype, 'connect').mockImplementation(function connect(this: net.Socket) {
      return this.destroy(failed);
    });
    onTestFinished(() => void vi.restoreAllMocks());
    expect(await outcomeOf(createNodeTransport(), post('http://127.0.0.1:9'))).toMatchObject({
      phase: 'unsent',
      code: 'connection_failed',
      detail,
    });
  });
});
