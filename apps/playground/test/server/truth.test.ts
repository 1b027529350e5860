import { describe, expect, test } from 'vitest';
import { compareStatus } from '../../src/server/run/truth.ts';
import { moneyOf } from '../../src/shared/money-of.ts';

// The comparison of a result with the sandbox.

describe('comparing results with the sandbox', () => {
  test.each([
    [['declined'], 'none'],
    [['pending'], 'accepted'],
    [['pending', 'captured'], 'moved'],
    [[], 'none'],
  ] as const)('captures in the states %j add up to the money state %s', (states, money) => {
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
  ] as const)('the result %s with the money state %s agrees: %s', (status, money, agrees) => {
    expect(compareStatus(status, money, true)[0]).toBe(agrees);
  });

  test('a capture of another amount than requested contradicts the result', () => {
    expect(compareStatus('captured', 'moved', false)[0]).toBe(false);
  });

  test('the description of an unknown result without a capture does not promise that a lookup decides', () => {
    expect(compareStatus('unknown', 'none', true)[1]).toContain('proves nothing by itself');
  });
});
