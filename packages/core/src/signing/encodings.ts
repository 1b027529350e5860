import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Digest } from './digest.ts';
import { digestBytes, digestHex, type DigestKey } from './digests.ts';

/**
 * The unit of a length. The units differ outside ASCII; characters (code points) and UTF-16 units only beyond U+FFFF
 * (emoji).
 */
export type LengthUnit = 'characters' | 'bytes' | 'utf-16-units';

/** The encoding of a string as bytes. Everything but UTF-8 is a mistake of the search. */
export type Charset = 'UTF-8' | 'ISO-8859-1' | 'ASCII' | 'UTF-16';

/** The encoding of a digest. */
export type DigestForm = 'lower-case-hex' | 'upper-case-hex' | 'base64' | 'base64-of-hex';

/** Unit names for sentences. */
export const UNIT_NAMES: Readonly<Record<LengthUnit, string>> = {
  characters: 'characters',
  bytes: 'bytes',
  'utf-16-units': 'UTF-16 units',
};

/** Names of digest encodings for sentences. */
export const FORM_NAMES: Readonly<Record<DigestForm, string>> = {
  'lower-case-hex': 'lower-case hex',
  'upper-case-hex': 'upper-case hex',
  base64: 'base64',
  'base64-of-hex': 'base64 of the hex text',
};

const SURROGATE_PAIRS = /[\ud800-\udbff][\udc00-\udfff]/g;

/** Measures the length of a value in a unit. */
export function lengthOf(value: string, unit: LengthUnit): number {
  if (unit === 'bytes') return utf8ToBytes(value).length;
  const pairs = unit === 'characters' ? value.match(SURROGATE_PAIRS) : undefined;
  return value.length - (pairs?.length ?? 0);
}

/** Encodes a string. Characters outside the charset become question marks, as in the usual libraries. */
export function toBytes(text: string, charset: Charset): Uint8Array {
  if (charset === 'UTF-8') return utf8ToBytes(text);
  if (charset === 'UTF-16') {
    return Uint8Array.from({ length: text.length * 2 }, (_, i) => (text.charCodeAt(i >> 1) >> (8 * (i % 2))) & 0xff);
  }
  const last = charset === 'ASCII' ? 0x7f : 0xff;
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  return Uint8Array.from(codes, (code) => (code > last ? 0x3f : code));
}

/** Computes a digest or, with a key, the HMAC, and encodes it. */
export function writeDigest(algorithm: Digest, form: DigestForm, input: string | Uint8Array, key?: DigestKey): string {
  if (form === 'base64') return btoa(String.fromCharCode(...digestBytes(algorithm, input, key)));
  const hex = digestHex(algorithm, input, key);
  if (form === 'base64-of-hex') return btoa(hex);
  return form === 'upper-case-hex' ? hex.toUpperCase() : hex;
}

/** The length of an encoded digest, without computing one. */
export function writtenLength({ length }: Digest, form: DigestForm): number {
  if (form === 'base64') return base64Length(length);
  return form === 'base64-of-hex' ? base64Length(length * 2) : length * 2;
}

function base64Length(bytes: number): number {
  return Math.ceil(bytes / 3) * 4;
}
