import type { Random } from './random.ts';

/** The fate of a request whose first byte left. */
export type Fate =
  | 'accept'
  | 'decline'
  | 'pending'
  /** Executed, and the connection is lost before the response. */
  | 'accept-and-lose'
  /** Lost before it was executed. */
  | 'lose'
  /** Executed in time; the response comes late. */
  | 'respond-late'
  /** Executed long after the caller gave up. */
  | 'deliver-late'
  | 'reject-credentials'
  | 'limit-rate'
  /** An error of the provider's own, after it executed the capture, or without. */
  | 'fail';

/** The probabilities of everything that goes wrong in one run: some runs are calm, some are wild. */
export interface Faults {
  readonly fates: Readonly<Record<Fate, number>>;
  readonly crashBefore: number;
  readonly crashAfter: number;
  readonly storeFailure: number;
  readonly pause: number;
  readonly lostLookup: number;
  readonly slow: number;
  /** Clocks are set, or machines are suspended. Both at once hide a lapse of time from every clock of a process. */
  readonly clocks: 'steady' | 'set' | 'suspended';
}

export const CALM: Faults = {
  fates: {
    accept: 1,
    decline: 0.1,
    pending: 0.1,
    'accept-and-lose': 0,
    lose: 0,
    'respond-late': 0,
    'deliver-late': 0,
    'reject-credentials': 0,
    'limit-rate': 0,
    fail: 0,
  },
  crashBefore: 0,
  crashAfter: 0,
  storeFailure: 0,
  pause: 0,
  lostLookup: 0,
  slow: 0,
  clocks: 'steady',
};

/** Draws the faults of one run. */
export function drawFaults(random: Random): Faults {
  const sometimes = (most: number): number => (random.chance(0.5) ? random.next() * most : 0);
  return {
    fates: {
      accept: 0.3 + random.next(),
      decline: sometimes(0.5),
      pending: sometimes(0.5),
      'accept-and-lose': sometimes(0.6),
      lose: sometimes(0.6),
      'respond-late': sometimes(0.4),
      'deliver-late': sometimes(0.4),
      'reject-credentials': sometimes(0.2),
      'limit-rate': sometimes(0.2),
      fail: sometimes(0.3),
    },
    crashBefore: sometimes(0.04),
    crashAfter: sometimes(0.04),
    storeFailure: sometimes(0.04),
    pause: sometimes(0.06),
    lostLookup: sometimes(0.5),
    slow: sometimes(0.3),
    clocks: random.weighted({ steady: 2, set: 1, suspended: 1 }),
  };
}
