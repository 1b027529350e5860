import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../contract/clock.ts';

/** The clocks and timers of this process. */
export const realClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  // An abort ends the wait, which is no error.
  wait: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal }).catch(() => undefined),
};
