import { setTimeout as delay } from 'node:timers/promises';
import { isLocked } from './failures.ts';

const FIRST_DELAY = 2;
const LONGEST_DELAY = 100;

/**
 * Repeats a piece of work while another connection is in the way, with growing delays in which the event loop is free,
 * for `limit` milliseconds. The work leaves nothing behind when it throws.
 */
export async function untilUnlocked<T>(work: () => T, limit: number): Promise<T> {
  const start = performance.now();
  for (let wait = FIRST_DELAY; ; wait = Math.min(wait * 2, LONGEST_DELAY)) {
    try {
      return work();
    } catch (error) {
      if (!isLocked(error) || performance.now() - start + wait > limit) throw error;
    }
    await delay(wait);
  }
}
