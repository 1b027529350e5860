import { expect, test } from 'vitest';
import { parseStrictForm } from './strict-form.ts';

test('reads what URLSearchParams writes', () => {
  const fields = { total: '23.02', passive_data: 'Ödeme & 50% + 😀', empty: '' };
  expect({ ...parseStrictForm(new URLSearchParams(fields).toString()) }).toEqual(fields);
  expect({ ...parseStrictForm('') }).toEqual({});
});

test.each([
  ['a name that comes twice', 'total=1&total=2'],
  ['the same name written differently', 'a=1&%61=2'],
  ['no equals sign', 'total'],
  ['no name', '=1'],
  ['two equals signs', 'a=b=c'],
  ['a blank that is not encoded', 'a=b c'],
  ['a percent sign that is not encoded', 'a=50%'],
  ['bytes that are not UTF-8', 'a=%ff'],
  ['a trailing ampersand', 'a=1&'],
])('refuses %s', (_, text) => {
  expect(() => parseStrictForm(text)).toThrow(SyntaxError);
});
