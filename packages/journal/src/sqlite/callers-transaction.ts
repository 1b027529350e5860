import { realpathSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import type { NewOperation, RecordOptions, RecordOutcome } from '../contract/store.ts';
import { InvalidJournalInputError } from '../errors/journal-errors.ts';
import { Connection, setting } from './connection.ts';
import { storeFailure } from './failures.ts';
import { locationOf } from './location.ts';
import { record } from './record.ts';
import { isDatabase } from './runtime.ts';
import { Transaction } from './transaction.ts';

/**
 * Records on the caller's connection, within its open transaction: synchronously, so that nothing of the caller's comes
 * between. The caller's commit is the commit of the operations, and its rollback takes them back.
 */
export function recordInTransaction(
  path: string,
  now: number,
  operations: readonly NewOperation[],
  options: RecordOptions,
): readonly RecordOutcome[] {
  const database = checked(options, path);
  try {
    database.exec('SAVEPOINT capture_record');
    try {
      // Its statements end with the call: the caller may close the connection, and open it again.
      const transaction = new Transaction(new Connection(database), now);
      const outcomes = record(transaction, operations, options);
      transaction.finish();
      database.exec('RELEASE capture_record');
      return outcomes;
    } catch (error) {
      undo(database);
      throw error;
    }
  } catch (error) {
    throw storeFailure(error);
  }
}

function undo(database: DatabaseSync): void {
  // SQLite rolled the whole transaction back already where the disk was full or could not be written.
  if (database.isTransaction) database.exec('ROLLBACK TO capture_record; RELEASE capture_record');
}

function checked({ transaction: database, claim }: RecordOptions, path: string): DatabaseSync {
  if (!isDatabase(database)) throw refused('must be the DatabaseSync on which the transaction is open');
  if (!database.isOpen) throw refused('must be an open DatabaseSync');
  if (realpathSync(locationOf(database)) !== path) throw refused('must be a connection to the file of the journal');
  if (!database.isTransaction) throw refused('must have a transaction: BEGIN IMMEDIATE first');
  if (Number(setting(database, 'synchronous')) < 2)
    throw refused('must commit durably: set PRAGMA synchronous = FULL on its connection');
  // What is claimed may be sent at once, and the caller may still roll back.
  if (claim) throw refused('cannot be combined with a claim');
  return database;
}

const refused = (rule: string): InvalidJournalInputError => new InvalidJournalInputError(`transaction ${rule}`);
