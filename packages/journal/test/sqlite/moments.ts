import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, StatementSync } from 'node:sqlite';
import { vi } from 'vitest';
import type { Store } from '../../src/index.ts';
import { sqliteStore } from '../../src/sqlite.ts';

/** The file and its write-ahead log at one moment. */
export interface Moment {
  readonly database: Buffer;
  readonly wal: Buffer;
  /** What had been acknowledged by then, oldest first. */
  readonly acknowledged: readonly Acknowledged[];
}

/** A state that a resolved promise reported. */
export interface Acknowledged {
  readonly id: string;
  readonly state: string;
  /** The length of the write-ahead log then. */
  readonly length: number;
}

/** Reports that an operation reached a state. */
export type Acknowledge = (id: string, state: string) => void;

/**
 * Runs work on a new store, and copies its files before and after every statement, those of a commit included. Copies
 * that are like the one before are left out, and so are those of a log that grew by less than `apart` bytes since.
 */
export async function momentsOf(
  folder: string,
  work: (store: Store, acknowledge: Acknowledge) => Promise<void>,
  { apart = 0 }: { readonly apart?: number } = {},
): Promise<readonly Moment[]> {
  const path = join(folder, 'captures.db');
  const store = sqliteStore(path);
  await store.open();
  const moments: Moment[] = [];
  const acknowledged: Acknowledged[] = [];
  const lengthOf = (suffix = ''): number => statSync(path + suffix).size;
  let last = '';
  const take = (): void => {
    const state = [lengthOf(), statSync(path).mtimeMs, lengthOf('-wal'), acknowledged.length].join();
    if (state === last) return;
    const before = moments.at(-1);
    if (before?.acknowledged.length === acknowledged.length && lengthOf('-wal') - before.wal.length < apart) return;
    last = state;
    const [database, wal] = [readFileSync(path), readFileSync(`${path}-wal`)];
    moments.push({ database, wal, acknowledged: [...acknowledged] });
  };
  const stop = aroundStatements(take);
  await work(store, (id, state) => {
    acknowledged.push({ id, state, length: lengthOf('-wal') });
    take();
  });
  stop();
  await store.close();
  return moments;
}

function aroundStatements(take: () => void): () => void {
  const around = <Result>(original: (...given: never[]) => Result) =>
    function (this: unknown, ...given: unknown[]): Result {
      take();
      const result = Reflect.apply(original, this, given) as Result;
      take();
      return result;
    };
  // Read before they are replaced.
  const { exec } = Object.getOwnPropertyDescriptors(DatabaseSync.prototype);
  const { run } = Object.getOwnPropertyDescriptors(StatementSync.prototype);
  const spies = [
    vi.spyOn(DatabaseSync.prototype, 'exec').mockImplementation(around(exec.value!)),
    vi.spyOn(StatementSync.prototype, 'run').mockImplementation(around(run.value!)),
  ];
  return () => {
    for (const spy of spies) spy.mockRestore();
  };
}
