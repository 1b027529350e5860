import crypto, { createHash, createHmac } from 'node:crypto';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { HMAC_VECTORS } from '../../test/hmac-vectors.ts';
import { SCHEMES, SEED } from '../../test/signature-cases.ts';
import { Secret } from '../secrets/secret.ts';
import { type Digest, isAvailable } from './digest.ts';
import { digestBytes, digestHex, DIGESTS, MD5 } from './digests.ts';
import { hmacKey } from './hmac.ts';
import { defineScheme } from './scheme.ts';
import * as node from './digests.node.ts';
import * as noble from './digests.noble.ts';

const NAMES = { MD5: 'md5', 'SHA-1': 'sha1', 'SHA-256': 'sha256', 'SHA-384': 'sha384', 'SHA-512': 'sha512' } as const;
const digestsOf = (all: typeof node): Digest[] => DIGESTS.map((each) => ({ ...each, hash: all[NAMES[each.name]] }));
/** The same digests without `crypto.hash`, which a runtime that runs a bundle for Node may lack. */
async function withoutHash(): Promise<typeof node> {
  vi.resetModules();
  const older = { ...crypto, hash: undefined };
  vi.doMock('node:crypto', () => ({ default: older, ...older }));
  const found = await import('./digests.node.ts');
  vi.doUnmock('node:crypto');
  return found;
}

const RUNTIMES = [
  ['Node', digestsOf(node)],
  ['Node without crypto.hash', digestsOf(await withoutHash())],
  ['other runtimes', digestsOf(noble)],
] as const;

afterEach(() => void vi.restoreAllMocks());

test('on Node the digests are those of Node, and not of a library', () => {
  expect(DIGESTS.map(({ hash }) => hash)).toEqual(DIGESTS.map(({ name }) => node[NAMES[name]]));
});

describe.each(RUNTIMES)('on %s', (_runtime, digests) => {
  test.each(digests)('the HMAC of $name is that of its RFC', (digest) => {
    const vectors = HMAC_VECTORS[digest.name];
    expect(vectors).toHaveLength(7);
    for (const { name, key, message, expected } of vectors) {
      expect(digestHex(digest, message, key).slice(0, expected.length), name).toBe(expected);
      expect(Buffer.from(digestBytes(digest, message, hmacKey(digest, key))).toString('hex'), name).toMatch(expected);
    }
  });

  const input = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.uint8Array());
  const key = fc.oneof(fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 200 }));

  test.each(digests)(`$name and its HMAC are those of node:crypto (seed ${SEED})`, (digest) => {
    const algorithm = NAMES[digest.name];
    fc.assert(
      fc.property(input, key, (data, secret) => {
        const plain = createHash(algorithm).update(data).digest('hex');
        const keyed = createHmac(algorithm, secret).update(data).digest('hex');
        expect(digestHex(digest, data)).toBe(plain);
        expect(Buffer.from(digestBytes(digest, data)).toString('hex')).toBe(plain);
        expect(digestHex(digest, data, secret)).toBe(keyed);
        expect(Buffer.from(digestBytes(digest, data, hmacKey(digest, secret))).toString('hex')).toBe(keyed);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  test('half of a surrogate pair is read as every UTF-8 encoder reads it', () => {
    for (const digest of digests)
      expect(digestHex(digest, 'a\ud800b')).toBe(digestHex(digest, new TextEncoder().encode('a\ud800b')));
  });

  test.each(digests)('$name has the length and the block that it states', (digest) => {
    expect(digestBytes(digest, '')).toHaveLength(digest.length);
    // A key of one block is used as it is, a longer one is hashed.
    const block = Buffer.alloc(digest.blockLength, 7);
    expect(hmacKey(digest, block).inner).toEqual(new Uint8Array(digest.blockLength).fill(7 ^ 0x36));
    const longer = Buffer.alloc(digest.blockLength + 1, 7);
    expect(hmacKey(digest, longer)).toEqual(hmacKey(digest, digestBytes(digest, longer)));
  });
});

test('a digest that the runtime refuses is not available', () => {
  const refused = vi.fn(() => {
    throw new Error('unsupported');
  });
  const digest = { ...MD5, hash: { bytes: refused, hex: refused } };
  expect([isAvailable(MD5), isAvailable(digest)]).toEqual([true, false]);
  node.checkDigests('acme', [MD5]);
  const rule = 'needs MD5, which this runtime refuses, as Node in FIPS mode does';
  expect(() => {
    node.checkDigests('acme', [MD5, digest]);
  }).toThrow(expect.objectContaining({ provider: 'acme', issues: [{ path: '', rule }] }) as Error);
});

describe.each(Object.entries(SCHEMES))('the scheme "%s"', (_name, definition) => {
  test('a Secret is prepared once, signs like its value, and prints nothing of what was prepared', () => {
    const scheme = defineScheme(definition);
    const secret = new Secret('s3cr3t-of-the-merchant');
    const fields = { b: '2', a: '1' };
    const expected = scheme.explain(fields, secret).digest.reveal();
    for (const given of [secret, secret, secret.reveal(), new Secret(secret.reveal())])
      expect(scheme.sign(fields, given).reveal()).toBe(expected);
    expect(scheme.sign(fields, new Secret('another')).reveal()).not.toBe(expected);
    const shown = inspect([scheme, secret], { showHidden: true, depth: Infinity });
    expect(shown).not.toMatch(/s3cr3t|inner|outer|Uint8Array/);
  });
});
