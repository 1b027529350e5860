import { expect, test } from 'vitest';
import { leaseHolds } from './lease.ts';

const LEASE = 100_000;
const since = { wall: 1_000_000, monotonic: 500 };
const holds = (wall: number, monotonic: number): boolean =>
  leaseHolds({ now: () => since.wall + wall, monotonic: () => since.monotonic + monotonic } as never, since, LEASE);

test.each([
  ['at once', 0, 0, true],
  ['with time left', 90_000, 90_000, true],
  ['within the margin before its end', 96_000, 96_000, false],
  ['after its end', LEASE, LEASE, false],
  ['after a suspension, which only the wall clock counts', LEASE, 10, false],
  ['after the wall clock was set back', -3_600_000, LEASE, false],
  ['while the wall clock is set back', -3_600_000, 10, false],
  ['while the wall clock is adjusted a little', 8000, 10_000, true],
])('a lease %s', (_, wall, monotonic, expected) => {
  expect(holds(wall, monotonic)).toBe(expected);
});

test('a short lease has a margin of a tenth', () => {
  const clock = { now: () => 95, monotonic: () => 95 } as never;
  expect(leaseHolds(clock, { wall: 0, monotonic: 0 }, 100)).toBe(false);
  expect(leaseHolds(clock, { wall: 10, monotonic: 10 }, 100)).toBe(true);
});
