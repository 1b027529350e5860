import type { LookupClient } from './contract/client.ts';
import type { LookupResult } from './contract/lookup-result.ts';
import type { PendingResult, UnknownResult } from './contract/result.ts';
import { InvalidRequestError } from './errors/invalid-input.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The default waits before each look-up, in milliseconds: 2 s, 10 s, 1 min, 5 min, 15 min, 1 h, 6 h, 24 h, then daily for a week. */
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

/** How {@link settle} goes about it. */
export interface SettleOptions {
  /** The wait before each look-up in milliseconds; their number is the number of look-ups. {@link SETTLE_SCHEDULE} by default. */
  readonly schedule?: readonly number[] | undefined;
  /** Stops waiting and asking. What is known by then is returned. */
  readonly signal?: AbortSignal | undefined;
  /** The deadline of each look-up in milliseconds, in place of the client's. */
  readonly timeout?: number | undefined;
  /** Is told of each look-up. What it throws is ignored. */
  readonly onLookup?: ((progress: { readonly attempt: number; readonly lookup: LookupResult }) => void) | undefined;
  /** The clock: resolves after so many milliseconds, or earlier when the signal aborts. Tests put their own here. */
  readonly wait?: ((milliseconds: number, signal: AbortSignal | undefined) => Promise<void>) | undefined;
}

/** What {@link settle} has to know of a payment: an `unknown` or `pending` result as it is, or what was kept of it, JSON included. */
export type Unsettled<Id extends string = string> = Pick<UnknownResult<Id> | PendingResult<Id>, 'provider' | 'lookup'>;

/** The result itself, where its provider may be the client's; nothing fits where the compiler knows that it is another's. */
type SameProvider<Result extends string, Client extends string> = string extends Result
  ? unknown
  : Result extends Client
    ? unknown
    : never;

/** How it ended. */
export interface Settlement {
  /**
   * `captured` or `declined`: the provider says so. `undecided`: it does not, or not yet; a person has to look. It never becomes `declined` by waiting, and a
   * payment that is not found is not declined.
   */
  readonly status: 'captured' | 'declined' | 'undecided';
  /** Why it stopped. */
  readonly ended: 'decided' | 'schedule ended' | 'aborted';
  /** How many look-ups were made. */
  readonly attempts: number;
  /** The look-up that decided, or else the last one; absent where none was made. */
  readonly lookup: LookupResult | undefined;
}

/**
 * Leads an `unknown` or `pending` result back to certainty: looks the payment up on a schedule until the provider's answer decides, the schedule ends or the signal aborts.
 * It only ever reads; it never sends a capture.
 *
 * Rejects with {@link InvalidRequestError}, before it asks anything, where the client is another provider's (there the same reference may be another payment), or the
 * schedule holds anything but milliseconds.
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
    // The caller's own report must not end the search.
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
