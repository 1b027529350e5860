import { moneyOf } from '../../shared/money-of.ts';
import type { TruthEvent } from '../../shared/run-event.ts';
import { eventOf, resultOf, type Run } from './runs.ts';

/** The current verdict on a run: the final outcome of its lookups, if there is one, replaces an open result. */
export function verdictOf(run: Run): { readonly status: string; readonly was?: string } | undefined {
  const result = resultOf(run);
  const resolution = eventOf(run.events, 'resolution');
  if (!result) return undefined;
  if (!resolution || resolution.status === 'undecided') return { status: result.status };
  return { status: resolution.status, was: result.status };
}

/** The outcome is not final, and a lookup may still decide it. */
export function isOpen(run: Run): boolean {
  const status = verdictOf(run)?.status;
  return status === 'unknown' || status === 'pending';
}

const MONEY = { moved: 'money moved', accepted: 'accepted, not final', none: 'no money moved' } as const;

/** The state of a run's money in the sandbox, in a few words. */
export function moneyLabel({ captures }: Pick<TruthEvent, 'captures'>): string {
  return MONEY[moneyOf(captures)];
}

/**
 * The comparison of a result with the sandbox, in a few words. `was` is the result that a lookup has replaced since.
 */
export function agreementOf({ agrees }: Pick<TruthEvent, 'agrees'>, was?: string): string {
  if (!agrees) return 'contradicts the sandbox (please report)';
  return was === undefined ? 'matches the sandbox' : `${was} matched the sandbox`;
}
