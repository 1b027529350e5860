import type { SandboxCapture } from '../../shared/api.ts';
import { moneyOf } from '../../shared/money-of.ts';
import type { OutcomeTruth, TruthEvent } from '../../shared/run-event.ts';
import { eventOf, resultOf, type Run } from './runs.ts';

/** A capture of a run in its current state; `was` is its state when the run ended, if that was another one. */
export type CaptureNow = SandboxCapture & { readonly was?: string };

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

/** The outcome of this run can be looked up at the provider. */
export function canLookUp(run: Run): boolean {
  return isOpen(run) && resultOf(run)?.lookup !== undefined;
}

/** Sending the request of this run again may capture twice: only a final refusal rules that out. */
export function mayHaveMoved(run: Run): boolean {
  const status = verdictOf(run)?.status;
  return status !== 'declined' && status !== 'unsent';
}

const MONEY = { moved: 'money moved', accepted: 'accepted, not final', none: 'no money moved' } as const;

/** The state of a run's money in the sandbox, in a few words. */
export function moneyLabel({ captures }: Pick<TruthEvent, 'captures'>): string {
  return MONEY[moneyOf(captures)];
}

/** The state of a run's money in the sandbox, or the capture of an earlier run that was looked up. */
export function moneyLabelOf(run: Run, captures: TruthEvent['captures']): string {
  return earlierCaptureOf(run) ? 'money moved by an earlier run' : moneyLabel({ captures });
}

/** The capture of an earlier run with the reference or authorization that was looked up for this one. */
export function earlierCaptureOf({ events }: Run): OutcomeTruth['earlier'] {
  return eventOf(events, 'resolution')?.truth?.earlier;
}

/** The comparison of a result with the sandbox, in a few words. */
export function agreementOf({ agrees }: Pick<TruthEvent, 'agrees'>): string {
  return agrees ? 'matches the sandbox' : 'contradicts the sandbox (please report)';
}

/** A comparison of the current verdict with the sandbox; only `matches` is an agreement of both halves. */
export interface Agreement {
  readonly state: 'matches' | 'contradicts' | 'earlier' | 'outdated';
  readonly label: string;
}

/** Compares the current verdict with the sandbox: a final outcome of lookups is compared anew. */
export function currentAgreement(run: Run, truth: TruthEvent, captures: readonly CaptureNow[]): Agreement {
  const isLookedUp = verdictOf(run)?.was !== undefined;
  const compared = isLookedUp ? eventOf(run.events, 'resolution')?.truth : truth;
  if (!compared) return { state: 'outdated', label: 'not compared after the lookup' };
  if (!compared.agrees) return { state: 'contradicts', label: agreementOf(compared) };
  if (earlierCaptureOf(run)) return { state: 'earlier', label: 'not by this request' };
  if (!isLookedUp && captures.some(({ was }) => was !== undefined))
    return { state: 'outdated', label: 'changed after the result' };
  return { state: 'matches', label: agreementOf(compared) };
}
