import { expect, test } from 'vitest';
import { simulate } from './simulate.ts';
import { describeRun, simulateMany } from './simulate-many.ts';

const SEEDS = 20_000;
const TEN_MINUTES = 600_000;

test('a seed decides everything: two runs of it are the same, step by step', async () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const first = await simulate(seed, {}, { keepLines: true });
    const second = await simulate(seed, {}, { keepLines: true });
    expect(first.lines.length).toBeGreaterThan(100);
    expect(second.lines).toEqual(first.lines);
    expect(second.digest).toBe(first.digest);
    expect((await simulate(seed)).digest).toBe(first.digest);
  }
});

test('different seeds differ', async () => {
  const digests = new Set<number>();
  for (let seed = 1; seed <= 200; seed += 1) digests.add((await simulate(seed)).digest);
  expect(digests.size).toBe(200);
});

test(`${SEEDS} seeds keep every promise`, { timeout: TEN_MINUTES }, async () => {
  const { broken, executions, decisions } = await simulateMany(1, SEEDS);
  expect(broken && describeRun(broken)).toBeUndefined();
  // A simulation in which nothing happens keeps every promise too.
  expect(executions).toBeGreaterThan(SEEDS);
  expect(decisions).toBeGreaterThan(SEEDS / 10);
});
