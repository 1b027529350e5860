import { decodeBody, isReadableType, MAX_BODY_BYTES, type ResponseHead, unreadable } from './body-rules.ts';

/**
 * Reads a `fetch` body as UTF-8. Decoded bytes are counted, so that a small compressed response cannot fill the memory.
 */
export async function readBody(response: Response, head: ResponseHead): Promise<string> {
  if (!response.body) return '';
  if (!isReadableType(response.headers.get('content-type'))) {
    abandon(response.body);
    throw unreadable(head, 'charset');
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > MAX_BODY_BYTES) {
      abandon(reader);
      throw unreadable(head, 'too_long');
    }
    chunks.push(value);
  }
  return decodeBody(chunks, size, head);
}

/** Gives the connection up. Not awaited: a server that never ends its response could block the cancellation. */
function abandon(body: { cancel(): Promise<void> }): void {
  body.cancel().catch(() => undefined);
}
