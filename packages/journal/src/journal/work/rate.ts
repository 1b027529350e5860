import type { Clock } from '../../contract/clock.ts';

/** Spreads requests over time: so many in a second, and no more than a tenth of them at once. */
export class Rate {
  readonly #clock: Clock;
  readonly #perSecond: number;
  readonly #most: number;
  #left: number;
  #at: number;

  constructor(clock: Clock, perSecond = Infinity) {
    this.#clock = clock;
    this.#perSecond = perSecond;
    this.#most = Math.max(1, perSecond / 10);
    this.#left = this.#most;
    this.#at = clock.monotonic();
  }

  /** The number of requests that may be started now. */
  get allowed(): number {
    if (this.#perSecond === Infinity) return Infinity;
    const now = this.#clock.monotonic();
    this.#left = Math.min(this.#most, this.#left + ((now - this.#at) / 1000) * this.#perSecond);
    this.#at = now;
    return Math.floor(this.#left);
  }

  /** Milliseconds until one may be started. */
  get wait(): number {
    return this.allowed >= 1 ? 0 : Math.ceil(((1 - this.#left) / this.#perSecond) * 1000);
  }

  /** Requests are started. */
  take(count: number): void {
    this.#left -= count;
  }
}
