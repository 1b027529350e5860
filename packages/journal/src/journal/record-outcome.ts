import type { StoredOperation } from '../contract/store.ts';
import { JournalError } from '../errors/journal-errors.ts';
import { FINAL_STATES, isLegal, type OperationState } from '../states/transitions.ts';
import { operationWithId } from './account-of.ts';
import type { Claimed } from './claim.ts';
import type { Context } from './context.ts';
import { makeChange } from './make-change.ts';
import type { Outcome } from './outcome-of-result.ts';

/** Delays before the result of a request is offered again to a store that failed. Nothing else knows it. */
const STORE_DELAYS = [100, 1000, 5000];

/**
 * Records the outcome of the one request that was sent, whenever it comes: also after the lease, and after a lookup
 * found the capture pending. Only the process that claimed it may, by its token. An outcome that comes after another
 * decision changes no state.
 */
export async function recordOutcome(context: Context, claimed: Claimed, outcome: Outcome): Promise<StoredOperation> {
  for (const delay of STORE_DELAYS) {
    try {
      return await recordOnce(context, claimed, outcome);
    } catch (error) {
      if (!JournalError.is(error) || error.code !== 'store_failed') throw error;
      await context.clock.wait(delay);
    }
  }
  return recordOnce(context, claimed, outcome);
}

async function recordOnce(context: Context, claimed: Claimed, outcome: Outcome): Promise<StoredOperation> {
  const { operation, token } = claimed;
  const changed = await changeFrom(context, 'sending', claimed, outcome);
  if (changed) return changed;
  for (;;) {
    const current = await operationWithId(context, operation.id);
    // A commit whose confirmation was lost, and which is offered again.
    if (current.token === token && current.state === outcome.to && current.state !== 'unknown') return current;
    const isChangeable = current.token === token && mayBecome(current.state, outcome.to);
    if (!isChangeable) return recordLate(context, current, claimed, outcome);
    const late = await changeFrom(context, current.state, claimed, outcome);
    if (late) return late;
  }
}

const causeOf = (to: Outcome['to']) => (to === 'recorded' ? 'put-back' : 'result');

function mayBecome(from: OperationState, to: Outcome['to']): boolean {
  return (from === to && from === 'unknown') || isLegal(from, to, causeOf(to));
}

function changeFrom(
  context: Context,
  from: OperationState,
  { operation: { id }, token }: Claimed,
  { to, set, availableIn, nextLookupIn, details }: Outcome,
): Promise<StoredOperation | undefined> {
  return makeChange(context, {
    id,
    by: causeOf(to),
    from,
    // The lease ran out meanwhile: the state is right, the evidence is new.
    to: from === to ? undefined : to,
    token,
    set,
    availableIn,
    nextLookupIn,
    event: { type: from === to ? 'late-response' : 'state', details },
  });
}

/** Keeps a result that came too late as an event; where it contradicts a final state, a person has to look. */
async function recordLate(
  context: Context,
  current: StoredOperation,
  { token }: Claimed,
  outcome: Outcome,
): Promise<StoredOperation> {
  const event = { type: 'late-response', details: { ...outcome.details, state: current.state } } as const;
  if (contradicts(current, outcome, current.token === token)) {
    const { id, state: from } = current;
    const changed = await makeChange(context, { id, by: 'result', from, set: { needsDecision: true }, event });
    if (changed) return changed;
  }
  await context.store.addEvent(current.id, event);
  context.report({ ...event, from: undefined, to: undefined }, current);
  return current;
}

function contradicts(
  { state, captureId }: StoredOperation,
  { to, set }: Outcome,
  isOfTheLastAttempt: boolean,
): boolean {
  if (!FINAL_STATES.includes(state)) return false;
  // An attempt that executed nothing proves nothing about a later one.
  if ((to === 'unsent' || to === 'recorded') && !isOfTheLastAttempt) return false;
  if (state === 'captured')
    return to === 'captured' ? captureId !== set.captureId : to !== 'unknown' && to !== 'pending';
  return to === 'captured';
}
