import type { Sandbox, TrueCapture } from '@capture/sandbox';
import { moneyOf } from '../../shared/money-of.ts';
import type { OutcomeTruth, ResolutionEvent } from '../../shared/run-event.ts';
import type { OpenResult } from './capture.ts';
import { compareStatus, sandboxCaptureOf, WRONG } from './truth.ts';

/** The run that was looked up: its open result, and the captures that it added to the sandbox. */
interface LookedUpRun {
  readonly result: OpenResult;
  readonly own: readonly TrueCapture[];
}

/**
 * Compares the outcome of a run's lookups with the sandbox. Lookups ask about a reference or an authorization, which an
 * earlier run may have captured: then the money is not of this request. Without such a run, an undecided outcome adds
 * nothing to the comparison of the result.
 */
export function compareOutcome(
  outcome: { readonly status: ResolutionEvent['status']; readonly captureId: string | undefined },
  { result, own }: LookedUpRun,
  sandbox: Sandbox,
): OutcomeTruth | undefined {
  const all = sandbox.truth.captures({ provider: result.provider as TrueCapture['provider'] });
  // A capture of the run may have become final meanwhile.
  const current = all.filter((one) => own.some((before) => isSame(one, before)));
  const money = moneyOf(current);
  if (outcome.status !== 'declined' && money === 'none') {
    const earlier = all.find((one) => one.state === 'captured' && isFound(one, outcome.captureId, result));
    if (earlier) return compareEarlier(earlier, result, outcome.status);
  }
  if (outcome.status === 'undecided') return undefined;
  const sameAmount = current.every(({ amount }) => amount.minor === result.amount.minor);
  const [agrees, description] = compareStatus(outcome.status, money, sameAmount);
  return { agrees, description };
}

function compareEarlier(earlier: TrueCapture, { amount }: OpenResult, status: ResolutionEvent['status']): OutcomeTruth {
  const isSameAmount = earlier.amount.minor === amount.minor && earlier.amount.currency === amount.currency;
  // An undecided outcome states nothing that another amount could contradict.
  const agrees = isSameAmount || status === 'undecided';
  return {
    agrees,
    earlier: sandboxCaptureOf(earlier),
    description: agrees
      ? 'An earlier run captured it. This request moved nothing more.'
      : `The capture of the earlier run has another amount. ${WRONG}`,
  };
}

/** Compares the time as well: after a reset the sandbox may use an id again. */
function isSame(one: TrueCapture, other: TrueCapture): boolean {
  return one.captureId === other.captureId && one.at === other.at;
}

/** True for the capture that the lookups reported or, where they reported no id, for one with their keys. */
function isFound(one: TrueCapture, captureId: string | undefined, { lookupKeys }: OpenResult): boolean {
  if (captureId !== undefined) return one.captureId === captureId;
  const { reference, authorizationId } = lookupKeys;
  return (
    (reference !== undefined && one.reference === reference) ||
    (authorizationId !== undefined && one.authorizationId === authorizationId)
  );
}
