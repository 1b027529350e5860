import { TransportError } from './http.ts';

/** An answer's body may be this long, decoded. None of the providers documents one of more than a few kilobytes. */
export const MAX_BODY_BYTES = 256 * 1024;

/** The failure of an answer that came and cannot be read. */
export function unreadable(status: number): TransportError {
  return new TransportError('unreadable', 'unreadable_answer', status);
}

/** Whether a body with this `content-type` is read: as UTF-8, which is also what an answer without a charset is taken for. */
export function isReadableType(contentType: string | null | undefined): boolean {
  const charset = /charset\s*=\s*"?([^\s";]+)/i.exec(contentType ?? '')?.[1] ?? 'utf-8';
  return /^(?:utf-?8|us-ascii)$/i.test(charset);
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** The text of a body of `size` bytes that came in these pieces. Throws {@link TransportError} where it is not UTF-8. */
export function decodeBody(chunks: readonly Uint8Array[], size: number, status: number): string {
  try {
    return UTF_8.decode(joined(chunks, size));
  } catch {
    throw unreadable(status);
  }
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [first] = chunks;
  if (first && chunks.length === 1) return first;
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
