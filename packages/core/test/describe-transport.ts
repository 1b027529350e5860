import { gzipSync } from 'node:zlib';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { MAX_BODY_BYTES } from '../src/transport/body-rules.ts';
import type { Transport } from '../src/transport/http.ts';
import { httpResponse, type Behaviour } from './raw-server.ts';
import { CARD, end, outcomeOf, post, reset, sendTo, serve, write } from './sending.ts';

const half = httpResponse('{"status":"captured"}').slice(0, -5);
const status = (line: string, ...headers: string[]) => [`HTTP/1.1 ${line}`, ...headers, '', ''].join('\r\n');

/** Answers that must come back as they are, with one request. */
const REDIRECTS = ['301 Moved', '302 Found', '303 See Other', '307 Temporary', '308 Permanent'];
// fetch would send a request again after 421, and is stopped.
const ERRORS = [400, 401, 403, 404, 408, 409, 413, 421, 422, 425, 429, 500, 502, 503, 504];

const BEFORE_WRITING: Readonly<Record<string, readonly [Behaviour, code: string]>> = {
  'a plain HTTP response to the TLS handshake': [{ onConnect: end(status('400 Bad')) }, 'tls_failed'],
  'FIN in the TLS handshake': [{ onConnect: (socket) => socket.once('data', () => socket.end()) }, 'connection_failed'],
  'RST in the TLS handshake': [
    { onConnect: (socket) => socket.once('data', () => socket.resetAndDestroy()) },
    'connection_failed',
  ],
  'a TLS alert: another version': [
    { onConnect: (socket) => socket.once('data', () => socket.end(Buffer.from('15030100020246', 'hex'))) },
    'tls_failed',
  ],
};

const AFTER_WRITING: Readonly<Record<string, Behaviour>> = {
  'read, then RST': { onRequest: (socket) => socket.resetAndDestroy() },
  'read, then FIN': { onRequest: (socket) => socket.end() },
  'half a status line, then FIN': { onRequest: end('HTTP/1.1 2') },
  'half the headers, then RST': { onRequest: reset('HTTP/1.1 200 OK\r\nconte') },
  'half the headers, then FIN': { onRequest: end('HTTP/1.1 200 OK\r\nconte') },
  'body cut by FIN': { onRequest: end(half) },
  'body cut by RST': { onRequest: reset(half) },
  'chunks cut by FIN': { onRequest: end(`${status('200 OK', 'transfer-encoding: chunked')}2\r\n{}\r\n`) },
  'a chunk whose size is no number': { onRequest: end(`${status('200 OK', 'transfer-encoding: chunked')}zz\r\n{}`) },
  'garbage in place of HTTP': { onRequest: end('\u0000\u0001 not HTTP at all\r\n\r\n') },
  'two content lengths': { onRequest: end(`${status('200 OK', 'content-length: 2', 'content-length: 3')}{}`) },
  'headers of 64 KiB': { onRequest: end(status('200 OK', `x-big: ${'x'.repeat(64 * 1024)}`, 'content-length: 0')) },
  '103, then FIN': { onRequest: end(status('103 Early Hints')) },
  'an unrequested 101': { onRequest: end(status('101 Switching', 'upgrade: x', 'connection: upgrade')) },
};

const SILENCES: Readonly<Record<string, Behaviour>> = {
  'no response': {},
  '103, then silence': { onRequest: write(status('103 Early Hints')) },
  'half a status line, then silence': { onRequest: write('HTTP/1.1 2') },
  'half the headers, then silence': { onRequest: write('HTTP/1.1 200 OK\r\nconte') },
  'a body that stalls': { onRequest: write(half) },
};

const UNREADABLE: Readonly<Record<string, Buffer>> = {
  'a body longer than the limit': Buffer.from(httpResponse(`"${'x'.repeat(MAX_BODY_BYTES)}"`)),
  'a body that unpacks to more than the limit': bomb(),
  'bytes that are not UTF-8': Buffer.concat([
    Buffer.from(status('200 OK', 'content-length: 2')),
    Buffer.from([0xc3, 0x28]),
  ]),
  'another charset': Buffer.from(
    `${status('200 OK', 'content-type: application/json; charset=iso-8859-9', 'content-length: 2')}{}`,
  ),
};

function bomb(): Buffer {
  const packed = gzipSync(Buffer.alloc(64 * 1024 * 1024));
  const head = status('200 OK', 'content-encoding: gzip', `content-length: ${packed.length}`);
  return Buffer.concat([Buffer.from(head), packed]);
}

/** The contract of every transport: one request, every response returned, and failures that report how far it got. */
export function describeTransport(name: string, create: () => Transport): void {
  describe(`${name}: requests with a response`, () => {
    test(`${name} returns status, headers and body of a response`, async () => {
      const { outcome, server } = await sendTo(create(), {
        onRequest: write(httpResponse('{"ok":"ü"}', { status: '201 Created' })),
      });
      expect(outcome).toMatchObject({ status: 201, body: '{"ok":"ü"}' });
      expect(outcome).toMatchObject({ headers: { 'content-type': 'application/json' } });
      expect(server.executed()).toBe(1);
      expect(server.requests[0]).toMatch(/^POST \/capture HTTP\/1\.1\r\n/);
      expect(server.requests[0]).toMatch(/^connection: close\r$/im);
      expect(server.requests[0]).toMatch(/^accept-encoding: identity\r$/im);
    });

    test.each(REDIRECTS)(`${name} does not follow a response with %s`, async (line) => {
      const behaviour = { onRequest: write(httpResponse('', { status: line, headers: ['location: /again'] })) };
      const { outcome, server } = await sendTo(create(), behaviour);
      expect(outcome).toMatchObject({ status: Number(line.slice(0, 3)) });
      expect(server.executed()).toBe(1);
    });

    test.each(ERRORS)(`${name} does not send a request again after HTTP %i`, async (code) => {
      const behaviour = { onRequest: write(httpResponse('{}', { status: `${code} x`, headers: ['retry-after: 0'] })) };
      const { outcome, server } = await sendTo(create(), behaviour);
      expect(outcome).toMatchObject({ status: code, body: '{}' });
      expect(server.executed()).toBe(1);
    });
  });

  describe(`${name}: requests that were not written`, () => {
    test(`${name} reports a request as unsent where the connection is refused`, async () => {
      const server = await serve({});
      await server.close();
      expect(await outcomeOf(create(), post(server.url))).toMatchObject({
        phase: 'unsent',
        code: 'connection_refused',
      });
    });

    test(`${name} reports a request as unsent where the host name does not resolve`, async () => {
      const outcome = await outcomeOf(create(), post('http://nobody.invalid'));
      expect(outcome).toMatchObject({ phase: 'unsent', code: 'host_not_found' });
    });

    test.each(Object.entries(BEFORE_WRITING))(
      `${name} reports a request as unsent after this: %s`,
      async (_what, [behaviour, code]) => {
        const { outcome, server } = await sendTo(create(), behaviour, { scheme: 'https' });
        expect(outcome).toMatchObject({ phase: 'unsent', code });
        expect(server.executed()).toBe(0);
      },
    );

    test(`${name} reports a request as unsent where the TLS handshake stalls until the deadline`, async () => {
      const { outcome } = await sendTo(create(), {}, { scheme: 'https', timeout: 700 });
      expect(outcome).toMatchObject({ phase: 'unsent', code: 'timeout' });
    });

    test(`${name} reports a request as unsent where the caller aborted before`, async () => {
      const { outcome, server } = await sendTo(
        create(),
        { onRequest: write(httpResponse('{}')) },
        { signal: AbortSignal.abort() },
      );
      expect(outcome).toMatchObject({ phase: 'unsent', code: 'aborted' });
      expect(server.executed()).toBe(0);
    });

    test(`${name} reports a request as unsent where a header cannot be written`, async () => {
      const server = await serve({});
      const request = { ...post(server.url), headers: { authorization: `Basic ${CARD}\r\nx: y` } };
      const outcome = await outcomeOf(create(), request);
      expect(outcome).toMatchObject({ phase: 'unsent', code: 'connection_failed' });
      expect(inspect(outcome, { showHidden: true, depth: Infinity })).not.toContain(CARD);
    });
  });

  describe(`${name}: requests that may have been written`, () => {
    test.each(Object.entries(AFTER_WRITING))(
      `${name} reports a request as in doubt after this: %s`,
      async (_what, behaviour) => {
        const { outcome, server } = await sendTo(create(), behaviour);
        expect(outcome).toMatchObject({ phase: 'in-doubt', code: 'connection_lost' });
        expect(inspect(outcome, { showHidden: true, depth: Infinity })).not.toContain(CARD);
        expect(server.executed()).toBe(1);
      },
    );

    test.each(Object.entries(SILENCES))(
      `${name} reports a request as in doubt at the deadline after this: %s`,
      async (_what, behaviour) => {
        const { outcome, server } = await sendTo(create(), behaviour, { timeout: 700 });
        expect(outcome).toMatchObject({ phase: 'in-doubt', code: 'timeout' });
        expect(server.executed()).toBe(1);
      },
    );

    test(`${name} reports a request as in doubt where the caller aborts after it was read`, async () => {
      const caller = new AbortController();
      const onRequest = (): void => {
        caller.abort();
      };
      const { outcome, server } = await sendTo(create(), { onRequest }, { signal: caller.signal });
      expect(outcome).toMatchObject({ phase: 'in-doubt', code: 'aborted' });
      expect(server.executed()).toBe(1);
    });
  });

  describe(`${name}: unreadable responses`, () => {
    test.each(Object.entries(UNREADABLE))(`${name} reports a response as unreadable with %s`, async (_what, bytes) => {
      const { outcome } = await sendTo(create(), { onRequest: end(bytes) });
      expect(outcome).toMatchObject({ phase: 'unreadable', code: 'unreadable_response', httpStatus: 200 });
    });
  });
}
