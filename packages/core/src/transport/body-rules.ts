import type { ErrorDetail } from '../errors/error-details.ts';
import { TransportError, type WireResponse } from './http.ts';

/** The longest response body, decoded. No provider documents one of more than a few kilobytes. */
export const MAX_BODY_BYTES = 256 * 1024;

/** Status and headers of a response. */
export type ResponseHead = Pick<WireResponse, 'status' | 'headers'>;

/** The failure of a response that arrived but cannot be read. */
export function unreadable({ status, headers }: ResponseHead, detail: ErrorDetail): TransportError {
  return new TransportError('unreadable', 'unreadable_response', status, { detail, headers });
}

/** Accepts a `content-type` whose body can be read as UTF-8. A response without a charset is taken to be UTF-8. */
export function isReadableType(contentType: string | null | undefined): boolean {
  const charset = /charset\s*=\s*"?([^\s";]+)/i.exec(contentType ?? '')?.[1] ?? 'utf-8';
  return /^(?:utf-?8|us-ascii)$/i.test(charset);
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** Decodes a body of `size` bytes that came in these chunks. Throws {@link TransportError} where it is not UTF-8. */
export function decodeBody(chunks: readonly Uint8Array[], size: number, head: ResponseHead): string {
  try {
    return UTF_8.decode(joined(chunks, size));
  } catch {
    throw unreadable(head, 'not_utf_8');
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
