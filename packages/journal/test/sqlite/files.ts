import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { sqliteStore } from '../../src/sqlite.ts';
import type { StoreUnderTest } from '../../src/testing.ts';

/** Thousands of commits: in memory where there is such a folder, so that no test waits for a disk. */
const BASE = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** A new folder. */
export const newFolder = (): string => mkdtempSync(join(BASE, 'capture-journal-'));

/** A clock that stands still until it is moved. */
export interface ManualClock {
  now: number;
  readonly read: () => number;
}

/** A clock of its own at a fixed time. */
export function manualClock(): ManualClock {
  const clock = { now: Date.parse('2026-03-29T00:59:59.999Z'), read: () => clock.now };
  return clock;
}

/** A folder that is removed after the test. */
export function temporaryFolder(): string {
  const folder = newFolder();
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** A SQLite store in a folder of its own, for the clauses. */
export function sqliteUnderTest(): StoreUnderTest {
  const folder = newFolder();
  const clock = manualClock();
  const create = () => sqliteStore(join(folder, 'captures.db'), { clock: clock.read });
  return {
    store: create(),
    again: create,
    advance: (milliseconds) => {
      clock.now += milliseconds;
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs work as a user for whom the modes of files count, which they do not for root. */
export async function unprivileged(folder: string, work: () => Promise<void>): Promise<void> {
  const NOBODY = 65534;
  if (process.geteuid?.() !== 0) return work();
  chmodSync(dirname(folder), 0o755);
  process.seteuid?.(NOBODY);
  try {
    await work();
  } finally {
    process.seteuid?.(0);
  }
}
