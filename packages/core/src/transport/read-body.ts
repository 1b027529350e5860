import { TransportError } from './wire.ts';

/** An answer's body may be this long, decoded. None of the providers documents one of more than a few kilobytes. */
export const MAX_BODY_BYTES = 256 * 1024;

/** Reads a body as UTF-8 while counting decoded bytes, so that a small compressed answer cannot fill the memory. */
export async function readBody(response: Response): Promise<string> {
  const charset = /charset\s*=\s*"?([^\s";]+)/i.exec(response.headers.get('content-type') ?? '')?.[1] ?? 'utf-8';
  if (!/^(?:utf-?8|us-ascii)$/i.test(charset))
    throw new TransportError('unreadable', 'unreadable_answer', response.status);
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
      throw new TransportError('unreadable', 'unreadable_answer', response.status);
    }
    chunks.push(value);
  }
  return decode(chunks, size, response.status);
}

function decode(chunks: readonly Uint8Array[], size: number, status: number): string {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new TransportError('unreadable', 'unreadable_answer', status);
  }
}
