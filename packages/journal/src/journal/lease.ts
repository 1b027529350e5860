import type { Clock } from '../contract/clock.ts';

/** The longest time between the last check and the first byte, and the difference between two clocks. */
const LONGEST_MARGIN = 5000;

/** A moment on both clocks. */
export interface Instant {
  readonly wall: number;
  readonly monotonic: number;
}

/** This moment. */
export function instant(clock: Clock): Instant {
  return { wall: clock.now(), monotonic: clock.monotonic() };
}

/**
 * True while a lease surely holds that was requested at `since`, before the store began to count. The monotonic clock
 * may stand still while the machine is suspended, and the wall clock may be set: both have to agree that time is left,
 * and a wall clock that was set back proves nothing.
 */
export function leaseHolds(clock: Clock, since: Instant, lease: number): boolean {
  const margin = Math.min(LONGEST_MARGIN, lease / 10);
  const monotonic = clock.monotonic() - since.monotonic;
  const wall = clock.now() - since.wall;
  return monotonic < lease - margin && wall < lease - margin && wall > monotonic - margin;
}
