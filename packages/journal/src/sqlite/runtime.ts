import type * as Sqlite from 'node:sqlite';
import { StoreError } from '../errors/journal-errors.ts';

const MISSING =
  'node:sqlite is missing from this runtime. Use Node 22.13 or newer (22.5 to 22.12 need --experimental-sqlite).';

/** Loads `node:sqlite` when a store is opened, so that an import on an older runtime does not fail without a reason. */
export function loadSqlite(): typeof Sqlite {
  // Absent before Node 20.16 and in other runtimes.
  const { getBuiltinModule } = process as { getBuiltinModule?: (id: string) => unknown };
  const sqlite = getBuiltinModule?.('node:sqlite') as typeof Sqlite | undefined;
  if (sqlite === undefined) throw new StoreError(MISSING);
  return sqlite;
}

/** Returns whether this is a connection of `node:sqlite`. */
export function isDatabase(value: unknown): value is Sqlite.DatabaseSync {
  return value instanceof loadSqlite().DatabaseSync;
}
