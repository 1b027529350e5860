import { payfullScheme } from '@capture/payfull';
import { pockytScheme } from '@capture/pockyt';
import { describe, expect, test } from 'vitest';
import { partsOf } from '../../src/server/signatures/signature-parts.ts';

// The signed string in pieces, as core made them.

const SECRET = 'a secret of nobody';
const piecesOf = (scheme: typeof pockytScheme, fields: Readonly<Record<string, string>>) =>
  partsOf(scheme.sign(fields, SECRET), 'hidden').pieces;

describe('a signed string comes in pieces', () => {
  test('each field with its name, also where the value stands in the name', () => {
    expect(piecesOf(pockytScheme, { note: 'note', amount: '1', reference: 'a&b=c', zone: 'e' })).toEqual([
      { text: 'amount=1', field: 'amount' },
      { text: '&' },
      { text: 'note=note', field: 'note' },
      { text: '&' },
      { text: 'reference=a&b=c', field: 'reference' },
      { text: '&' },
      { text: 'zone=e', field: 'zone' },
      { text: '&' },
      { text: '[secret]' },
    ]);
  });

  test('each value with its length, also where the value stands in the length or is counted in characters', () => {
    expect(piecesOf(payfullScheme, { a: '1', b: '22', c: 'ğü', d: '12345678901', e: '1' })).toEqual([
      { text: '11', field: 'a' },
      { text: '222', field: 'b' },
      { text: '2ğü', field: 'c' },
      { text: '1112345678901', field: 'd' },
      { text: '11', field: 'e' },
    ]);
  });

  test('what is masked with the field that it belongs to', () => {
    expect(piecesOf(pockytScheme, { amount: '1', cardNumber: '5425233430109903', note: 'x' })).toEqual([
      { text: 'amount=1', field: 'amount' },
      { text: '&' },
      { text: 'cardNumber=[secret]', field: 'cardNumber' },
      { text: '&' },
      { text: 'note=x', field: 'note' },
      { text: '&' },
      { text: '[secret]' },
    ]);
    expect(piecesOf(payfullScheme, { a: '5425233430109903', b: '1' })).toEqual([
      { text: '16[secret]', field: 'a' },
      { text: '11', field: 'b' },
    ]);
  });
});
