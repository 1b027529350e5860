/** A hash function of the runtime, over bytes or the UTF-8 of a string. Throws where the runtime refuses it. */
export interface HashFunction {
  bytes(input: string | Uint8Array): Uint8Array;
  /** The same in lower-case hex. */
  hex(input: string | Uint8Array): string;
}

/**
 * A digest of a scheme: one of the constants of this package. A constant and not a name, so that a bundle contains only
 * the digests that it uses. The runtime decides on the code behind it: `node:crypto` on Node, `@noble/hashes`
 * elsewhere.
 */
export interface Digest {
  readonly name: 'MD5' | 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';
  /** Bytes of a digest. */
  readonly length: number;
  /** Bytes of a block: the longest key of an HMAC that is not hashed. */
  readonly blockLength: number;
  readonly hash: HashFunction;
}

/** Reports whether the runtime computes a digest. Node in FIPS mode refuses the broken ones. */
export function isAvailable({ hash }: Digest): boolean {
  try {
    return hash.hex('') !== '';
  } catch {
    return false;
  }
}
