import { hmac } from '@noble/hashes/hmac.js';
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex, type CHash, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * A digest of a scheme: one of the constants below. A constant and not a name, so that a bundle contains only the
 * digests that it uses.
 */
export interface Digest {
  readonly name: 'MD5' | 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';
  readonly hash: CHash;
}

/** MD5 (RFC 1321). Broken; only where a provider requires it. */
export const MD5: Digest = { name: 'MD5', hash: md5 };
/** SHA-1 (FIPS 180-4). Broken; only where a provider requires it. */
export const SHA_1: Digest = { name: 'SHA-1', hash: sha1 };
/** SHA-256 (FIPS 180-4). */
export const SHA_256: Digest = { name: 'SHA-256', hash: sha256 };
/** SHA-384 (FIPS 180-4). */
export const SHA_384: Digest = { name: 'SHA-384', hash: sha384 };
/** SHA-512 (FIPS 180-4). */
export const SHA_512: Digest = { name: 'SHA-512', hash: sha512 };

/** Every {@link Digest}, the short ones first. */
export const DIGESTS: readonly Digest[] = [MD5, SHA_1, SHA_256, SHA_384, SHA_512];

/** Computes the digest of bytes or, with a key, the HMAC. */
export function digestBytes({ hash }: Digest, bytes: Uint8Array, key?: Uint8Array): Uint8Array {
  return key ? hmac(hash, key, bytes) : hash(bytes);
}

/** MD5 of the UTF-8 bytes, lower-case hex. Broken; only where a provider requires it. */
export function md5Hex(text: string): string {
  return bytesToHex(md5(utf8ToBytes(text)));
}

/** HMAC-SHA256 of the UTF-8 bytes, keyed with the UTF-8 bytes of `key`, lower-case hex. */
export function hmacSha256Hex(key: string, text: string): string {
  return bytesToHex(hmac(sha256, utf8ToBytes(key), utf8ToBytes(text)));
}

/** SHA-256 of the UTF-8 bytes, lower-case hex. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** Compares two strings in a time that depends on their lengths only. Use it for every comparison with a signature. */
export function constantTimeEqual(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  // Beyond the end of `b` the code is NaN, which counts as 0 here; the lengths differ then.
  for (let i = 0; i < a.length; i += 1) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}
