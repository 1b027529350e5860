import { moneyOf } from '../../shared/money-of.ts';
import type { TruthEvent } from '../../shared/run-event.ts';
import { eventOf, resultOf, type Run } from './runs.ts';

/** The verdict on a run as it stands: what a look-up settled takes the place of what the answer left open. */
export function verdictOf(run: Run): { readonly status: string; readonly was?: string } | undefined {
  const result = resultOf(run);
  const settled = eventOf(run.events, 'resolution');
  if (!result) return undefined;
  if (!settled || settled.status === 'undecided') return { status: result.status };
  return { status: settled.status, was: result.status };
}

/** Whether a look-up could still tell more: nothing final was said, and nothing final was found. */
export function isOpen(run: Run): boolean {
  const status = verdictOf(run)?.status;
  return status === 'unknown' || status === 'pending';
}

const MONEY = { moved: 'money moved', accepted: 'accepted, not final', none: 'no money moved' } as const;

/** What the sandbox knows of a run's money, in few words. */
export function moneyLabel({ captures }: Pick<TruthEvent, 'captures'>): string {
  return MONEY[moneyOf(captures)];
}
