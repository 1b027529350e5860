import { expect, test } from 'vitest';
import { POINTS } from './points.ts';
import { runKills } from './run-kills.ts';

const TIMEOUT = 1_200_000;

test('2,000 orders are captured once each by programs that are killed 200 times', { timeout: TIMEOUT }, async () => {
  const report = await runKills({ seed: 200, strikes: 200, orders: 2000, pauses: 0 });
  expect(report.problems).toEqual([]);
  expect(report.captured + report.needsDecision).toBe(2000);
  expect(report.missed).toBeLessThan(10);
  // What was executed is found: only what never arrived at the provider needs a person.
  expect(report.executedInDoubt).toBe(0);
  expect(report.lost).toBeGreaterThan(50);
});

test('each of the fourteen points strikes, by death and by a pause', { timeout: TIMEOUT }, async () => {
  for (const pauses of [0, 1]) {
    const report = await runKills({ seed: 14, strikes: 28, orders: 280, points: POINTS, pauses });
    expect(report.problems).toEqual([]);
    expect(new Set(Object.keys(report.strikes)).size).toBe(14);
  }
});
