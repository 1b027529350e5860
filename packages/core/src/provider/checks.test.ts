import { describe, expect, test } from 'vitest';
import { allAgree, ifGiven, mustNotBe } from './checks.ts';
import { mustBe } from './verdict.ts';

describe('ifGiven', () => {
  test.each([
    ['order-1042', 'order-1042', true],
    ['order-1043', 'order-1043', false],
    [null, '(absent)', false],
    [undefined, '(absent)', false],
  ])('a check of what the caller gave compares it with %j', (found, shown, agrees) => {
    const [check, ...more] = ifGiven('reference', 'order-1042', found);
    expect(check).toEqual({ field: 'reference', expected: 'order-1042', found: shown, agrees });
    expect(more).toEqual([]);
  });

  test('a check compares nothing where the caller gave nothing', () => {
    expect(ifGiven('reference', undefined, 'order-1042')).toEqual([]);
  });
});

describe('mustNotBe', () => {
  test('a check fails on the forbidden value, and names it', () => {
    expect(mustNotBe('id', 'auth-1', 'auth-1')).toEqual([
      { field: 'id', expected: 'other than auth-1', found: 'auth-1', agrees: false },
    ]);
  });

  test.each([
    ['auth-1', 'cap-1'],
    ['auth-1', null],
    ['auth-1', undefined],
    [undefined, 'auth-1'],
    [undefined, undefined],
    [null, null],
    ['', ''],
  ])('a check with %j forbidden is not made for %j', (forbidden, found) => {
    expect(mustNotBe('id', forbidden, found)).toEqual([]);
  });
});

test('checks agree where none of them fails', () => {
  const right = mustBe('id', '1', '1');
  const wrong = mustBe('id', '1', '2');
  expect([[], [right], [right, right], [wrong], [right, wrong], [wrong, right]].map(allAgree)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});
