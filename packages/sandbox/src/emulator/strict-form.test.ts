import { expect, test } from 'vitest';
import { parseStrictForm } from './strict-form.ts';

test('a form that URLSearchParams wrote is parsed', () => {
  const fields = { total: '23.02', passive_data: 'Ödeme & 50% + 😀', empty: '' };
  expect({ ...parseStrictForm(new URLSearchParams(fields).toString()) }).toEqual(fields);
  expect({ ...parseStrictForm('') }).toEqual({});
});

test.each([
  ['a duplicate name', 'total=1&total=2'],
  ['a duplicate name in another encoding', 'a=1&%61=2'],
  ['no equals sign', 'total'],
  ['no name', '=1'],
  ['two equals signs', 'a=b=c'],
  ['an unencoded space', 'a=b c'],
  ['an unencoded percent sign', 'a=50%'],
  ['bytes that are not UTF-8', 'a=%ff'],
  ['a trailing ampersand', 'a=1&'],
])('a form with %s is refused', (_, encoded) => {
  expect(() => parseStrictForm(encoded)).toThrow(SyntaxError);
});
