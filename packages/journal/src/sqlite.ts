import type { Store } from './contract/store.ts';
import type { SqliteSource } from './sqlite/location.ts';
import { SqliteStore, type SqliteStoreOptions } from './sqlite/sqlite-store.ts';

export type { SqliteSource } from './sqlite/location.ts';
export type { SqliteStoreOptions } from './sqlite/sqlite-store.ts';

/**
 * A store in one SQLite file, over `node:sqlite`: durable commits, shared by everything that arrives together. Several
 * processes may work on one file. Given the caller's own `DatabaseSync`, it is in that file, over a connection of its
 * own, and `enqueue` takes part in a transaction that is open on the caller's.
 *
 * @param source a path, or `{ database }`
 * @example
 * ```ts
 * const journal = await openJournal({ store: sqliteStore('captures.db'), accounts });
 *
 * database.exec('BEGIN IMMEDIATE');
 * database.prepare('UPDATE orders SET shipped = 1 WHERE id = ?').run(order.id);
 * const recorded = journal.enqueue('shop', [{ key: order.id, request }], { transaction: database });
 * database.exec('COMMIT');
 * ```
 */
export function sqliteStore(source: SqliteSource, options?: SqliteStoreOptions): Store {
  return new SqliteStore(source, options);
}
