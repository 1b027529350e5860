import * as v from 'valibot';
import { expect, test } from 'vitest';
import { optionalNumberOrString, optionalString, optionalStrings } from './members.ts';

test.each(['text', '', null, undefined])('an optional string is %j', (value) => {
  expect(v.is(optionalString, value)).toBe(true);
});

test.each([0, true, [], {}])('an optional string is not %j', (value) => {
  expect(v.is(optionalString, value)).toBe(false);
});

test('an optional number or string is either of them', () => {
  expect([1, '1.00', null, undefined].map((value) => v.is(optionalNumberOrString, value))).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect([true, [], {}].map((value) => v.is(optionalNumberOrString, value))).toEqual([false, false, false]);
});

test('names become members that may be absent', () => {
  const response = v.object({ id: v.string(), ...optionalStrings('currency', 'language') });
  expect(v.parse(response, { id: '1', currency: 'EUR' })).toEqual({ id: '1', currency: 'EUR' });
  expect(v.is(response, { id: '1', currency: null, language: 'en' })).toBe(true);
  expect(v.is(response, { id: '1', currency: 978 })).toBe(false);
});
