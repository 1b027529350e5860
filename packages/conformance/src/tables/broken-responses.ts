import { deflateSync, gzipSync } from 'node:zlib';
import type { Socket } from 'node:net';
import type { WireResponse } from '@capture/core';
import { responseHead, responseBytes, PROXY_PAGE } from '../support/http-response.ts';

const KIB = 1024;

/** Writes a broken response, in bytes, from a genuine one. */
export type WriteResponse = (genuine: WireResponse) => Buffer;

const withHeaders =
  (extra: Readonly<Record<string, string>>, encode: (body: string) => Buffer): WriteResponse =>
  (genuine) => {
    const bytes = encode(genuine.body);
    const lines = Object.entries({ ...genuine.headers, ...extra, 'content-length': String(bytes.length) });
    return Buffer.concat([
      Buffer.from(
        responseHead(
          200,
          lines.map(([name, value]) => `${name}: ${value}`),
        ),
      ),
      bytes,
    ]);
  };

/** Compressed responses that cannot be decompressed, or must not be. */
export const BROKEN_COMPRESSIONS: Readonly<Record<string, WriteResponse>> = {
  'gzip that is not gzip': withHeaders({ 'content-encoding': 'gzip' }, (body) => Buffer.from(body)),
  'truncated gzip': withHeaders({ 'content-encoding': 'gzip' }, (body) => gzipSync(body).subarray(0, -12)),
  'gzip with one byte changed': withHeaders({ 'content-encoding': 'gzip' }, (body) => {
    const bytes = gzipSync(body);
    bytes[bytes.length - 6] = (bytes[bytes.length - 6] ?? 0) ^ 0xff;
    return bytes;
  }),
  'deflate that is not deflate': withHeaders({ 'content-encoding': 'deflate' }, (body) => Buffer.from(body)),
  'truncated deflate': withHeaders({ 'content-encoding': 'deflate' }, (body) => deflateSync(body).subarray(0, -8)),
  'brotli that is not brotli': withHeaders({ 'content-encoding': 'br' }, (body) => Buffer.from(body)),
  'a small gzip of 16 MiB': withHeaders({ 'content-encoding': 'gzip' }, () =>
    gzipSync(Buffer.alloc(16 * KIB * KIB, ' ')),
  ),
  'a gzip of a success behind 16 MiB of spaces': withHeaders({ 'content-encoding': 'gzip' }, (body) =>
    gzipSync(' '.repeat(16 * KIB * KIB) + body),
  ),
};

/** Responses that violate HTTP, or would exhaust the memory. */
export const MALFORMED_RESPONSES: Readonly<Record<string, WriteResponse>> = {
  'two different lengths': ({ body }) =>
    Buffer.from(responseHead(200, [`content-length: ${body.length}`, 'content-length: 2']) + body),
  'a negative length': ({ body }) => Buffer.from(responseHead(200, ['content-length: -1']) + body),
  'a length that is not a number': ({ body }) => Buffer.from(responseHead(200, ['content-length: all']) + body),
  'a length that is too short': ({ body }) =>
    Buffer.from(responseHead(200, [`content-length: ${body.length - 3}`]) + body),
  'a length that is too long': ({ body }) =>
    Buffer.from(responseHead(200, [`content-length: ${body.length + 3}`]) + body),
  'a chunk whose size is not a number': ({ body }) =>
    Buffer.from(`${responseHead(200, ['transfer-encoding: chunked'])}zz\r\n${body}\r\n0\r\n\r\n`),
  'a chunk longer than its size': ({ body }) =>
    Buffer.from(`${responseHead(200, ['transfer-encoding: chunked'])}5\r\n${body}\r\n0\r\n\r\n`),
  'no last chunk': ({ body }) =>
    Buffer.from(
      `${responseHead(200, ['transfer-encoding: chunked'])}${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n`,
    ),
  'headers of 64 KiB': ({ body }) =>
    Buffer.from(responseHead(200, [`x-big: ${'x'.repeat(64 * KIB)}`, `content-length: ${body.length}`]) + body),
  'an unrequested 101': () => Buffer.from(responseHead(101, ['upgrade: kit', 'connection: upgrade'])),
  'a body without a head': ({ body }) => Buffer.from(body),
  'a head of HTTP/2': () => Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  'a status that is not a number': ({ body }) =>
    Buffer.from(`HTTP/1.1 OK\r\ncontent-length: ${body.length}\r\n\r\n${body}`),
  'a malformed header': ({ body }) =>
    Buffer.from(`HTTP/1.1 200 OK\r\n: : \u0000\r\ncontent-length: ${body.length}\r\n\r\n${body}`),
  garbage: () => Buffer.from('\u0000\u0001\u0002 no HTTP at all \r\n\r\n'),
  'random bytes': () => Buffer.from(Array.from({ length: 400 }, (_, index) => (index * 89 + 7) % 256)),
  'bytes that are not UTF-8': ({ body }) =>
    Buffer.concat([
      Buffer.from(responseHead(200, [`content-length: ${body.length + 2}`]) + body),
      Buffer.from([0xc3, 0x28]),
    ]),
  'a success behind 300 KiB of spaces': ({ body }) =>
    Buffer.from(responseHead(200, [`content-length: ${body.length + 300 * KIB}`]) + ' '.repeat(300 * KIB) + body),
};

/** A success status without the provider's response. */
export const EMPTY_SUCCESSES: Readonly<Record<string, WriteResponse>> = {
  '200 without a body': () => Buffer.from(responseHead(200, ['content-length: 0'])),
  '201 without a body': () => Buffer.from(responseHead(201, ['content-length: 0'])),
  '202 without a body': () => Buffer.from(responseHead(202, ['content-length: 0'])),
  '204': () => Buffer.from(responseHead(204)),
  '205': () => Buffer.from(responseHead(205, ['content-length: 0'])),
  '206 without a body': () => Buffer.from(responseHead(206, ['content-length: 0'])),
  '200 with an HTML page': () => responseBytes({ ...PROXY_PAGE, status: 200 }),
  '202 with an HTML page': () => responseBytes({ ...PROXY_PAGE, status: 202 }),
};

/** Unusual but correct ways to send a response. */
export const HARMLESS: Readonly<Record<string, (socket: Socket, response: Buffer) => void>> = {
  'byte by byte': (socket, response) => void trickle(socket, response),
  'after 103 Early Hints': (socket, response) => {
    socket.end(Buffer.concat([Buffer.from('HTTP/1.1 103 Early Hints\r\n\r\n'), response]));
  },
  'followed by a second response': (socket, response) => {
    socket.write(response, () => socket.end(responseHead(500, ['content-length: 0'])));
  },
};

async function trickle(socket: Socket, bytes: Buffer): Promise<void> {
  for (const byte of bytes)
    await new Promise<void>((resolve) =>
      socket.write(Buffer.from([byte]), () => {
        resolve();
      }),
    );
  socket.end();
}
