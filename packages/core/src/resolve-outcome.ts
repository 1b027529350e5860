import { canDecide } from './contract/can-decide.ts';
import type { Capabilities } from './contract/capabilities.ts';
import type { LookupClient } from './contract/client.ts';
import type { LookupResult } from './contract/lookup-result.ts';
import type { PendingResult, UnknownResult } from './contract/result.ts';
import { InvalidRequestError } from './errors/invalid-input.ts';
import { copyOfResult } from './pipeline/copy-of-result.ts';
import { emit } from './pipeline/emit-hook.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * The default delays before each lookup, in milliseconds: 2 s, 10 s, 1 min, 5 min, 15 min, 1 h, 6 h, 24 h, then daily
 * for a week.
 */
export const LOOKUP_DELAYS: readonly number[] = [
  2 * SECOND,
  10 * SECOND,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  HOUR,
  6 * HOUR,
  ...Array.from({ length: 8 }, () => 24 * HOUR),
];

/**
 * The delay before a lookup in milliseconds, by the number of lookups that were made before it; `undefined` where no
 * more is scheduled. For programs that keep the schedule themselves, across restarts.
 */
export function lookupDelay(made: number, delays: readonly number[] = LOOKUP_DELAYS): number | undefined {
  return delays[made];
}

/** Options of {@link resolveOutcome}. */
export interface ResolveOptions {
  /**
   * The delay before each lookup in milliseconds. There are as many lookups as delays.
   *
   * @defaultValue {@link LOOKUP_DELAYS}
   */
  readonly delays?: readonly number[] | undefined;
  /** Aborts the polling. Resolves to the state at that time. */
  readonly signal?: AbortSignal | undefined;
  /**
   * The deadline of each lookup in milliseconds, in place of the client's.
   *
   * @defaultValue the `timeout` of the client
   */
  readonly timeout?: number | undefined;
  /** Called after each lookup. What it throws, or a promise of it rejects with, is ignored. */
  readonly onLookup?: ((progress: { readonly attempt: number; readonly lookup: LookupResult }) => void) | undefined;
  /**
   * The clock: resolves after that many milliseconds, or as soon as the signal aborts. For tests.
   *
   * @defaultValue a `setTimeout` that the signal cancels
   */
  readonly wait?: ((milliseconds: number, signal: AbortSignal | undefined) => Promise<void>) | undefined;
}

/**
 * The input of {@link resolveOutcome}: an `unknown` or `pending` result, or these two members of it, stored as JSON or
 * otherwise.
 */
export type Unresolved<Id extends string = string> = Pick<
  UnknownResult<Id> | PendingResult<Id>,
  'provider' | 'lookupKeys'
>;

/** Accepts a result whose provider may be the client's; nothing where the compiler knows that it is a different one. */
type SameProvider<Result extends string, Client extends string> = string extends Result
  ? unknown
  : Result extends Client
    ? unknown
    : never;

/** The outcome of {@link resolveOutcome}. */
export interface Resolution {
  /**
   * `captured` or `declined`: reported by the provider. `undecided`: not reported, or not yet; a person has to look.
   * Waiting never makes it `declined`, and a payment that is not found is not declined.
   */
  readonly status: 'captured' | 'declined' | 'undecided';
  /**
   * The reason for which the polling ended. `undecidable`: no lookup by these keys can decide, so none was made; the
   * advice of the result's error says whom to ask, and for what.
   */
  readonly ended: 'decided' | 'exhausted' | 'aborted' | 'undecidable';
  /** The number of lookups. */
  readonly attempts: number;
  /** The lookup that decided, or else the last one; absent where none was made. */
  readonly lastLookup: LookupResult | undefined;
}

/**
 * Polls until the outcome of an `unknown` or `pending` result is final: looks the payment up after each delay until the
 * provider's response decides, the delays are used up or the signal aborts. Read-only: it moves no money and never
 * sends a capture. Where several captures share the keys, give `lookupKeys` with `knownCaptureIds`.
 *
 * @param client the client of the provider that the result is from
 * @param result the result, or its `provider` and `lookupKeys`
 * @throws {@link InvalidRequestError} (as a rejection), before any lookup, where the client is a different provider's,
 * which may have a different payment with the same reference, or where a delay is not a number of milliseconds that a
 * timer takes.
 * @example
 * ```ts
 * const resolution = await resolveOutcome(client, result, { signal });
 * if (resolution.status === 'captured') await book(result);
 * ```
 */
export async function resolveOutcome<Client extends string = string, Result extends string = string>(
  client: LookupClient & { readonly provider?: Client; readonly capabilities?: Capabilities },
  result: Unresolved<Result> & SameProvider<Result, Client>,
  { delays = LOOKUP_DELAYS, signal, timeout, onLookup, wait = sleep }: ResolveOptions = {},
): Promise<Resolution> {
  refuse(client.provider, result.provider, delays);
  if (client.capabilities && !canDecide(client.capabilities, result.lookupKeys))
    return { status: 'undecided', ended: 'undecidable', attempts: 0, lastLookup: undefined };
  let lastLookup: LookupResult | undefined;
  let attempts = 0;
  for (const milliseconds of delays) {
    if (!signal?.aborted) await wait(milliseconds, signal);
    if (signal?.aborted) return { status: 'undecided', ended: 'aborted', attempts, lastLookup };
    attempts += 1;
    lastLookup = await client.lookup(result.lookupKeys, { signal, timeout });
    const lookup = lastLookup;
    emit(onLookup, () => ({ attempt: attempts, lookup: copyOfResult(lookup) }));
    const { status, decides } = lookup;
    if (decides && (status === 'captured' || status === 'declined'))
      return { status, ended: 'decided', attempts, lastLookup };
  }
  return { status: 'undecided', ended: signal?.aborted ? 'aborted' : 'exhausted', attempts, lastLookup };
}

function refuse(client: string | undefined, provider: string, delays: readonly number[]): void {
  const issues = delays.flatMap((milliseconds, i) =>
    Number.isFinite(milliseconds) && milliseconds >= 0 && milliseconds < 2 ** 31
      ? []
      : [{ path: `delays.${i}`, rule: 'must be milliseconds from 0 to 2147483647' }],
  );
  if (client !== undefined && client !== provider)
    issues.push({
      path: 'provider',
      rule: "must be the client's provider: another one may have a different payment with the same reference",
    });
  if (issues.length > 0) throw new InvalidRequestError({ provider, issues });
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
