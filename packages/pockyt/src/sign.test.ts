import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import { Secret } from '@capture/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answering, request, sample, signatures } from '../test/support.ts';
import { pockytScheme, pockytSignature } from './index.ts';

const { token } = sample.credentials;
const seed = 20_260_401;

describe('verifySign is the one that the provider publishes', () => {
  test.each(signatures)('$name', ({ fields, token: published, signature }) => {
    expect(pockytSignature(fields, published)).toBe(signature);
  });

  test("the query page's example", () => {
    const fields = { merchantNo: '200043', storeNo: '300014', transactionNo: '297553638300708562' };
    expect(pockytSignature(fields, token)).toBe('0df745088d7202a6d186596acdc82c6a');
  });

  test("the page's own request, with the token of the signing page", () => {
    expect(pockytSignature(sample.request.body, token)).toBe(sample.request.body['verifySign']);
  });
});

describe('how it is made', () => {
  test('by name, unencoded, joined with & and closed with the MD5 of the token', () => {
    const [{ tokenMd5 = '' } = { tokenMd5: '' }] = signatures;
    const { text, exactText } = pockytScheme.sign({ b: '2 &=ü', a: '1' }, token);
    expect(text).toBe('a=1&b=2 &=ü&[secret]');
    expect(exactText.reveal()).toBe(`a=1&b=2 &=ü&${tokenMd5}`);
  });

  test('a verifySign among the fields is not signed, nor is an empty value, and it says so', () => {
    const { text, leftOut } = pockytScheme.sign({ a: '1', note: '', verifySign: 'x' }, token);
    expect(text).toBe('a=1&[secret]');
    expect(leftOut.map(({ name }) => name)).toEqual(['note', 'verifySign']);
  });

  test('names are ordered by bytes: merGroupNo before merchantNo, and U+FF5E before an emoji', () => {
    const { fields } = pockytScheme.sign({ '\u{1f600}': '4', merchantNo: '2', '\uff5e': '3', merGroupNo: '1' }, token);
    expect(fields.map(({ value }) => value)).toEqual(['1', '2', '3', '4']);
  });
});

const names = fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }).filter((name) => name !== 'verifySign');
const values = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
const manyFields = fc.uniqueArray(fc.tuple(names, values), { selector: ([name]) => name, minLength: 1, maxLength: 8 });

test('any Unicode is signed as its UTF-8 bytes, in whatever order the fields are given', () => {
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

test('one other character, in a value or in the token, is another signature', () => {
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

describe('nothing secret is printed', () => {
  const { signature, body, exactBody } = answering({}).client.prepare(request);

  test('card number and security code are masked in the explanation, as is the key material', () => {
    expect(signature?.text).toContain('cardCvv=[secret]&');
    expect(signature?.text).toContain('cardNumber=[secret]&');
    expect(signature?.text).toMatch(/&vendor=creditcard&\[secret\]$/);
    expect(signature?.exactText.reveal()).toContain('cardNumber=5425233430109903&');
    expect(body).toContain('"cardNumber":"[secret]"');
    expect(body).toContain('"verifySign":"[secret]"');
    expect(exactBody?.reveal()).toContain(`"verifySign":"${String(sample.request.body['verifySign'])}"`);
  });

  test('however it is printed', () => {
    const printed = [
      JSON.stringify(signature),
      inspect(signature, { depth: Infinity, showHidden: true }),
      body,
      JSON.stringify(pockytScheme.sign({ cardNumber: new Secret('5425233430109903') }, token)),
    ].join('\n');
    for (const secret of ['5425233430109903', '=123&', token, '186abea4b8610d7ff03768255588597a']) {
      expect(printed).not.toContain(secret);
    }
    expect(printed).not.toContain(sample.request.body['verifySign']);
  });
});
