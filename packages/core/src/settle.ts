import type { LookupClient } from './contract/client.ts';
import type { LookupResult } from './contract/lookup-result.ts';
import type { PendingResult, UnknownResult } from './contract/result.ts';
import { InvalidRequestError } from './errors/invalid-input.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * The default delays before each lookup, in milliseconds: 2 s, 10 s, 1 min, 5 min, 15 min, 1 h, 6 h, 24 h, then daily
 * for a week.
 */
export const SETTLE_SCHEDULE: readonly number[] = [
  2 * SECOND,
  10 * SECOND,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  HOUR,
  6 * HOUR,
  ...Array.from({ length: 8 }, () => 24 * HOUR),
];

/** Options of {@link settle}. */
export interface SettleOptions {
  /**
   * The delay before each lookup in milliseconds. There are as many lookups as delays.
   *
   * @defaultValue {@link SETTLE_SCHEDULE}
   */
  readonly schedule?: readonly number[] | undefined;
  /** Aborts the polling. Resolves to the state at that time. */
  readonly signal?: AbortSignal | undefined;
  /**
   * The deadline of each lookup in milliseconds, in place of the client's.
   *
   * @defaultValue the `timeout` of the client
   */
  readonly timeout?: number | undefined;
  /** Called after each lookup. Its exceptions are ignored. */
  readonly onLookup?: ((progress: { readonly attempt: number; readonly lookup: LookupResult }) => void) | undefined;
  /**
   * The clock: resolves after that many milliseconds, or as soon as the signal aborts. For tests.
   *
   * @defaultValue a `setTimeout` that the signal cancels
   */
  readonly wait?: ((milliseconds: number, signal: AbortSignal | undefined) => Promise<void>) | undefined;
}

/**
 * The input of {@link settle}: an `unknown` or `pending` result, or these two members of it, stored as JSON or
 * otherwise.
 */
export type Unsettled<Id extends string = string> = Pick<UnknownResult<Id> | PendingResult<Id>, 'provider' | 'lookup'>;

/** Accepts a result whose provider may be the client's; nothing where the compiler knows that it is a different one. */
type SameProvider<Result extends string, Client extends string> = string extends Result
  ? unknown
  : Result extends Client
    ? unknown
    : never;

/** The outcome of {@link settle}. */
export interface Settlement {
  /**
   * `captured` or `declined`: reported by the provider. `undecided`: not reported, or not yet; a person has to look.
   * Waiting never makes it `declined`, and a payment that is not found is not declined.
   */
  readonly status: 'captured' | 'declined' | 'undecided';
  /** The reason for which the polling ended. */
  readonly ended: 'decided' | 'schedule ended' | 'aborted';
  /** The number of lookups. */
  readonly attempts: number;
  /** The lookup that decided, or else the last one; absent where none was made. */
  readonly lookup: LookupResult | undefined;
}

/**
 * Polls until the outcome of an `unknown` or `pending` result is final: looks the payment up on a schedule until the
 * provider's response decides, the schedule ends or the signal aborts. Read-only: it moves no money and never sends a
 * capture.
 *
 * @param client the client of the provider that the result is from
 * @param result the result, or its `provider` and `lookup`
 * @throws {@link InvalidRequestError} (as a rejection), before any lookup, where the client is a different provider's,
 * which may have a different payment with the same reference, or where a delay is not a number of milliseconds that a
 * timer takes.
 * @example
 * ```ts
 * const settlement = await settle(client, result, { signal });
 * if (settlement.status === 'captured') await book(result);
 * ```
 */
export async function settle<Client extends string = string, Result extends string = string>(
  client: LookupClient & { readonly provider?: Client },
  result: Unsettled<Result> & SameProvider<Result, Client>,
  { schedule = SETTLE_SCHEDULE, signal, timeout, onLookup, wait = sleep }: SettleOptions = {},
): Promise<Settlement> {
  refuse(client.provider, result.provider, schedule);
  let lookup: LookupResult | undefined;
  let attempts = 0;
  for (const milliseconds of schedule) {
    if (!signal?.aborted) await wait(milliseconds, signal);
    if (signal?.aborted) return { status: 'undecided', ended: 'aborted', attempts, lookup };
    attempts += 1;
    lookup = await client.lookup(result.lookup, { signal, timeout });
    report(onLookup, attempts, lookup);
    const { status, decides } = lookup;
    if (decides && (status === 'captured' || status === 'declined'))
      return { status, ended: 'decided', attempts, lookup };
  }
  return { status: 'undecided', ended: signal?.aborted ? 'aborted' : 'schedule ended', attempts, lookup };
}

function refuse(client: string | undefined, provider: string, schedule: readonly number[]): void {
  const issues = schedule.flatMap((milliseconds, i) =>
    Number.isFinite(milliseconds) && milliseconds >= 0 && milliseconds < 2 ** 31
      ? []
      : [{ path: `schedule.${i}`, rule: 'must be milliseconds from 0 to 2147483647' }],
  );
  if (client !== undefined && client !== provider)
    issues.push({
      path: 'provider',
      rule: "must be the client's provider: another one may have a different payment with the same reference",
    });
  if (issues.length > 0) throw new InvalidRequestError({ provider, issues });
}

function report(onLookup: SettleOptions['onLookup'], attempt: number, lookup: LookupResult): void {
  try {
    onLookup?.({ attempt, lookup });
  } catch {
    // A mistake in the caller's callback must not end the polling.
  }
}

function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener('abort', done, { once: true });
  });
}
