import type { IncomingMessage } from 'node:http';
import { decodeBody, isReadableType, MAX_BODY_BYTES, type ResponseHead, unreadable } from '../transport/body-rules.ts';
import { TransportError, type WireResponse } from '../transport/http.ts';

/** Receiver of a response or of its failure. Only the first call counts. */
export interface ResponseHandler {
  onResponse(response: WireResponse): void;
  onFailure(failure: TransportError): void;
}

/**
 * Reads a response, counting its bytes as they arrive. A truncated or unreadable response is a failure. Nothing is
 * decompressed: a response with a content-encoding, which was not requested, cannot be read.
 */
export function readResponse(incoming: IncomingMessage, handler: ResponseHandler): void {
  const head = headOf(incoming);
  const encoding = incoming.headers['content-encoding'] ?? 'identity';
  if (!/^identity$/i.test(encoding)) {
    handler.onFailure(unreadable(head, 'content_encoding'));
    return;
  }
  if (!isReadableType(incoming.headers['content-type'])) {
    handler.onFailure(unreadable(head, 'charset'));
    return;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  incoming.on('data', (chunk: Uint8Array) => {
    size += chunk.byteLength;
    if (size > MAX_BODY_BYTES) handler.onFailure(unreadable(head, 'too_long'));
    else chunks.push(chunk);
  });
  incoming.on('end', () => {
    // A truncated response has no end in Node; should it ever have one, it is not a response.
    if (!incoming.complete) {
      handler.onFailure(new TransportError('in-doubt', 'connection_lost', head.status, { detail: 'truncated' }));
      return;
    }
    try {
      handler.onResponse({ ...head, body: decodeBody(chunks, size, head) });
    } catch (error) {
      handler.onFailure(TransportError.is(error) ? error : unreadable(head, 'not_utf_8'));
    }
  });
}

/** Status and headers. Joins the only header that Node does not give as a string. */
export function headOf({ statusCode: status = 0, headers }: IncomingMessage): ResponseHead {
  const cookies = headers['set-cookie'];
  const plain = cookies ? { ...headers, 'set-cookie': cookies.join(', ') } : headers;
  return { status, headers: plain as ResponseHead['headers'] };
}
