import type { Change, MutableMembers, StoredOperation } from '../contract/store.ts';
import { InvariantError } from '../errors/journal-errors.ts';
import { IN_DOUBT_STATES, isLegal } from '../states/transitions.ts';
import { isBusy } from './record.ts';
import { operationOf, type Row, toJson } from './rows.ts';
import type { Transaction } from './transaction.ts';

/** Throws where the table of transitions does not have what a change would make. */
export function assertLegal({ id, by, from, to }: Change): void {
  if (to === undefined) return;
  const illegal = from.find((state) => !isLegal(state, to, by));
  if (illegal === undefined) return;
  throw new InvariantError(`An operation that is ${illegal} never becomes ${to} by ${by}.`, { operationId: id });
}

/** Makes a change that is legal, where its condition holds. */
export function applyChange(transaction: Transaction, change: Change): StoredOperation | undefined {
  const row = transaction.find(change.id);
  if (row === undefined || !isMet(change, row)) return undefined;
  // While it was not to be sent, another operation may have taken its authorization.
  if (row.state === 'unsent' && change.to === 'recorded' && isBusy(transaction, row)) return undefined;
  const after = changed(row, change, transaction.now);
  transaction.update(row, after);
  const { to } = change;
  transaction.addEvent({ ...change.event, id: row.id, from: to === undefined ? undefined : row.state, to });
  return operationOf(after);
}

function isMet({ from, token, lookupToken }: Change, row: Row): boolean {
  if (!from.includes(row.state)) return false;
  if (token !== undefined && token !== row.token) return false;
  return lookupToken === undefined || lookupToken === row.lookup_token;
}

function changed(row: Row, change: Change, now: number): Row {
  const state = change.to ?? row.state;
  const { set = {}, to } = change;
  return {
    ...row,
    ...membersOf(set),
    ...lookupOf(row, change, now),
    state,
    decided_at: set.decision === undefined ? row.decided_at : now,
    available_at: to === 'recorded' || change.availableIn !== undefined ? now + (change.availableIn ?? 0) : row.available_at, // prettier-ignore
    token: state === 'recorded' ? null : row.token,
    lease_until: state === 'sending' ? row.lease_until : null,
    updated_at: now,
  };
}

/** Each member that changes, as its column. A member that is given as `undefined` is removed. */
function membersOf(set: Partial<MutableMembers>): Partial<Row> {
  return {
    ...('captureId' in set && { capture_id: set.captureId ?? null }),
    ...('reason' in set && { reason: toJson(set.reason) }),
    ...('evidence' in set && { evidence: toJson(set.evidence) }),
    ...('decision' in set && { decision: toJson(set.decision) }),
    ...(set.attempts !== undefined && { attempts: set.attempts }),
    ...(set.lookups !== undefined && { lookups: set.lookups }),
    ...(set.needsDecision !== undefined && { needs_decision: Number(set.needsDecision) }),
  };
}

type LookupColumns = Pick<Row, 'next_lookup_at' | 'lookup_due_at' | 'lookup_token' | 'lookup_until'>;

const NO_LOOKUP: LookupColumns = { next_lookup_at: null, lookup_due_at: null, lookup_token: null, lookup_until: null };

function lookupOf(row: Row, { to = row.state, lookupToken, nextLookupIn }: Change, now: number): LookupColumns {
  if (!IN_DOUBT_STATES.includes(to)) return NO_LOOKUP;
  const next = nextLookupIn === undefined ? row.next_lookup_at : nextLookupIn === null ? null : now + nextLookupIn;
  const isReleased = lookupToken !== undefined;
  const until = isReleased ? null : row.lookup_until;
  return {
    next_lookup_at: next,
    lookup_due_at: next === null ? null : Math.max(next, until ?? 0),
    lookup_token: isReleased ? null : row.lookup_token,
    lookup_until: until,
  };
}
