import { DatabaseSync } from 'node:sqlite';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { sqliteStore } from '../../src/sqlite.ts';
import type { Store } from '../../src/index.ts';
import type { CreateStore } from '../../src/testing.ts';
import { type ManualClock, manualClock, newFolder } from '../sqlite/files.ts';

/** What a mistake can reach: the file behind the store's back, and its clock. */
export interface Behind {
  readonly run: (sql: string, ...values: (string | number | null)[]) => void;
  readonly all: (sql: string, ...values: (string | number | null)[]) => Record<string, unknown>[];
  readonly clock: ManualClock;
}

/** A store with one mistake: the methods that differ, over a correct one. */
export type Mistake = (inner: Store, behind: Behind) => Partial<Store>;

/** A mistake, and the clauses that must catch it. */
export interface WrongStore {
  readonly create: CreateStore;
  readonly caughtBy: readonly string[];
}

/** The SQLite store with a mistake in each of its handles. */
export function wrong(caughtBy: readonly string[], mistake: Mistake): WrongStore {
  return { caughtBy, create: () => createWrong(mistake) };
}

function createWrong(mistake: Mistake): ReturnType<CreateStore> {
  const folder = newFolder();
  const path = join(folder, 'captures.db');
  const clock = manualClock();
  let connection: DatabaseSync | undefined;
  // Opened late: the store creates the file.
  const database = (): DatabaseSync => {
    connection ??= new DatabaseSync(path, { timeout: 1000, enableForeignKeyConstraints: false });
    return connection;
  };
  const behind: Behind = {
    run: (sql, ...values) =>
      void database()
        .prepare(sql)
        .run(...values),
    all: (sql, ...values) =>
      database()
        .prepare(sql)
        .all(...values),
    clock,
  };
  const create = (): Store => {
    const inner = bound(sqliteStore(path, { clock: clock.read }));
    return { ...inner, ...mistake(inner, behind) };
  };
  return {
    store: create(),
    again: create,
    advance: (milliseconds) => {
      clock.now += milliseconds;
    },
    remove: () => {
      connection?.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function bound(store: Store): Store {
  return {
    open: () => store.open(),
    close: () => store.close(),
    record: (...args) => store.record(...args),
    claimToSend: (...args) => store.claimToSend(...args),
    claimToLookUp: (...args) => store.claimToLookUp(...args),
    expireLeases: (...args) => store.expireLeases(...args),
    change: (...args) => store.change(...args),
    addEvent: (...args) => store.addEvent(...args),
    get: (...args) => store.get(...args),
    list: (...args) => store.list(...args),
    events: (...args) => store.events(...args),
    siblings: (...args) => store.siblings(...args),
    tally: (...args) => store.tally(...args),
    nextDue: (...args) => store.nextDue(...args),
    purge: (...args) => store.purge(...args),
  };
}
