import { describe, expect, test } from 'vitest';
import { compareStatus } from '../../src/server/run/truth.ts';
import { moneyOf } from '../../src/shared/money-of.ts';

// What may stand beside a verdict.

describe('the truth beside a verdict', () => {
  test.each([
    [['declined'], 'none'],
    [['pending'], 'accepted'],
    [['pending', 'captured'], 'moved'],
    [[], 'none'],
  ] as const)('of captures that are %j: the money is %s', (states, money) => {
    expect(moneyOf(states.map((state) => ({ state })))).toBe(money);
  });

  test.each([
    ['captured', 'moved', true],
    ['captured', 'accepted', false],
    ['captured', 'none', false],
    ['pending', 'moved', true],
    ['pending', 'accepted', true],
    ['pending', 'none', false],
    ['declined', 'none', true],
    ['declined', 'accepted', false],
    ['unsent', 'moved', false],
    ['unknown', 'moved', true],
    ['unknown', 'accepted', true],
    ['unknown', 'none', true],
  ] as const)('the verdict %s, where the money is %s, agrees: %s', (status, money, agrees) => {
    expect(compareStatus(status, money, true)[0]).toBe(agrees);
  });

  test('another amount than was asked for is no such capture', () => {
    expect(compareStatus('captured', 'moved', false)[0]).toBe(false);
  });

  test('does not promise that a look-up decides where nothing was taken', () => {
    expect(compareStatus('unknown', 'none', true)[1]).toContain('proves nothing by itself');
  });
});
