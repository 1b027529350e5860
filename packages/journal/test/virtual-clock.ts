import type { Clock } from '../src/contract/clock.ts';

interface Wait {
  readonly at: number;
  readonly resolve: () => void;
}

/** Turns of the event loop without anything under way before time passes: a response is read in fewer. */
const QUIET_TURNS = 5;

/**
 * A clock whose time passes at once: as soon as nothing is under way, it is the time that the next wait ends. No test
 * waits for a real clock.
 */
export class VirtualClock implements Clock {
  #time = 0;
  #offset = Date.UTC(2026, 0, 1);
  #waits: Wait[] = [];
  #underWay = 0;
  #isTurning = false;

  now(): number {
    return this.#offset + this.#time;
  }

  monotonic(): number {
    return this.#time;
  }

  wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) {
        resolve();
        return;
      }
      const wait = { at: this.#time + milliseconds, resolve };
      this.#waits.push(wait);
      signal?.addEventListener('abort', () => {
        this.#waits = this.#waits.filter((other) => other !== wait);
        resolve();
      });
      this.#turn();
    });
  }

  /** Lets time pass. */
  advance(milliseconds: number): void {
    this.#time += milliseconds;
  }

  /** Sets the wall clock, as a person or a time server does. */
  set(milliseconds: number): void {
    this.#offset += milliseconds;
  }

  /** Lets the wall clock go on alone, as while a machine is suspended. */
  suspend(milliseconds: number): void {
    this.#offset += milliseconds;
  }

  /** No time passes during this task. */
  async during<T>(task: () => Promise<T>): Promise<T> {
    this.#underWay += 1;
    try {
      return await task();
    } finally {
      this.#underWay -= 1;
    }
  }

  #turn(quiet = 0): void {
    if (quiet === 0 && this.#isTurning) return;
    this.#isTurning = true;
    setImmediate(() => {
      if (this.#waits.length === 0) {
        this.#isTurning = false;
        return;
      }
      if (this.#underWay > 0 || quiet < QUIET_TURNS) {
        this.#turn(this.#underWay > 0 ? 1 : quiet + 1);
        return;
      }
      const at = Math.min(...this.#waits.map((wait) => wait.at));
      this.#time = Math.max(this.#time, at);
      const due = this.#waits.filter((wait) => wait.at <= this.#time);
      this.#waits = this.#waits.filter((wait) => wait.at > this.#time);
      for (const { resolve } of due) resolve();
      this.#turn(1);
    });
  }
}
