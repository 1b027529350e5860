import { gzipSync } from 'node:zlib';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { MAX_BODY_BYTES } from '../src/transport/body-rules.ts';
import type { Transport, TransportError } from '../src/transport/http.ts';
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
  'a letter beyond ASCII in another charset': inCharset('iso-8859-9', Buffer.from([0x22, 0xfd, 0x22])),
  'UTF-8 in another charset': inCharset('windows-1254', Buffer.from('"ı"')),
  'UTF-8 that is called ASCII': inCharset('us-ascii', Buffer.from('"ı"')),
  'two charsets of which one is not ASCII': inCharset('utf-8; charset=utf-16', Buffer.from('{}')),
};

/** Charsets in which the bytes below 0x80 are not ASCII, or may not be. */
const OTHER_ALPHABETS = [
  'utf-16',
  'UTF-16LE',
  'utf-32',
  'utf-7',
  'ebcdic-cp-us',
  'ibm037',
  'shift_jis',
  'x-unheard-of',
];
/** Labels under which a body of ASCII characters is what it seems. */
const ASCII_COMPATIBLE = [
  ...['utf-8', 'UTF8', 'us-ascii', 'ascii', 'ISO-8859-1', 'ISO-8859-9', 'iso8859-15', '"iso-8859-2"', 'latin1'],
  ...['windows-1254', 'cp1252', 'windows-874', 'koi8-r', 'gbk', 'gb18030', 'big5', 'euc-jp', 'euc-kr'],
];
/** Codings of a body that was requested as it is; the last is plain JSON under a false name. */
const CODINGS = ['gzip', 'x-gzip', 'deflate', 'br', 'zstd', 'aws-chunked', 'x-unheard-of', 'identity, gzip', 'json'];

function inCharset(charset: string, body: Buffer): Buffer {
  const type = `content-type: application/json; charset=${charset}`;
  return Buffer.concat([Buffer.from(status('200 OK', type, `content-length: ${body.length}`)), body]);
}

function withCoding(coding: string, body: Buffer): Buffer {
  const head = status('200 OK', `content-encoding: ${coding}`, `content-length: ${body.length}`);
  return Buffer.concat([Buffer.from(head), body]);
}

function bomb(): Buffer {
  return withCoding('gzip', gzipSync(Buffer.alloc(64 * 1024 * 1024)));
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

    test.each(CODINGS)(`${name} does not read a response with the content encoding %s`, async (coding) => {
      for (const body of [Buffer.from('{"status":"captured"}'), gzipSync('{"status":"captured"}')]) {
        const { outcome, server } = await sendTo(create(), { onRequest: end(withCoding(coding, body)) });
        expect(outcome).toMatchObject({ phase: 'unreadable', detail: 'content_encoding', httpStatus: 200 });
        expect(server.executed()).toBe(1);
      }
    });

    test(`${name} does not read a gzip whose checksum is cut off`, async () => {
      const cut = gzipSync('{"status":"captured"}').subarray(0, -8);
      const { outcome } = await sendTo(create(), { onRequest: end(withCoding('gzip', cut)) });
      expect(outcome).toMatchObject({ phase: 'unreadable', detail: 'content_encoding' });
    });

    test.each(['identity', 'Identity', 'identity, identity', ''])(
      `${name} reads a response with the content encoding "%s"`,
      async (coding) => {
        const { outcome } = await sendTo(create(), { onRequest: end(withCoding(coding, Buffer.from('{}'))) });
        expect(outcome).toMatchObject({ status: 200, body: '{}' });
      },
    );

    test.each(ASCII_COMPATIBLE)(`${name} reads ASCII as it is where the charset is %s`, async (charset) => {
      const { outcome } = await sendTo(create(), { onRequest: end(inCharset(charset, Buffer.from('{"ok":1}'))) });
      expect(outcome).toMatchObject({ status: 200, body: '{"ok":1}' });
    });

    test.each(OTHER_ALPHABETS)(`${name} does not read a response in the charset %s`, async (charset) => {
      const { outcome } = await sendTo(create(), { onRequest: end(inCharset(charset, Buffer.from('{"ok":1}'))) });
      expect(outcome).toMatchObject({ phase: 'unreadable', detail: 'charset' });
    });

    test(`${name} names the rule that a response breaks`, async () => {
      const detailOf = async (bytes: Buffer | undefined) =>
        ((await sendTo(create(), { onRequest: end(bytes ?? '') })).outcome as TransportError).detail;
      expect(await detailOf(UNREADABLE['a body longer than the limit'])).toBe('too_long');
      expect(await detailOf(UNREADABLE['bytes that are not UTF-8'])).toBe('not_utf_8');
      expect(await detailOf(UNREADABLE['a letter beyond ASCII in another charset'])).toBe('charset');
    });
  });
}
