import type { IncomingMessage } from 'node:http';
import { decodeBody, isReadableType, MAX_BODY_BYTES, unreadable } from '../transport/body-rules.ts';
import { TransportError, type WireResponse } from '../transport/http.ts';

/** Who an answer is read for. Only what it is told first counts. */
export interface Reader {
  answered(response: WireResponse): void;
  failed(failure: TransportError): void;
}

/**
 * Reads an answer, counting its bytes as they come. An answer that was cut short, or that cannot be read, is a failure. Nothing is
 * unpacked: an answer with a content-encoding, which was not asked for, cannot be read.
 */
export function readAnswer(incoming: IncomingMessage, reader: Reader): void {
  const { statusCode: status = 0, headers } = incoming;
  const encoding = headers['content-encoding'] ?? 'identity';
  if (!/^identity$/i.test(encoding) || !isReadableType(headers['content-type'])) {
    reader.failed(unreadable(status));
    return;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  incoming.on('data', (chunk: Uint8Array) => {
    size += chunk.byteLength;
    if (size > MAX_BODY_BYTES) reader.failed(unreadable(status));
    else chunks.push(chunk);
  });
  incoming.on('end', () => {
    // What was cut short has no end in Node; should it ever have one, it is no answer.
    if (!incoming.complete) {
      reader.failed(new TransportError('in-doubt', 'connection_lost', status));
      return;
    }
    try {
      reader.answered({ status, headers: plain(headers), body: decodeBody(chunks, size, status) });
    } catch (error) {
      reader.failed(TransportError.is(error) ? error : unreadable(status));
    }
  });
}

/** Every header is a text already but one. */
function plain(headers: IncomingMessage['headers']): Readonly<Record<string, string>> {
  const cookies = headers['set-cookie'];
  return (cookies ? { ...headers, 'set-cookie': cookies.join(', ') } : headers) as Record<string, string>;
}
