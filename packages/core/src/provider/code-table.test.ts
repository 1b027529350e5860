import { expect, test } from 'vitest';
import { codeTable } from './code-table.ts';

const table = codeTable({ captured: '00', declined: '05 51', card_expired: '54' });

test.each([
  ['00', 'captured'],
  ['05', 'declined'],
  ['51', 'declined'],
  ['54', 'card_expired'],
])('the code %s means %s in a code table', (code, meaning) => {
  expect(table.get(code)).toBe(meaning);
});

test.each(['', ' ', '5', '05 51', 'constructor', '__proto__', 'toString'])(
  'the code %j is not in the code table',
  (code) => {
    expect(table.get(code)).toBeUndefined();
  },
);
