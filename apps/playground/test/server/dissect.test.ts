import { payfullScheme } from '@capture/payfull';
import { pockytScheme } from '@capture/pockyt';
import { describe, expect, test } from 'vitest';
import { partsOf } from '../../src/server/run/dissect.ts';

// The signed text, cut where the part of each field ends.

const SECRET = 'a secret of nobody';
const cut = (scheme: typeof pockytScheme, fields: Readonly<Record<string, string>>): string[] =>
  partsOf(scheme.sign(fields, SECRET), 'hidden').pieces.map(({ text }) => text);

describe('a signed text is cut', () => {
  test('after each field with its name, also where the value stands in the name', () => {
    expect(cut(pockytScheme, { note: 'note', amount: '1', reference: 'a&b=c', zone: 'e' })).toEqual([
      'amount=1',
      '&note=note',
      '&reference=a&b=c',
      '&zone=e',
      '&[secret]',
    ]);
  });

  test('after each value with its length, also where the value stands in the length or is counted in characters', () => {
    expect(cut(payfullScheme, { a: '1', b: '22', c: 'ğü', d: '12345678901', e: '1' })).toEqual([
      '11',
      '222',
      '2ğü',
      '1112345678901',
      '11',
    ]);
  });

  test('around what is masked', () => {
    expect(cut(pockytScheme, { amount: '1', cardNumber: '5425233430109903', note: 'x' })).toEqual([
      'amount=1',
      '&cardNumber=[secret]',
      '&note=x',
      '&[secret]',
    ]);
    expect(cut(payfullScheme, { a: '5425233430109903', b: '1' })).toEqual(['16[secret]', '11']);
  });
});
