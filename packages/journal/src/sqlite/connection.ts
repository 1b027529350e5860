import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { StoreError } from '../errors/journal-errors.ts';
import { loadSqlite } from './runtime.ts';

/**
 * Milliseconds that one try may wait for a lock. SQLite waits synchronously: what holds the lock may be other code of
 * this process, which cannot go on meanwhile, so longer waits are made of several tries.
 */
const BUSY_TIMEOUT = 20;

/** A connection with its prepared statements. */
export class Connection {
  readonly database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(database: DatabaseSync) {
    this.database = database;
  }

  /** The statement, prepared once. */
  statement(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const prepared = this.database.prepare(sql);
    // The defaults of a caller's own connection may be others.
    prepared.setReadBigInts(false);
    (prepared.setReturnArrays as StatementSync['setReturnArrays'] | undefined)?.call(prepared, false);
    this.#statements.set(sql, prepared);
    return prepared;
  }

  close(): void {
    this.#statements.clear();
    this.database.close();
  }
}

type Setting = readonly [pragma: string, value: number | string];

/** Settings of the journal's own connection, in this order. SQLite ignores what it cannot do, so each is read back. */
export const SETTINGS: readonly Setting[] = [
  ['busy_timeout', BUSY_TIMEOUT],
  ['journal_mode', 'wal'],
  ['synchronous', 2], // FULL: a commit returns when the disk has it
  ['fullfsync', 1], // macOS: past the cache of the disk
  ['checkpoint_fullfsync', 1],
  ['foreign_keys', 1],
];

/** Opens the journal's own connection. Throws if its commits would not be durable. */
export function connect(path: string): Connection {
  const { DatabaseSync: Database } = loadSqlite();
  const database = new Database(path);
  try {
    apply(database, SETTINGS);
    return new Connection(database);
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Makes settings, and throws where one is another one when it is read back. */
export function apply(database: DatabaseSync, settings: readonly Setting[]): void {
  for (const [pragma, value] of settings) {
    database.exec(`PRAGMA ${pragma} = ${value}`);
    if (setting(database, pragma) !== value)
      throw new StoreError(`SQLite did not accept ${pragma} = ${value}, so commits might not be durable.`);
  }
}

/** The value of a setting, read back. */
export function setting(database: DatabaseSync, pragma: string): unknown {
  return Object.values(database.prepare(`PRAGMA ${pragma}`).get() ?? {})[0];
}

/** Ends a transaction that failed. SQLite ended it already where the disk was full or could not be written. */
export function rollBack(database: DatabaseSync): void {
  try {
    database.exec('ROLLBACK');
  } catch {
    // There was none any more.
  }
}
