import type { Clock } from '../../contract/clock.ts';

/** Stops starting captures after some failures in a row, and tries one after a while. */
export class Breaker {
  readonly #clock: Clock;
  readonly #after: number;
  readonly #pause: number;
  #failures = 0;
  #closedUntil = 0;
  #isTrying = false;

  constructor(clock: Clock, { after, pause }: { readonly after: number; readonly pause: number }) {
    this.#clock = clock;
    this.#after = after;
    this.#pause = pause;
  }

  /** True while it lets through one capture at most. */
  get isOpen(): boolean {
    return this.#failures >= this.#after;
  }

  /** The number of captures that may be started now. */
  get allowed(): number {
    if (!this.isOpen) return Infinity;
    return this.#isTrying || this.wait > 0 ? 0 : 1;
  }

  /** Milliseconds until a capture is tried. */
  get wait(): number {
    return this.isOpen ? Math.max(0, this.#closedUntil - this.#clock.monotonic()) : 0;
  }

  /** A capture is started. */
  started(): void {
    if (this.isOpen) this.#isTrying = true;
  }

  /** A capture ended: well, where the provider gave a clear response. */
  ended(isWell: boolean): void {
    this.#isTrying = false;
    this.#failures = isWell ? 0 : this.#failures + 1;
    if (this.isOpen) this.#closedUntil = this.#clock.monotonic() + this.#pause;
  }

  /** A claim found nothing to try. */
  unused(): void {
    this.#isTrying = false;
  }
}
