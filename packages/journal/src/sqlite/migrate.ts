import type { DatabaseSync } from 'node:sqlite';
import { SchemaTooNewError } from '../errors/journal-errors.ts';
import { rollBack } from './connection.ts';
import { META, MIGRATIONS } from './schema.ts';

const TOO_NEW =
  'The file was written by a newer version of @capture/journal. Update this one: nothing was read or changed.';

/** Brings the schema to the version of this code, under the write lock: of several processes one does it. */
export function migrate(database: DatabaseSync, steps: readonly string[] = MIGRATIONS): void {
  // A file that is up to date is opened without waiting for other writers.
  if (versionOf(database, steps.length) === steps.length) return;
  database.exec('BEGIN IMMEDIATE');
  try {
    database.exec(META);
    for (const step of steps.slice(versionOf(database, steps.length))) database.exec(step);
    database.prepare('UPDATE capture_journal SET version = ?').run(steps.length);
    database.exec('COMMIT');
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

function versionOf(database: DatabaseSync, known: number): number {
  const exists = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'capture_journal'").get();
  if (!exists) return 0;
  const version = Number(database.prepare('SELECT version FROM capture_journal').get()?.['version'] ?? 0);
  if (version > known) throw new SchemaTooNewError(TOO_NEW);
  return version;
}
