import type { AccountLimits, WorkOptions } from '../../contract/work.ts';
import { checkNumber, invalid } from '../check-input.ts';

/** The limits of one account: its own, and the general ones. */
export function limitsOf(options: WorkOptions, account: string): AccountLimits {
  const { concurrency, rate, breaker, limits = {} } = options;
  const own: AccountLimits = limits[account] ?? {};
  return {
    concurrency: own.concurrency ?? concurrency,
    rate: own.rate ?? rate,
    breaker: own.breaker ?? breaker,
  };
}

/** Checks the options of `work`. Throws `InvalidJournalInputError`. */
export function checkWorkOptions(options: WorkOptions): void {
  const { until, idleAfter, pollEvery, progressEvery, limits = {} } = options;
  if (until !== undefined && !['idle', 'settled'].includes(until))
    throw invalid('until', "must be 'idle' or 'settled'");
  if (idleAfter !== undefined) checkNumber('idleAfter', idleAfter, 0);
  if (pollEvery !== undefined) checkNumber('pollEvery', pollEvery, 1);
  if (progressEvery !== undefined) checkNumber('progressEvery', progressEvery, 0);
  checkLimits('', options);
  for (const [account, own] of Object.entries(limits)) if (own) checkLimits(`limits.${account}.`, own);
}

function checkLimits(path: string, { concurrency, rate, breaker }: AccountLimits): void {
  if (concurrency !== undefined) checkNumber(`${path}concurrency`, concurrency, 1, 10_000);
  if (rate !== undefined) checkNumber(`${path}rate`, rate, 0.001, 1_000_000);
  if (!breaker) return;
  checkNumber(`${path}breaker.after`, breaker.after, 1);
  checkNumber(`${path}breaker.pause`, breaker.pause, 0);
}
