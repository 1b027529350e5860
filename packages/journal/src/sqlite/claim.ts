import type { Claim, ClaimQuery, StoredOperation } from '../contract/store.ts';
import { LEASE_EXPIRED } from '../states/lease-expired.ts';
import { operationOf, type Row, SELECT } from './rows.ts';
import type { Transaction } from './transaction.ts';

/** The statements of claims. Each has a partial index that holds what is waiting and nothing else. */
export const CLAIMS = {
  toSend: `${SELECT} WHERE account = ? AND state = 'recorded' AND available_at <= ?
    ORDER BY available_at, number LIMIT ?`,
  toSendOne: `${SELECT} WHERE id = ? AND account = ? AND state = 'recorded'`,
  toLookUp: `${SELECT} WHERE account = ? AND lookup_due_at <= ? ORDER BY lookup_due_at, number LIMIT ?`,
  toLookUpOne: `${SELECT} WHERE id = ? AND account = ? AND state IN ('pending', 'unknown')
    AND coalesce(lookup_until, 0) <= ?`,
  claimLookup: `UPDATE capture_operations SET lookup_token = ?, lookup_until = ?, lookup_due_at = ?
    WHERE id = ? AND state = ? AND lookup_token IS ?`,
  toExpire: `${SELECT} WHERE account = ? AND state = 'sending' AND lease_until <= ?
    ORDER BY lease_until, number LIMIT ?`,
} as const;

const rows = (found: unknown): readonly Row[] => found as readonly Row[];

/** Claims operations to send. */
export function claimToSend(transaction: Transaction, query: ClaimQuery): readonly StoredOperation[] {
  const { connection, now } = transaction;
  const { account, id, limit } = query;
  const found =
    id === undefined
      ? connection.statement(CLAIMS.toSend).all(account, now, limit)
      : connection.statement(CLAIMS.toSendOne).all(id, account);
  return rows(found)
    .slice(0, limit)
    .map((row) => operationOf(claimed(transaction, row, query)));
}

/** Makes a `recorded` row `sending`. */
function claimed(transaction: Transaction, row: Row, claim: Claim): Row {
  const sending = sendingRow(row, claim, transaction.now);
  transaction.update(row, sending);
  addClaimed(transaction, sending);
  return sending;
}

/** A `recorded` row as a claim makes it. */
export function sendingRow(row: Row, { token, lease }: Claim, now: number): Row {
  const attempts = row.attempts + 1;
  return { ...row, state: 'sending', attempts, token, lease_until: now + lease, updated_at: now };
}

/** Adds the event of a claim. */
export function addClaimed(transaction: Transaction, { id, attempts: attempt }: Row): void {
  const details = { by: 'claim', attempt };
  transaction.addEvent({ id, type: 'state', from: 'recorded', to: 'sending', details });
}

/** Claims operations to look up. It is no change of theirs: neither event nor `updatedAt`. */
export function claimToLookUp(transaction: Transaction, query: ClaimQuery): readonly StoredOperation[] {
  const { connection, now } = transaction;
  const { account, id, limit, token, lease } = query;
  const found =
    id === undefined
      ? connection.statement(CLAIMS.toLookUp).all(account, now, limit)
      : connection.statement(CLAIMS.toLookUpOne).all(id, account, now);
  const until = now + lease;
  return rows(found)
    .slice(0, limit)
    .map((row) => {
      const due = row.next_lookup_at === null ? null : Math.max(row.next_lookup_at, until);
      connection.statement(CLAIMS.claimLookup).run(token, until, due, row.id, row.state, row.lookup_token);
      return operationOf(row);
    });
}

/** Ends the leases that have run out, the oldest first. */
export function expireLeases(
  transaction: Transaction,
  accounts: readonly string[],
  limit: number,
): readonly StoredOperation[] {
  const { connection, now } = transaction;
  const expired = accounts.flatMap((account) => rows(connection.statement(CLAIMS.toExpire).all(account, now, limit)));
  return [...expired]
    .sort((a, b) => Number(a.lease_until) - Number(b.lease_until))
    .slice(0, limit)
    .map((row) => {
      const due = { lease_until: null, next_lookup_at: now, lookup_due_at: now, updated_at: now };
      const unknown: Row = { ...row, ...due, state: 'unknown', reason: JSON.stringify(LEASE_EXPIRED) };
      transaction.update(row, unknown);
      const details = { by: 'lease-expired', code: LEASE_EXPIRED.code };
      transaction.addEvent({ id: row.id, type: 'state', from: 'sending', to: 'unknown', details });
      return operationOf(unknown);
    });
}
