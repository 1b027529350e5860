import { parseArgs } from 'node:util';

/** The extent of a measurement. */
export interface Settings {
  readonly quick: boolean;
  readonly seed: number;
  readonly rounds: number;
  readonly warmUp: number;
  readonly levels: readonly { readonly inFlight: number; readonly count: number }[];
  readonly firsts: number;
  readonly waiting: { readonly rounds: number; readonly count: number };
  readonly growth: readonly number[];
  readonly parts: number;
}

/** Under ten minutes on two cores. */
const FULL = {
  rounds: 3,
  // Enough for the compiler to settle; before that a library with more code pays more.
  warmUp: 2000,
  levels: [
    { inFlight: 1, count: 300 },
    { inFlight: 32, count: 600 },
    { inFlight: 256, count: 600 },
  ],
  firsts: 2,
  waiting: { rounds: 1, count: 10_000 },
  growth: [1000, 10_000, 100_000],
  parts: 3000,
};

/** Seconds; the figures mean nothing. */
const QUICK = {
  rounds: 1,
  warmUp: 10,
  levels: [1, 32, 256].map((inFlight) => ({ inFlight, count: 20 })),
  firsts: 1,
  waiting: { rounds: 1, count: 50 },
  growth: [10, 20, 40],
  parts: 20,
};

/**
 * The settings of the command line: `--quick` tries everything once with tiny counts and writes nothing; `--seed`
 * repeats an order of contenders.
 */
export function settings(): Settings {
  const { values } = parseArgs({ options: { quick: { type: 'boolean' }, seed: { type: 'string' } } });
  const quick = values.quick === true;
  const seed = values.seed === undefined ? Date.now() % 2 ** 32 : Number(values.seed);
  return { quick, seed, ...(quick ? QUICK : FULL) };
}
