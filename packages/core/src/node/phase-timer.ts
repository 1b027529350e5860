/** Owner of the phases that a {@link PhaseTimer} times. */
export interface DeadlineOwner {
  /** Called when the current phase has passed its deadline, at most once. */
  onDeadline(): void;
}

/**
 * The longest time between two checks, in milliseconds. Nearly every request ends earlier, and needs no second timer.
 */
const CHECK_MS = 2000;

/**
 * One timer for all phases of a request, each with its own deadline. Reset only for a phase that ends before the next
 * check.
 */
export class PhaseTimer {
  readonly #owner: DeadlineOwner;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #nextCheck = 0;
  #due = 0;

  constructor(owner: DeadlineOwner) {
    this.#owner = owner;
  }

  /** Begins a phase that must end by `due`; both in milliseconds of `performance.now()`. */
  begin(due: number, now: number): void {
    this.#due = due;
    if (this.#timer !== undefined && due >= this.#nextCheck) return;
    clearTimeout(this.#timer);
    this.#set(now);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #set(now: number): void {
    const wait = Math.min(this.#due - now, CHECK_MS);
    this.#nextCheck = now + wait;
    this.#timer = setTimeout(check, wait, this);
  }

  check(): void {
    const now = performance.now();
    if (now < this.#due) this.#set(now);
    else this.#owner.onDeadline();
  }
}

/** Shared by all timers, so that a request creates no function. */
function check(timer: PhaseTimer): void {
  timer.check();
}
