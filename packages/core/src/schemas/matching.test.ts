import * as v from 'valibot';
import { expect, test } from 'vitest';
import { matching, wholeNumber } from './matching.ts';

const rulesOf = (schema: v.GenericSchema, value: unknown) =>
  v.safeParse(schema, value).issues?.map(({ message }) => message) ?? [];

test('a string that matches is accepted, and any other is refused with the given rule', () => {
  const digits = matching(/^\d{3}$/, 'must be 3 digits');
  expect(rulesOf(digits, '123')).toEqual([]);
  expect(rulesOf(digits, '12')).toEqual(['must be 3 digits']);
  expect(v.is(digits, 123)).toBe(false);
});

test.each([1, 2, Number.MAX_SAFE_INTEGER])('the number %d is a whole number from 1', (value) => {
  expect(rulesOf(wholeNumber(), value)).toEqual([]);
});

test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '1', null])(
  'the value %j is no whole number from 1',
  (value) => {
    expect(rulesOf(wholeNumber(), value)).toEqual(['must be a whole number from 1']);
  },
);
