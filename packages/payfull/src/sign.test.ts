import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { options, sample } from '../test/support.ts';
import { payfullHash, payfullScheme } from './sign.ts';

const { password } = options;
const baseText = (fields: Record<string, string>) => payfullScheme.explain(fields, password).exactText.reveal();
const settings = { seed: 20160908, numRuns: 300 };

describe('published signatures', () => {
  const path = new URL('../../../protocol/signatures.json', import.meta.url);
  const { payfull } = JSON.parse(readFileSync(path, 'utf8')) as {
    payfull: { name: string; fields: Record<string, string>; baseText: string }[];
  };

  test.each(payfull)('the published example "$name" is signed as $baseText', ({ fields, baseText: printed }) => {
    expect(baseText(fields)).toBe(printed);
  });

  test('a total of 23.02 and the type Capture are signed as 523.027Capture', () => {
    expect(baseText({ type: 'Capture', total: '23.02' })).toBe('523.027Capture');
  });

  test('the documented request has the hash of its own fields', () => {
    const { body } = sample.request;
    expect(payfullHash(body as Record<string, string>, password)).toBe(body['hash']);
  });
});

describe('the signed string', () => {
  test('each value follows its length, in the order of the names', () => {
    expect(baseText({ b: 'two', a: 'one', c: 'three' })).toBe('3one3two5three');
  });

  test('the length of a value counts characters and not bytes, as Turkish letters show', () => {
    expect(baseText({ passive_data: 'Ödeme ile ilgili bilgiler' })).toBe('25Ödeme ile ilgili bilgiler');
    expect(baseText({ passive_data: 'ığüşöçİĞÜŞÖÇ' })).toBe('12ığüşöçİĞÜŞÖÇ');
  });

  test('the length of a value counts characters and not UTF-16 units, as emoji show', () => {
    expect(baseText({ passive_data: '🧾' })).toBe('1🧾');
    // A family is one sign to the eye and five characters.
    expect(baseText({ passive_data: '👨‍👩‍👧' })).toBe('5👨‍👩‍👧');
  });

  test('an empty value is not signed, and the hash itself never is', () => {
    expect(baseText({ type: 'Capture', passive_data: '', merchant_trx_id: '', hash: 'x' })).toBe('7Capture');
  });

  test('a value of 0 is signed', () => {
    expect(baseText({ total: '0' })).toBe('10');
  });

  test('names are sorted by their bytes: capitals, then _, then lower-case letters', () => {
    expect(baseText({ ab: '1', a_b: '2', aB: '3' })).toBe('131211');
  });

  test('the digest is HMAC-SHA256 in lower-case hex, keyed with the password', () => {
    const expected = createHmac('sha256', password).update('523.027Capture', 'utf8').digest('hex');
    expect(payfullHash({ type: 'Capture', total: '23.02' }, password)).toBe(expected);
  });

  test('the explanation names the signed fields and shows no digest', () => {
    const signature = payfullScheme.explain({ type: 'Capture', total: '23.02' }, password);
    expect(signature.fields).toEqual([
      { name: 'total', value: '23.02' },
      { name: 'type', value: 'Capture' },
    ]);
    expect(signature.text).toBe('523.027Capture');
    expect(JSON.stringify(signature)).not.toContain(signature.digest.reveal());
    expect(JSON.stringify(signature)).not.toContain(password);
  });
});

describe('properties', () => {
  const names = ['merchant', 'type', 'language', 'client_ip', 'transaction_id', 'total', 'passive_data'] as const;
  const fields = fc.record(
    Object.fromEntries(names.map((name) => [name, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })])),
  ) as fc.Arbitrary<Record<string, string>>;
  const shuffled = fields.chain((given) =>
    fc.tuple(fc.constant(given), fc.shuffledSubarray(Object.keys(given), { minLength: names.length })),
  );

  test('the order in which fields are given does not change the hash', () => {
    fc.assert(
      fc.property(shuffled, ([given, order]) => {
        const reordered = Object.fromEntries(order.map((name) => [name, given[name] ?? '']));
        expect(payfullHash(reordered, password)).toBe(payfullHash(given, password));
      }),
      settings,
    );
  });

  test('the hash is the one that node:crypto computes, in any script', () => {
    fc.assert(
      fc.property(fields, (given) => {
        const expected = createHmac('sha256', password).update(baseText(given), 'utf8').digest('hex');
        expect(payfullHash(given, password)).toBe(expected);
      }),
      settings,
    );
  });

  test('a change of any one character changes the hash', () => {
    const { body } = sample.request;
    const given = body as Record<string, string>;
    const changes = names.flatMap((name) =>
      Array.from(given[name] ?? '', (_, i) => ({
        ...given,
        [name]: `${given[name]?.slice(0, i) ?? ''}~${given[name]?.slice(i + 1) ?? ''}`,
      })),
    );
    const hashes = changes.map((changed) => payfullHash(changed, password));
    expect(new Set([...hashes, given['hash']]).size).toBe(changes.length + 1);
    expect(payfullHash(given, 'Sandbox-payfull-password')).not.toBe(given['hash']);
  });
});
