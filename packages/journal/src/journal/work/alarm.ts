import type { Clock } from '../../contract/clock.ts';

/** A wait that something may end early, also before it began. */
export class Alarm {
  readonly #clock: Clock;
  #rung = false;
  #waiting: AbortController | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Ends the wait, or the next one. */
  ring(): void {
    this.#rung = true;
    this.#waiting?.abort();
  }

  /** Waits that long, or until it is rung. */
  async wait(milliseconds: number): Promise<void> {
    if (!this.#rung) {
      this.#waiting = new AbortController();
      await this.#clock.wait(milliseconds, this.#waiting.signal);
      this.#waiting = undefined;
    }
    this.#rung = false;
  }
}
