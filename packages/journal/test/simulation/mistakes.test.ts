import { expect, test } from 'vitest';
import { Violation } from './invariants.ts';
import { MISTAKES } from './mistakes.ts';
import { simulateMany } from './simulate-many.ts';

const SEEDS = 10_000;
const FIVE_MINUTES = 300_000;

test.each(Object.entries(MISTAKES))(
  `is found within ${SEEDS} seeds: %s`,
  { timeout: FIVE_MINUTES },
  async (_name, mistake) => {
    const { broken } = await simulateMany(1, SEEDS, mistake);
    expect(broken?.violation).toBeInstanceOf(Violation);
    expect(broken?.seed).toBeLessThanOrEqual(SEEDS);
  },
);
