import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { sqliteStore } from '../../src/sqlite.ts';
import type { StoreUnderTest } from '../../src/testing.ts';

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
  const folder = mkdtempSync(join(tmpdir(), 'capture-journal-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** A SQLite store in a folder of its own, for the clauses. */
export function sqliteUnderTest(): StoreUnderTest {
  const folder = mkdtempSync(join(tmpdir(), 'capture-journal-'));
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
