import type { Scheduler } from './scheduler.ts';

/** A process: it may stand still for a while, and it may end at any moment. What it waits for then never comes. */
export class SimProcess {
  readonly name: string;
  readonly scheduler: Scheduler;
  /** Every machine counts its own time from its own start. */
  readonly #monotonicOffset: number;
  isAlive = true;
  #stillUntil = 0;
  #suspended = 0;
  /** The true time of the last pause or failure of the store. */
  lastTrouble = -1;
  /** The store is out of reach until then. */
  storeDownUntil = 0;
  /** The difference between the clock of its machine and that of the store. */
  wallOffset: number;
  onCrash: () => void = () => undefined;

  constructor(scheduler: Scheduler, name: string) {
    this.scheduler = scheduler;
    this.name = name;
    this.#monotonicOffset = scheduler.random.between(0, 1_000_000);
    this.wallOffset = scheduler.random.pick([0, 0, -3000, 3000]);
  }

  get isRunning(): boolean {
    return this.isAlive && this.scheduler.now >= this.#stillUntil;
  }

  /** Milliseconds since some moment, which no change of the clock changes. Stands still in a suspended machine. */
  monotonic(): number {
    return this.scheduler.now + this.#monotonicOffset - this.#suspended;
  }

  /** Stops the process, or suspends its machine. */
  pause(milliseconds: number, how: 'stopped' | 'suspended'): void {
    if (!this.isRunning) return;
    this.scheduler.note(`${this.name} is ${how} for ${milliseconds} ms`);
    this.#stillUntil = this.scheduler.now + milliseconds;
    this.lastTrouble = this.#stillUntil;
    if (how === 'suspended') this.#suspended += milliseconds;
  }

  crash(): void {
    if (!this.isAlive) return;
    this.isAlive = false;
    this.scheduler.note(`${this.name} crashes`);
    this.onCrash();
  }

  /** Runs something in this process after that time, or later if it stands still, or never if it is dead. */
  later(delay: number, label: string, run: () => void): () => void {
    let cancel = this.scheduler.schedule(delay, `${this.name} ${label}`, () => {
      const rest = this.#stillUntil - this.scheduler.now;
      if (!this.isAlive) return;
      if (rest > 0) cancel = this.later(rest, label, run);
      else run();
    });
    return () => {
      cancel();
    };
  }
}
