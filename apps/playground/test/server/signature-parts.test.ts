import { payfullScheme } from '@capture/payfull';
import { pockytScheme } from '@capture/pockyt';
import { describe, expect, test } from 'vitest';
import { partsOf } from '../../src/server/signatures/signature-parts.ts';

// The signed string in the pieces that core composed.

const SECRET = 'not a real secret';
const piecesOf = (scheme: typeof pockytScheme, fields: Readonly<Record<string, string>>) =>
  partsOf(scheme.explain(fields, SECRET), 'hidden').pieces;

describe('the pieces of a signed string', () => {
  test('a piece holds a field with its name, also if the value occurs in the name', () => {
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

  test('a piece holds a value with its length, also if the value occurs in the length or is counted in characters', () => {
    expect(piecesOf(payfullScheme, { a: '1', b: '22', c: 'ğü', d: '12345678901', e: '1' })).toEqual([
      { text: '11', field: 'a' },
      { text: '222', field: 'b' },
      { text: '2ğü', field: 'c' },
      { text: '1112345678901', field: 'd' },
      { text: '11', field: 'e' },
    ]);
  });

  test('a masked piece belongs to its field', () => {
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
