import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Digest } from './digest.ts';

/** The key of an HMAC (RFC 2104), padded to the block of its digest: prepared once for any number of messages. */
export interface HmacKey {
  readonly inner: Uint8Array;
  readonly outer: Uint8Array;
}

/** Prepares a key. */
export function hmacKey({ hash, blockLength }: Digest, key: string | Uint8Array): HmacKey {
  const given = typeof key === 'string' ? utf8ToBytes(key) : key;
  const used = given.length > blockLength ? hash.bytes(given) : given;
  const inner = new Uint8Array(blockLength).fill(0x36);
  const outer = new Uint8Array(blockLength).fill(0x5c);
  for (const [i, byte] of used.entries()) {
    inner[i] = byte ^ 0x36;
    outer[i] = byte ^ 0x5c;
  }
  return { inner, outer };
}

/** Returns the message of which the digest is the HMAC: the outer block, and the digest of inner block and message. */
export function hmacMessage({ hash }: Digest, { inner, outer }: HmacKey, message: string | Uint8Array): Uint8Array {
  const bytes = typeof message === 'string' ? utf8ToBytes(message) : message;
  return joined(outer, hash.bytes(joined(inner, bytes)));
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}
