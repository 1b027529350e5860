import { describe, expect, test } from 'vitest';
import { POINTS } from './points.ts';
import { runKills } from './run-kills.ts';

const TIMEOUT = 120_000;

describe('processes that are killed while they capture', { timeout: TIMEOUT, concurrent: true }, () => {
  // One after the response was lost to the journal, one around each commit, one at a random time.
  test.for([
    ['in-the-wal', 'intent-committed', 'last-byte'],
    ['judged', 'before-outcome', 'looking-up'],
  ] as const)('capture each order once, at %o', async (points) => {
    const report = await runKills({ seed: 1, strikes: points.length, orders: 12, points, pauses: 0 });
    expect(report.problems).toEqual([]);
    expect(report.missed).toBeLessThan(points.length);
    expect(report.captured + report.needsDecision).toBe(12);
  });

  test('and a process that stands still for longer than its lease sends nothing more', async () => {
    const report = await runKills({ seed: 2, strikes: 2, orders: 12, points: ['connected', 'last-byte'], pauses: 1 });
    expect(report.problems).toEqual([]);
    expect(report.missed).toBeLessThan(2);
    expect(report.captured + report.needsDecision).toBe(12);
  });
});

// The harness itself: a mistake that doubles captures is found by it.
test.for([
  ['a row that is written after the response', { program: 'mistakes/records-afterwards.ts' }],
  ['a recovery that sends again', { imports: ['mistakes/sends-again.ts'] }],
] as const)('%s is found', { timeout: TIMEOUT }, async ([, mistake]) => {
  const plan = { seed: 3, strikes: 2, orders: 12, lanes: 1, pauses: 0 };
  const { problems } = await runKills({ ...plan, points: ['last-byte'], ...mistake });
  expect(problems.join('\n')).toMatch(/was sent [2-9] times/);
});

test('there are fourteen named points', () => {
  expect(new Set(POINTS).size).toBe(14);
});
