import crypto from 'node:crypto';
import { InvalidOptionsError } from '../errors/invalid-input.ts';
import { type Digest, type HashFunction, isAvailable } from './digest.ts';

/** MD5. */
export const md5: HashFunction = /* @__PURE__ */ hashFunction('md5');
/** SHA-1. */
export const sha1: HashFunction = /* @__PURE__ */ hashFunction('sha1');
/** SHA-256. */
export const sha256: HashFunction = /* @__PURE__ */ hashFunction('sha256');
/** SHA-384. */
export const sha384: HashFunction = /* @__PURE__ */ hashFunction('sha384');
/** SHA-512. */
export const sha512: HashFunction = /* @__PURE__ */ hashFunction('sha512');

/** One call is cheaper than an object that is fed. A runtime that runs a bundle for Node may lack it. */
function hashFunction(name: string): HashFunction {
  return typeof crypto.hash === 'function'
    ? {
        bytes: (input) => crypto.hash(name, input, 'buffer'),
        hex: (input) => crypto.hash(name, input, 'hex'),
      }
    : {
        bytes: (input) => crypto.createHash(name).update(input).digest(),
        hex: (input) => crypto.createHash(name).update(input).digest('hex'),
      };
}

/** Refuses a client that could sign nothing, as in FIPS mode. Throws `InvalidOptionsError`. */
export function checkDigests(provider: string, digests: readonly Digest[]): void {
  const refused = digests.find((digest) => !isAvailable(digest));
  if (!refused) return;
  const rule = `needs ${refused.name}, which this runtime refuses, as Node in FIPS mode does`;
  throw new InvalidOptionsError({ provider, issues: [{ path: '', rule }] });
}
