import { hmac } from '@noble/hashes/hmac.js';
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex, type CHash, utf8ToBytes } from '@noble/hashes/utils.js';

/** A digest that a scheme can ask for, or that somebody takes by mistake. MD5 and SHA-1 are broken for everything except being what a provider asks for. */
export type DigestName = 'MD5' | 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';

const HASHES: Readonly<Record<DigestName, CHash>> = {
  MD5: md5,
  'SHA-1': sha1,
  'SHA-256': sha256,
  'SHA-384': sha384,
  'SHA-512': sha512,
};

/** Every {@link DigestName}, the short ones first. Written out: asking the table would put every digest into every bundle. */
export const DIGEST_NAMES: readonly DigestName[] = ['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'];

/** How many bytes a digest has. */
export function digestSize(name: DigestName): number {
  return HASHES[name].outputLen;
}

/** The digest of bytes; with a key, the HMAC. */
export function digestBytes(name: DigestName, bytes: Uint8Array, key?: Uint8Array): Uint8Array {
  return key ? hmac(HASHES[name], key, bytes) : HASHES[name](bytes);
}

/** MD5 of the UTF-8 bytes, lower-case hex. Broken for everything except being what a provider asks for. */
export function md5Hex(text: string): string {
  return bytesToHex(md5(utf8ToBytes(text)));
}

/** HMAC-SHA256 of the UTF-8 bytes, keyed with the UTF-8 bytes of `key`, lower-case hex. */
export function hmacSha256Hex(key: string, text: string): string {
  return bytesToHex(hmac(sha256, utf8ToBytes(key), utf8ToBytes(text)));
}

/** HMAC-SHA1, lower-case hex: only to recognise a signature that somebody made with the wrong digest. */
export function hmacSha1Hex(key: string, text: string): string {
  return bytesToHex(hmac(sha1, utf8ToBytes(key), utf8ToBytes(text)));
}

/** SHA-256 of the UTF-8 bytes, lower-case hex. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** Whether two texts are the same, in a time that depends on their lengths only, not on where they differ. For every comparison with a signature. */
export function constantTimeEqual(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  // Beyond the end of `b` there is NaN, which counts as 0 here; the lengths differ then.
  for (let i = 0; i < a.length; i += 1) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}
