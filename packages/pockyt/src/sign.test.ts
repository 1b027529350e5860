import { createHash } from 'node:crypto';
import { Secret } from '@capture/core';
import { printed } from '@capture/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { connect, credentials, request, sample, signatures } from '../test/support.ts';
import { pockytScheme, pockytSignature } from './index.ts';

const { token } = credentials;
const seed = 20_260_401;

describe('published signatures', () => {
  test.each(signatures)('the published signature "$name" is reproduced', ({ fields, token: published, signature }) => {
    expect(pockytSignature(fields, published)).toBe(signature);
  });

  test('the documented signature of a query is reproduced', () => {
    const fields = { merchantNo: '200043', storeNo: '300014', transactionNo: '297553638300708562' };
    expect(pockytSignature(fields, token)).toBe('0df745088d7202a6d186596acdc82c6a');
  });

  test('the documented request is signed with the token of the signing guide', () => {
    expect(pockytSignature(sample.request.body as Record<string, string>, token)).toBe(
      sample.request.body['verifySign'],
    );
  });
});

describe('the signed string', () => {
  test('fields are signed by name, unencoded, joined with & and followed by the MD5 of the token', () => {
    const [{ tokenMd5 = '' } = { tokenMd5: '' }] = signatures;
    const { text, exactText } = pockytScheme.explain({ b: '2 &=ü', a: '1' }, token);
    expect(text).toBe('a=1&b=2 &=ü&[secret]');
    expect(exactText.reveal()).toBe(`a=1&b=2 &=ü&${tokenMd5}`);
  });

  test('neither a verifySign nor an empty value is signed, and both are listed as left out', () => {
    const { text, leftOut } = pockytScheme.explain({ a: '1', note: '', verifySign: 'x' }, token);
    expect(text).toBe('a=1&[secret]');
    expect(leftOut.map(({ name }) => name)).toEqual(['note', 'verifySign']);
  });

  test('names are sorted by their bytes: merGroupNo before merchantNo, and U+FF5E before an emoji', () => {
    const { fields } = pockytScheme.explain(
      { '\u{1f600}': '4', merchantNo: '2', '\uff5e': '3', merGroupNo: '1' },
      token,
    );
    expect(fields.map(({ value }) => value)).toEqual(['1', '2', '3', '4']);
  });
});

const names = fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }).filter((name) => name !== 'verifySign');
const values = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
const manyFields = fc.uniqueArray(fc.tuple(names, values), { selector: ([name]) => name, minLength: 1, maxLength: 8 });

test('any Unicode is signed as its UTF-8 bytes, whatever the order of the fields', () => {
  fc.assert(
    fc.property(manyFields, fc.infiniteStream(fc.nat()), values, (fields, random, secret) => {
      const md5 = (text: string): string => createHash('md5').update(text, 'utf8').digest('hex');
      const sorted = [...fields].sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
      const expected = md5(sorted.map(([name, value]) => `${name}=${value}&`).join('') + md5(secret));
      const ranks = new Map(fields.map(([name]) => [name, random.next().value ?? 0]));
      const shuffled = [...fields].sort(([a], [b]) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
      expect(pockytSignature(Object.fromEntries(fields), secret)).toBe(expected);
      expect(pockytSignature(Object.fromEntries(shuffled), secret)).toBe(expected);
    }),
    { seed },
  );
});

test('a change of one character, in a value or in the token, changes the signature', () => {
  fc.assert(
    fc.property(manyFields, fc.nat(), fc.boolean(), (fields, at, inToken) => {
      const [name, value] = fields[at % fields.length]!;
      const original = pockytSignature(Object.fromEntries(fields), token);
      const changed = inToken
        ? pockytSignature(Object.fromEntries(fields), `${token}x`)
        : pockytSignature({ ...Object.fromEntries(fields), [name]: `${value}x` }, token);
      expect(changed).not.toBe(original);
    }),
    { seed },
  );
});

describe('secrecy of the signature', () => {
  const { signature, body, exactBody } = connect().prepare(request);

  test('card number, security code and key material are masked in the explanation of a signature', () => {
    expect(signature?.text).toContain('cardCvv=[secret]&');
    expect(signature?.text).toContain('cardNumber=[secret]&');
    expect(signature?.text).toMatch(/&vendor=creditcard&\[secret\]$/);
    expect(signature?.exactText.reveal()).toContain('cardNumber=5425233430109903&');
    expect(body).toContain('"cardNumber":"[secret]"');
    expect(body).toContain('"verifySign":"[secret]"');
    expect(exactBody?.reveal()).toContain(`"verifySign":"${String(sample.request.body['verifySign'])}"`);
  });

  test('card number, security code, token and signature are in no printed form of a signature', () => {
    const scheme = pockytScheme.explain({ cardNumber: new Secret('5425233430109903') }, token);
    const shown = [printed(signature), body, printed(scheme)].join('\n');
    for (const secret of ['5425233430109903', '=123&', token, '186abea4b8610d7ff03768255588597a']) {
      expect(shown).not.toContain(secret);
    }
    expect(shown).not.toContain(sample.request.body['verifySign']);
  });
});
