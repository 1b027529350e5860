import type { DecisionInput } from '../contract/journal.ts';
import type { StoredOperation } from '../contract/store.ts';
import { InvariantError, NotDecidableError } from '../errors/journal-errors.ts';
import { IN_DOUBT_STATES } from '../states/transitions.ts';
import { operationWithId } from './account-of.ts';
import { checkName, checkNumber, checkText, invalid } from './check-input.ts';
import type { Context } from './context.ts';
import { makeChange } from './make-change.ts';

/** The number of times that the state may change between reading and writing: there are fewer legal ways. */
const TRIES = 5;

/** Records the decision of a person about an operation in doubt. */
export async function decide(context: Context, id: string, input: DecisionInput): Promise<StoredOperation> {
  const { outcome, by, reason, captureId, attempts } = checked(input);
  const to = outcome === 'captured' ? 'captured' : 'declined';
  const decision = { outcome, by, reason, ...(captureId !== undefined && { captureId }) };
  const first = await operationWithId(context, id);
  let current = first;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { account, state, token, captureId: known } = current;
    if (!IN_DOUBT_STATES.includes(state))
      throw new NotDecidableError(`only what is pending or unknown is decided by a person; this one is ${state}`, {
        account,
        operationId: id,
      });
    // Each attempt has its own token, and each is in doubt by itself.
    if (token !== first.token || (attempts ?? current.attempts) !== current.attempts)
      throw new NotDecidableError('it was sent again meanwhile: look again before you decide', {
        account,
        operationId: id,
      });
    const changed = await makeChange(context, {
      id,
      by: 'decision',
      from: state,
      to,
      token,
      set: { decision, captureId: captureId ?? known, needsDecision: false },
      nextLookupIn: null,
      event: { type: 'state', details: { outcome, by, reason, captureId: captureId ?? null } },
    });
    if (changed) return changed;
    current = await operationWithId(context, id);
  }
  throw new InvariantError('the state of an operation changed more often than is possible', { operationId: id });
}

function checked(input: DecisionInput): DecisionInput {
  const { outcome, by, reason, captureId, attempts } = input;
  if (!['captured', 'not-captured'].includes(outcome)) throw invalid('outcome', "must be 'captured' or 'not-captured'");
  checkText('by', by);
  checkText('reason', reason);
  if (captureId !== undefined) checkName('captureId', captureId);
  if (attempts !== undefined) checkNumber('attempts', attempts, 1);
  return input;
}
