import type { IncomingMessage } from 'node:http';
import { bodyReader, type BodyReader, type ResponseHead } from '../transport/body-rules.ts';
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
  const failed = (error: unknown): void => {
    handler.onFailure(
      TransportError.is(error) ? error : new TransportError('in-doubt', 'transport_failed', head.status),
    );
  };
  let body: BodyReader;
  try {
    body = bodyReader(head);
  } catch (error) {
    failed(error);
    return;
  }
  incoming.on('data', (chunk: Uint8Array) => {
    try {
      body.add(chunk);
    } catch (error) {
      failed(error);
    }
  });
  incoming.on('end', () => {
    // A truncated response has no end in Node; should it ever have one, it is not a response.
    if (!incoming.complete) {
      handler.onFailure(new TransportError('in-doubt', 'connection_lost', head.status, { detail: 'truncated' }));
      return;
    }
    try {
      handler.onResponse({ ...head, body: body.text() });
    } catch (error) {
      failed(error);
    }
  });
}

/** Status and headers. Joins the only header that Node does not give as a string. */
export function headOf({ statusCode: status = 0, headers }: IncomingMessage): ResponseHead {
  const cookies = headers['set-cookie'];
  const plain = cookies ? { ...headers, 'set-cookie': cookies.join(', ') } : headers;
  return { status, headers: plain as ResponseHead['headers'] };
}
