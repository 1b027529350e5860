import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SEED } from '../../test/signature-cases.ts';
import { constantTimeEqual, digestBytes, DIGESTS, hmacSha256Hex, md5Hex, sha256Hex } from './digests.ts';
import { lengthOf, toBytes, writeDigest, writtenLength, type DigestForm } from './encodings.ts';

const text = fc.string({ unit: 'binary' });
const settings = { seed: SEED, numRuns: 200 };

test('digests are those of the platform', () => {
  fc.assert(
    fc.property(text, text, (data, key) => {
      expect(md5Hex(data)).toBe(createHash('md5').update(data).digest('hex'));
      expect(sha256Hex(data)).toBe(createHash('sha256').update(data).digest('hex'));
      expect(hmacSha256Hex(key, data)).toBe(createHmac('sha256', key).update(data).digest('hex'));
      for (const each of DIGESTS) {
        const algorithm = each.name.replace('-', '').toLowerCase();
        const bytes = Buffer.from(data);
        expect(Buffer.from(digestBytes(each, bytes))).toEqual(createHash(algorithm).update(data).digest());
        expect(Buffer.from(digestBytes(each, bytes, Buffer.from(key)))).toEqual(
          createHmac(algorithm, key).update(data).digest(),
        );
      }
    }),
    settings,
  );
});

test('the length of an encoded digest is known in advance', () => {
  const forms: DigestForm[] = ['lower-case-hex', 'upper-case-hex', 'base64', 'base64-of-hex'];
  for (const each of DIGESTS)
    for (const form of forms) expect(writtenLength(each, form)).toBe(writeDigest(each, form, '').length);
});

test('a comparison of digests finds every difference', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(constantTimeEqual(a, b)).toBe(a === b);
      expect(constantTimeEqual(a, a + b)).toBe(b === '');
      expect(constantTimeEqual(a, a.slice(0, 1) + a.slice(1))).toBe(true);
    }),
    settings,
  );
  expect([constantTimeEqual('', 'a'), constantTimeEqual('a', ''), constantTimeEqual('\0', '')]).toEqual([
    false,
    false,
    false,
  ]);
});

test('the length of a string is counted in each unit', () => {
  const value = 'Ö1😀';
  expect([lengthOf(value, 'characters'), lengthOf(value, 'bytes'), lengthOf(value, 'utf-16-units')]).toEqual([3, 7, 4]);
});

test('a charset encodes a character that it lacks as a question mark', () => {
  const value = 'aÖğ😀';
  expect(Buffer.from(toBytes(value, 'UTF-8'))).toEqual(Buffer.from(value));
  expect(Buffer.from(toBytes(value, 'UTF-16'))).toEqual(Buffer.from(value, 'utf16le'));
  expect(Buffer.from(toBytes(value, 'ISO-8859-1')).toString('latin1')).toBe('aÖ??');
  expect(Buffer.from(toBytes(value, 'ASCII')).toString('latin1')).toBe('a???');
});
