import type { WireResponse } from '@capture/core';

/** The head of an HTTP response, including the empty line. */
export function responseHead(status: number | string, headers: readonly string[] = []): string {
  return `HTTP/1.1 ${status}${typeof status === 'number' ? ' Kit' : ''}\r\n${headers.map((line) => `${line}\r\n`).join('')}\r\n`;
}

/** The ways to mark the end of a body. */
export type Framing = 'with its length' | 'in chunks' | 'without a length';

/** A whole HTTP response in bytes. */
export function responseBytes({ status, headers, body }: WireResponse, framing: Framing = 'with its length'): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  if (framing === 'without a length') return Buffer.from(responseHead(status, [...lines, 'connection: close']) + body);
  if (framing === 'with its length')
    return Buffer.from(responseHead(status, [...lines, `content-length: ${Buffer.byteLength(body)}`]) + body);
  const bytes = Buffer.from(body);
  const middle = Math.ceil(bytes.length / 2);
  const chunks = [bytes.subarray(0, middle), bytes.subarray(middle)].flatMap((chunk) => [
    Buffer.from(`${chunk.length.toString(16)}\r\n`),
    chunk,
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([
    Buffer.from(responseHead(status, [...lines, 'transfer-encoding: chunked'])),
    ...chunks,
    Buffer.from('0\r\n\r\n'),
  ]);
}

/** An error page of a proxy. */
export const PROXY_PAGE: WireResponse = {
  status: 502,
  headers: { 'content-type': 'text/html' },
  body: '<!doctype html><html><head><title>Bad gateway</title></head><body><h1>success</h1></body></html>',
};
