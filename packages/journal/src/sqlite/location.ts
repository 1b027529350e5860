import { constants } from 'node:fs';
import { access, open, realpath, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DatabaseSync } from 'node:sqlite';
import { InvalidJournalInputError, StoreError } from '../errors/journal-errors.ts';
import { networkFileSystem } from './network-file-systems.ts';

/** The place of the journal: a path, or the caller's own connection to a file that the journal is to be in. */
export type SqliteSource = string | URL | { readonly path: string | URL } | { readonly database: DatabaseSync };

/** The absolute path of the file. */
export function pathOf(source: SqliteSource): string {
  if (typeof source === 'object' && 'database' in source) return locationOf(source.database);
  const given = typeof source === 'object' && 'path' in source ? source.path : source;
  const path = given instanceof URL ? fileURLToPath(given) : given;
  // SQLite reads both as "in memory" or "temporary".
  if (typeof path !== 'string' || path === '' || path === ':memory:' || path.includes('\0')) throw notDurable();
  // An absolute path is never taken for one of SQLite's URIs.
  return resolve(path);
}

/** The file of a connection. */
export function locationOf(database: DatabaseSync): string {
  if (typeof database.location !== 'function')
    throw new StoreError('This runtime does not say which file a connection has. Use Node 22.16 or newer.');
  const location = database.location();
  if (!location) throw notDurable();
  return location;
}

const notDurable = (): InvalidJournalInputError =>
  new InvalidJournalInputError('the journal needs a file: what is in memory or temporary does not survive a crash');

/** Checks the directory, and creates the file for its owner alone. Returns its path without symbolic links. */
export async function prepareFile(path: string): Promise<string> {
  const directory = dirname(path);
  const isDirectory = await stat(directory).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isDirectory) throw new StoreError('The directory of the file does not exist: create it first.');
  // The file may be a link to one in another directory, where its WAL is then, too.
  const existing = await realpath(path).catch(() => undefined);
  const actual = dirname(existing ?? (await realpath(directory)));
  const network = await networkFileSystem(actual);
  if (network !== undefined)
    throw new StoreError(`The directory is on a network file system (${network}): the journal needs a local disk.`);
  await access(actual, constants.W_OK | constants.X_OK).catch(() => {
    // SQLite creates the WAL and its index beside the file.
    throw new StoreError('The directory of the file cannot be written: the write-ahead log has to be created in it.');
  });
  if (existing === undefined) await create(path);
  return realpath(path);
}

/** SQLite gives the WAL and its index the mode of the file. */
async function create(path: string): Promise<void> {
  try {
    await (await open(path, 'wx', 0o600)).close();
  } catch (error) {
    // Another process was faster.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
    throw new StoreError('The file cannot be created: check its path and its directory.');
  }
}
