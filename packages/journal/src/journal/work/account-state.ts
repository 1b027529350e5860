import type { CaptureResult, ErrorData, LookupResult } from '@capture/core';
import type { Clock } from '../../contract/clock.ts';
import type { AccountLimits, StoppedAccount } from '../../contract/work.ts';
import { isCredentials } from '../attempts.ts';
import type { Account } from '../context.ts';
import { Breaker } from './breaker.ts';
import { Rate } from './rate.ts';

const DEFAULT_BREAKER = { after: 10, pause: 30_000 };
const DEFAULT_CONCURRENCY = 32;
/** The pause where a provider limits the rate without stating how long. */
const DEFAULT_PAUSE = 1000;

/** What limits the work on one account at the moment. */
export class AccountState {
  readonly #clock: Clock;
  readonly #account: Account;
  readonly #concurrency: number;
  readonly #breaker: Breaker;
  readonly #rate: Rate;
  #pausedUntil = -Infinity;
  #stopped: StoppedAccount | undefined;

  constructor(clock: Clock, account: Account, { concurrency, rate, breaker }: AccountLimits) {
    this.#clock = clock;
    this.#account = account;
    this.#concurrency = concurrency ?? DEFAULT_CONCURRENCY;
    this.#breaker = new Breaker(clock, breaker ?? DEFAULT_BREAKER);
    this.#rate = new Rate(clock, rate);
  }

  /** True where only a person starts the work on this account again. */
  get isStopped(): boolean {
    return this.#stopped !== undefined;
  }

  /** The reason for which nothing is sent, if there is one. */
  get standsStill(): StoppedAccount | undefined {
    if (this.#stopped) return this.#stopped;
    const { label: account } = this.#account;
    if (this.#pause > 0)
      return { account, why: 'retry-after', message: 'The provider demands a pause; the work goes on by itself.' };
    if (!this.#breaker.isOpen) return undefined;
    const message = 'Several captures in a row were unsent or unknown; one is tried after a pause.';
    return { account, why: 'breaker', message };
  }

  get #pause(): number {
    return Math.max(0, this.#pausedUntil - this.#clock.monotonic());
  }

  /** The number of requests that may be started now. */
  requests(active: number): number {
    return this.#pause > 0 ? 0 : Math.max(0, Math.min(this.#concurrency - active, this.#rate.allowed));
  }

  /** The number of these that may be captures. */
  captures(requests: number): number {
    return Math.min(requests, this.#breaker.allowed);
  }

  /** Milliseconds until the limits allow more than now; 0 where they are not in the way. */
  get wait(): number {
    return Math.max(this.#pause, this.#rate.wait, this.#breaker.wait);
  }

  started(kind: 'capture' | 'lookup'): void {
    this.#rate.take(1);
    if (kind === 'capture') this.#breaker.started();
  }

  /** Learns from the end of a capture; without a result nothing was sent, for a reason of ours. */
  captured(result: CaptureResult | undefined): void {
    if (!result) {
      this.#breaker.unused();
      return;
    }
    const isOurs = result.status === 'unsent' && result.errorData.detail === 'last_check';
    if (isOurs) this.#breaker.unused();
    else this.#breaker.ended(result.status !== 'unsent' && result.status !== 'unknown');
    if ('errorData' in result) this.#heed(result.errorData);
  }

  /** Learns from the end of a lookup. */
  lookedUp(lookup: LookupResult | undefined): void {
    // A decline that a lookup found is about its payment.
    if (lookup?.status === 'unknown' && lookup.errorData) this.#heed(lookup.errorData);
  }

  /** Stops the work on the account until a person has removed the cause. */
  stop(why: StoppedAccount['why'], message: string): void {
    this.#stopped ??= { account: this.#account.label, why, message };
  }

  #heed({ code, retryAfter, advice }: Pick<ErrorData, 'code' | 'retryAfter' | 'advice'>): void {
    const pause = retryAfter === undefined ? (code === 'rate_limited' ? DEFAULT_PAUSE : 0) : retryAfter * 1000;
    if (pause > 0) this.#pausedUntil = Math.max(this.#pausedUntil, this.#clock.monotonic() + pause);
    if (!isCredentials(code)) return;
    const { label, client } = this.#account;
    const message = `${client.provider} refused the credentials of ${label}: nothing more is sent for it. ${advice}`;
    this.stop('credentials_rejected', message);
  }
}
