import { md5, sha1, sha256, sha384, sha512 } from '#digests';
import type { Digest } from './digest.ts';
import { hmacKey, hmacMessage, type HmacKey } from './hmac.ts';

/** MD5 (RFC 1321). Broken; only where a provider requires it. */
export const MD5: Digest = { name: 'MD5', length: 16, blockLength: 64, hash: md5 };
/** SHA-1 (FIPS 180-4). Broken; only where a provider requires it. */
export const SHA_1: Digest = { name: 'SHA-1', length: 20, blockLength: 64, hash: sha1 };
/** SHA-256 (FIPS 180-4). */
export const SHA_256: Digest = { name: 'SHA-256', length: 32, blockLength: 64, hash: sha256 };
/** SHA-384 (FIPS 180-4). */
export const SHA_384: Digest = { name: 'SHA-384', length: 48, blockLength: 128, hash: sha384 };
/** SHA-512 (FIPS 180-4). */
export const SHA_512: Digest = { name: 'SHA-512', length: 64, blockLength: 128, hash: sha512 };

/** Every {@link Digest}, the short ones first. */
export const DIGESTS: readonly Digest[] = [MD5, SHA_1, SHA_256, SHA_384, SHA_512];

/** The key of an HMAC: as it is, or prepared. */
export type DigestKey = string | Uint8Array | HmacKey;

/** Computes the digest of bytes or of a string in UTF-8 or, with a key, the HMAC. */
export function digestBytes(digest: Digest, input: string | Uint8Array, key?: DigestKey): Uint8Array {
  return digest.hash.bytes(messageOf(digest, input, key));
}

/** The same in lower-case hex. */
export function digestHex(digest: Digest, input: string | Uint8Array, key?: DigestKey): string {
  return digest.hash.hex(messageOf(digest, input, key));
}

function messageOf(digest: Digest, input: string | Uint8Array, key: DigestKey | undefined): string | Uint8Array {
  if (key === undefined) return input;
  return hmacMessage(digest, isPrepared(key) ? key : hmacKey(digest, key), input);
}

function isPrepared(key: DigestKey): key is HmacKey {
  return typeof key === 'object' && 'inner' in key;
}

/** MD5 of the UTF-8 bytes, lower-case hex. Broken; only where a provider requires it. */
export function md5Hex(text: string): string {
  return digestHex(MD5, text);
}

/** HMAC-SHA256 of the UTF-8 bytes, keyed with the UTF-8 bytes of `key`, lower-case hex. */
export function hmacSha256Hex(key: string, text: string): string {
  return digestHex(SHA_256, text, key);
}

/** SHA-256 of the UTF-8 bytes, lower-case hex. */
export function sha256Hex(text: string): string {
  return digestHex(SHA_256, text);
}

/** Compares two strings in a time that depends on their lengths only. Use it for every comparison with a signature. */
export function constantTimeEqual(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  // Beyond the end of `b` the code is NaN, which counts as 0 here; the lengths differ then.
  for (let i = 0; i < a.length; i += 1) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}
