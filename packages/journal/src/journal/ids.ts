import type { Clock } from '../contract/clock.ts';

const COUNTER_LIMIT = 0x1000;

/**
 * Creates ids in the order of their making, also within a millisecond and where the clock is set back: UUIDs of version
 * 7, whose random part makes them unique among processes.
 */
export function createIds(clock: Pick<Clock, 'now'>): () => string {
  let time = 0;
  let counter = 0;
  return () => {
    const now = Math.floor(clock.now());
    counter = now > time ? 0 : counter + 1;
    time = Math.max(now, time);
    if (counter === COUNTER_LIMIT) {
      time += 1;
      counter = 0;
    }
    const at = time.toString(16).padStart(12, '0');
    // The end of a random UUID: 62 bits and its variant.
    const random = crypto.randomUUID().slice(19);
    return `${at.slice(0, 8)}-${at.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${random}`;
  };
}
