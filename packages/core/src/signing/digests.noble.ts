import { md5 as md5Of, sha1 as sha1Of } from '@noble/hashes/legacy.js';
import { sha256 as sha256Of, sha384 as sha384Of, sha512 as sha512Of } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { HashFunction } from './digest.ts';

// Constants that a bundler can tell apart, so that a bundle contains only the digests that it uses.
/** MD5. */
export const md5: HashFunction = /* @__PURE__ */ hashFunction(md5Of);
/** SHA-1. */
export const sha1: HashFunction = /* @__PURE__ */ hashFunction(sha1Of);
/** SHA-256. */
export const sha256: HashFunction = /* @__PURE__ */ hashFunction(sha256Of);
/** SHA-384. */
export const sha384: HashFunction = /* @__PURE__ */ hashFunction(sha384Of);
/** SHA-512. */
export const sha512: HashFunction = /* @__PURE__ */ hashFunction(sha512Of);

function hashFunction(hash: (bytes: Uint8Array) => Uint8Array): HashFunction {
  const bytes = (input: string | Uint8Array): Uint8Array =>
    hash(typeof input === 'string' ? utf8ToBytes(input) : input);
  return { bytes, hex: (input) => bytesToHex(bytes(input)) };
}

/** Refuses no client: nothing refuses these digests. */
export const checkDigests = (): void => undefined;
