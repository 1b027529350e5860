import { setTimeout as wait } from 'node:timers/promises';

/** The conditions under which the emulators of a sandbox work. */
export interface Conditions {
  /** Milliseconds before each response. */
  readonly latencyMs: number;
  /** At most this many milliseconds more, at random. */
  readonly jitterMs: number;
  /** At most this many calls of one provider within the time below; more are refused as the provider does. */
  readonly rateLimit: RateLimit | undefined;
}

/** A limit that lifts by itself. */
export interface RateLimit {
  readonly calls: number;
  readonly perMs: number;
}

/** No latency and no limit. */
export const IDEAL: Conditions = { latencyMs: 0, jitterMs: 0, rateLimit: undefined };

/** Keeps the conditions, and counts calls for the limit. */
export class CurrentConditions {
  #current: Conditions = IDEAL;
  readonly #recent = new Map<string, number[]>();
  readonly #random: () => number;
  readonly #now: () => number;

  constructor(random: () => number, now: () => number) {
    this.#random = random;
    this.#now = now;
  }

  get(): Conditions {
    return this.#current;
  }

  set(conditions: Partial<Conditions>): Conditions {
    this.#current = { ...this.#current, ...conditions };
    this.#recent.clear();
    return this.#current;
  }

  /** Waits as long as a response takes. */
  async delay(): Promise<void> {
    const { latencyMs, jitterMs } = this.#current;
    const milliseconds = latencyMs + this.#random() * jitterMs;
    if (milliseconds > 0) await wait(milliseconds);
  }

  /** Counts a call; true if it exceeds the limit. */
  exceedsLimit(provider: string): boolean {
    const { rateLimit } = this.#current;
    if (!rateLimit) return false;
    const now = this.#now();
    const recent = (this.#recent.get(provider) ?? []).filter((at) => at > now - rateLimit.perMs);
    const exceeds = recent.length >= rateLimit.calls;
    this.#recent.set(provider, exceeds ? recent : [...recent, now]);
    return exceeds;
  }
}
