import { decodeBody, isReadableType, MAX_BODY_BYTES, unreadable } from './body-rules.ts';

/** Reads the body of a `fetch` as UTF-8 while counting decoded bytes, so that a small compressed answer cannot fill the memory. */
export async function readBody(response: Response): Promise<string> {
  if (!isReadableType(response.headers.get('content-type'))) throw unreadable(response.status);
  if (!response.body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > MAX_BODY_BYTES) {
      // Not awaited: a server that never ends its answer could hold the cancellation.
      reader.cancel().catch(() => undefined);
      throw unreadable(response.status);
    }
    chunks.push(value);
  }
  return decodeBody(chunks, size, response.status);
}
