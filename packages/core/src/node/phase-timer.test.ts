import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PhaseTimer } from './phase-timer.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const phases = (...limits: number[]) => {
  const missed = vi.fn();
  const timer = new PhaseTimer({ onDeadline: missed });
  for (const limit of limits) timer.begin(performance.now() + limit, performance.now());
  return { missed, timer };
};

test('a phase that exceeds its time is reported once', () => {
  const { missed } = phases(100);
  vi.advanceTimersByTime(99);
  expect(missed).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10_000);
  expect(missed).toHaveBeenCalledOnce();
});

test.each([
  ['a longer phase after a shorter one has all of its time', [100, 500], 500],
  ['a shorter phase after a longer one has no more than its time', [500, 100], 100],
  ['a phase longer than the interval between two checks has all of its time', [100, 60_000], 60_000],
])('%s', (_title, limits, due) => {
  const { missed } = phases(...limits);
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(due - 1);
  expect(missed).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(missed).toHaveBeenCalledOnce();
});

test('a stopped timer reports nothing', () => {
  const { missed, timer } = phases(100, 500);
  timer.stop();
  vi.advanceTimersByTime(10_000);
  expect(missed).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});
