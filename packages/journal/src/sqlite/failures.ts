import { JournalError, StoreError } from '../errors/journal-errors.ts';

/** The primary result codes of SQLite that a caller can act on, each with its one sentence. */
const FAILURES: Readonly<Record<number, readonly [name: string, sentence: string]>> = {
  3: ['SQLITE_PERM', 'The file may not be opened by this process: check its owner and its mode.'],
  5: ['SQLITE_BUSY', 'The file was locked by another connection for too long: find what keeps a transaction open.'],
  6: ['SQLITE_LOCKED', 'A table was locked by the same connection: finish its statements first.'],
  7: ['SQLITE_NOMEM', 'There was not enough memory.'],
  8: ['SQLITE_READONLY', 'The file cannot be written: check its mode, its directory and the file system.'],
  10: ['SQLITE_IOERR', 'The disk could not be read or written: check the device and the file system.'],
  11: ['SQLITE_CORRUPT', 'The file is damaged: stop, keep it, and restore a copy before anything is sent.'],
  13: ['SQLITE_FULL', 'There is no space left for the file: free some space on the disk.'],
  14: ['SQLITE_CANTOPEN', 'The file cannot be opened: check that it exists and that this process may open it.'],
  19: ['SQLITE_CONSTRAINT', 'A rule of the schema refused the values.'],
  26: ['SQLITE_NOTADB', 'The file is not a SQLite database: check the path.'],
};
const OTHER = ['SQLITE_ERROR', 'SQLite refused a statement: check that nothing else changed the tables.'] as const;

interface SqliteFailure {
  readonly code: 'ERR_SQLITE_ERROR';
  readonly errcode: number;
}

function isSqliteFailure(error: unknown): error is SqliteFailure {
  return (error as Partial<SqliteFailure> | undefined)?.code === 'ERR_SQLITE_ERROR';
}

/** The low byte of a result code is its primary code, the rest is detail. */
const primary = (error: SqliteFailure): number => error.errcode & 0xff;

/** Returns whether another connection is in the way, so that the same may succeed later. */
export function isLocked(error: unknown): boolean {
  return isSqliteFailure(error) && primary(error) === 5;
}

/**
 * The error that a caller receives: of SQLite's, a fixed sentence and the name of the code, because its message can
 * hold what was stored. Every other error is returned as it is.
 */
export function storeFailure(error: unknown): unknown {
  if (JournalError.is(error) || !isSqliteFailure(error)) return error;
  const [name, sentence] = FAILURES[primary(error)] ?? OTHER;
  return new StoreError(`${sentence} (${name})`);
}
