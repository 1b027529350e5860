/** Owner of the phases that a {@link PhaseTimer} times. */
export interface DeadlineOwner {
  /** Called when the current phase has passed its deadline, at most once. */
  onDeadline(): void;
}

/** The timer goes off at least as often, in milliseconds. Nearly every request is over before, and then it was the only timer. */
const LOOK_MS = 2000;

/** One timer for the phases of a request, of which each has a deadline of its own. It is not set anew for a phase, unless that is over before the next look. */
export class PhaseTimer {
  readonly #owner: DeadlineOwner;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #nextLook = 0;
  #due = 0;

  constructor(owner: DeadlineOwner) {
    this.#owner = owner;
  }

  /** A phase begins, which must be over at `due`; both in milliseconds of `performance.now()`. */
  begin(due: number, now: number): void {
    this.#due = due;
    if (this.#timer !== undefined && due >= this.#nextLook) return;
    clearTimeout(this.#timer);
    this.#set(now);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #set(now: number): void {
    const wait = Math.min(this.#due - now, LOOK_MS);
    this.#nextLook = now + wait;
    this.#timer = setTimeout(look, wait, this);
  }

  look(): void {
    const now = performance.now();
    if (now < this.#due) this.#set(now);
    else this.#owner.onDeadline();
  }
}

/** One function for all timers, so that a request makes none. */
function look(timer: PhaseTimer): void {
  timer.look();
}
