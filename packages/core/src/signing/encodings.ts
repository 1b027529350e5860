import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Digest } from './digests.ts';

/** What the length of a value counts. They differ outside ASCII; characters (code points) and UTF-16 units differ for emoji and the like only. */
export type LengthUnit = 'characters' | 'bytes' | 'UTF-16 units';

/** How a text becomes bytes. Everything but UTF-8 is a mistake that is searched for. */
export type Charset = 'UTF-8' | 'ISO-8859-1' | 'ASCII' | 'UTF-16';

/** How a digest is written. */
export type DigestForm = 'lower-case hex' | 'upper-case hex' | 'base64' | 'base64 of the hex text';

/** The length of a value in a unit. */
export function lengthOf(value: string, unit: LengthUnit): number {
  if (unit === 'bytes') return utf8ToBytes(value).length;
  return unit === 'characters' ? Array.from(value).length : value.length;
}

/** The bytes of a text. What a charset cannot write becomes a question mark, as the usual libraries do it. */
export function toBytes(text: string, charset: Charset): Uint8Array {
  if (charset === 'UTF-8') return utf8ToBytes(text);
  if (charset === 'UTF-16') {
    return Uint8Array.from({ length: text.length * 2 }, (_, i) => (text.charCodeAt(i >> 1) >> (8 * (i % 2))) & 0xff);
  }
  const last = charset === 'ASCII' ? 0x7f : 0xff;
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  return Uint8Array.from(codes, (code) => (code > last ? 0x3f : code));
}

/** Writes a digest. */
export function writeDigest(digest: Uint8Array, form: DigestForm): string {
  if (form === 'base64') return btoa(String.fromCharCode(...digest));
  const hex = bytesToHex(digest);
  if (form === 'base64 of the hex text') return btoa(hex);
  return form === 'upper-case hex' ? hex.toUpperCase() : hex;
}

/** How long a written digest is, known without making one. */
export function writtenLength({ hash }: Digest, form: DigestForm): number {
  const size = hash.outputLen;
  if (form === 'base64') return base64Length(size);
  return form === 'base64 of the hex text' ? base64Length(size * 2) : size * 2;
}

function base64Length(bytes: number): number {
  return Math.ceil(bytes / 3) * 4;
}
