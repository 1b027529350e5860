import type { Accounts, UnstoredFields } from './accounts.ts';
import type { Operation } from './operation.ts';
import type { Tally } from './store.ts';

/** The limits of one account. */
export interface AccountLimits {
  /**
   * Captures and lookups under way at once.
   *
   * @defaultValue 32
   */
  readonly concurrency?: number | undefined;
  /** Requests per second, lookups included. */
  readonly rate?: number | undefined;
  /**
   * Stops starting captures after this many `unsent` or `unknown` in a row, and tries one after `pause` milliseconds.
   *
   * @defaultValue 10 in a row, 30 seconds
   */
  readonly breaker?: { readonly after: number; readonly pause: number } | undefined;
}

/** Options of `work`. */
export interface WorkOptions<A extends Accounts = Accounts> extends AccountLimits {
  /**
   * The end of each account's work: `idle` when nothing is recorded or under way and no lookup is due within
   * `idleAfter`; `settled` when everything is final or needs a person; by default only the signal.
   */
  readonly until?: 'idle' | 'settled' | undefined;
  /**
   * Milliseconds, see `until`.
   *
   * @defaultValue 60000
   */
  readonly idleAfter?: number | undefined;
  /**
   * Milliseconds after which it looks again for what another process recorded. What this process records wakes it.
   *
   * @defaultValue 1000
   */
  readonly pollEvery?: number | undefined;
  /** Only these accounts. */
  readonly accounts?: readonly (keyof A & string)[] | undefined;
  /** Limits of single accounts, in place of the general ones. */
  readonly limits?: Partial<Record<keyof A & string, AccountLimits>> | undefined;
  /** Stops: claims nothing more, lets what is under way finish, aborts nothing after its first byte. */
  readonly signal?: AbortSignal | undefined;
  /** Aborts what was not sent yet. What was is never aborted. */
  readonly abort?: AbortSignal | undefined;
  /** The cards of accounts that charge cards, at the moment of sending: the `card` of the request. */
  readonly cards?: ((operation: Operation) => unknown) | undefined;
  /** All fields that may not be stored, for requests with more of them than a card. */
  readonly unstored?: UnstoredFields | undefined;
  /** Reports progress, at most every `progressEvery` milliseconds and at the end. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** @defaultValue 1000 */
  readonly progressEvery?: number | undefined;
}

/** Counts and sums at one moment. */
export interface Progress {
  /** By account, state and currency. */
  readonly tallies: readonly Tally[];
  /** Captures sent by this call so far. */
  readonly sent: number;
  /** Lookups made by this call so far. */
  readonly lookups: number;
  /** Accounts that stand still, and why. */
  readonly stopped: readonly StoppedAccount[];
}

/** An account that `work` does not send for at the moment. */
export interface StoppedAccount {
  readonly account: string;
  /** `breaker` and `retry-after` end by themselves; the others need a person. */
  readonly why: 'credentials_rejected' | 'breaker' | 'retry-after' | 'invariant' | 'unstored';
  /** One sentence with the next step. */
  readonly message: string;
}

/** The outcome of `work`. */
export interface WorkReport extends Progress {
  readonly ended: 'idle' | 'settled' | 'stopped';
}
