import type { ErrorDetail } from '../errors/error-details.ts';
import { TransportError, type WireResponse } from './http.ts';

/** The longest response body. No provider documents one of more than a few kilobytes. */
export const MAX_BODY_BYTES = 256 * 1024;

/** Status and headers of a response. */
export type ResponseHead = Pick<WireResponse, 'status' | 'headers'>;

/** The failure of a response that arrived but cannot be read. */
export function unreadable({ status, headers }: ResponseHead, detail: ErrorDetail): TransportError {
  return new TransportError('unreadable', 'unreadable_response', status, { detail, headers });
}

/** Reads the body of a response: its head is accepted, its chunks are collected, and the whole is decoded. */
export interface BodyReader {
  /** Adds a chunk. Throws {@link TransportError} where the body exceeds the limit. */
  add(chunk: Uint8Array): void;
  /** Decodes the collected body. Throws {@link TransportError} where its bytes are not those of its charset. */
  text(): string;
}

/**
 * Starts to read a body under the rules of every transport. `identity` was requested, so a content-encoding is not
 * read: a runtime may decode it without a check of its end. Throws {@link TransportError}.
 */
export function bodyReader(head: ResponseHead): BodyReader {
  const { 'content-type': contentType, 'content-encoding': contentEncoding } = head.headers;
  if (contentEncoding !== undefined && !/^(?:\s*identity\s*(?:,|$))*$/i.test(contentEncoding))
    throw unreadable(head, 'content_encoding');
  const charset = charsetOf(contentType);
  if (charset === 'unsupported') throw unreadable(head, 'charset');
  const chunks: Uint8Array[] = [];
  let size = 0;
  return {
    add(chunk) {
      size += chunk.byteLength;
      if (size > MAX_BODY_BYTES) throw unreadable(head, 'too_long');
      chunks.push(chunk);
    },
    text() {
      const bytes = joined(chunks, size);
      if (charset === 'ascii' && bytes.some((byte) => byte > 0x7f)) throw unreadable(head, 'charset');
      try {
        return UTF_8.decode(bytes);
      } catch {
        throw unreadable(head, 'not_utf_8');
      }
    },
  };
}

/**
 * Labels of charsets in which the bytes below 0x80 are ASCII. Shift_JIS is left out: its 0x5c may be a yen sign, and
 * that byte escapes in JSON.
 */
const ASCII_COMPATIBLE =
  /^(?:(?:us-)?ascii|ansi_x3\.4-1968|iso[-_]?8859[-_]?\d+(?:-[ei])?|latin-?\d+|(?:windows-|cp-?)(?:125\d|874)|koi8-[ru]|macintosh|gbk|gb2312|gb18030|big5(?:-hkscs)?|euc-(?:jp|kr))$/i;

/** The charset that a content type states; UTF-8 where it states none. */
function charsetOf(contentType: string | undefined): 'utf-8' | 'ascii' | 'unsupported' {
  // Nearly every response: none is stated.
  if (contentType === undefined || !/charset/i.test(contentType)) return 'utf-8';
  const labels = [...contentType.matchAll(/charset\s*=\s*"?([^\s";,]+)/gi)].map(([, label = '']) => label);
  if (labels.every((label) => /^utf-?8$/i.test(label))) return 'utf-8';
  return labels.every((label) => /^utf-?8$/i.test(label) || ASCII_COMPATIBLE.test(label)) ? 'ascii' : 'unsupported';
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

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
