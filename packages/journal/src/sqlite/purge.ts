import { InvalidJournalInputError } from '../errors/journal-errors.ts';
import { type Row, SELECT } from './rows.ts';
import type { Transaction } from './transaction.ts';

/** The oldest final operations. The conditions are those of the index, word for word. */
export const OLDEST_FINAL = `${SELECT} WHERE state IN ('captured', 'declined', 'cancelled') AND needs_decision = 0
  AND updated_at < ? ORDER BY updated_at LIMIT ?`;

/** Removes final operations that were last changed before this time. */
export function purge(transaction: Transaction, before: string, limit: number): number {
  const time = Date.parse(before);
  if (Number.isNaN(time)) throw new InvalidJournalInputError('before must be a time in ISO 8601');
  const rows = transaction.connection.statement(OLDEST_FINAL).all(time, limit) as unknown as readonly Row[];
  for (const row of rows) transaction.remove(row);
  return rows.length;
}
