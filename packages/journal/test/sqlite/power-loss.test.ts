import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, expect, test } from 'vitest';
import type { Store } from '../../src/index.ts';
import { sqliteStore } from '../../src/sqlite.ts';
import { change, claim, record, sample } from '../../src/testing/samples.ts';
import { newFolder } from './files.ts';
import { type Acknowledge, type Moment, momentsOf } from './moments.ts';

// A machine that loses its power keeps what was synced, and of the rest of the write-ahead log any part.

const WAL_HEADER = 32;
const FRAME = 24 + 4096;
/** An operation goes through these states, in this order. */
const WAY = ['recorded', 'sending', 'captured'];

/** A few operations, in commits of their own and in shared ones. */
async function work(store: Store, acknowledge: Acknowledge): Promise<void> {
  for (const numbers of [[1], [2, 3, 4]]) {
    const given = numbers.map((number) => sample(number));
    await record(store, ...given);
    for (const { id } of given) acknowledge(id, 'recorded');
    const step = async (state: string, make: (id: string) => Promise<unknown>): Promise<void> => {
      await Promise.all(given.map(({ id }) => make(id).then(() => { acknowledge(id, state); }))); // prettier-ignore
    };
    await step('sending', (id) => claim(store, id));
    await step('captured', (id) => store.change(change(id, 'sending', 'captured', 'result')));
  }
}

let folder: string;
let moments: readonly Moment[];
beforeAll(async () => {
  folder = newFolder();
  moments = await momentsOf(folder, work);
  return () => {
    rmSync(folder, { recursive: true });
  };
});

/** Opens copies as the next start does. Checks that what is there agrees with itself, and returns the states. */
async function recover(database: Buffer, wal: Buffer): Promise<Map<string, string>> {
  const path = join(folder, 'copy.db');
  for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true });
  writeFileSync(path, database);
  writeFileSync(`${path}-wal`, wal);
  const store = sqliteStore(path);
  await store.open();
  const operations = await store.list({}, { limit: 1000 });
  for (const { id, state } of operations) {
    const states = (await store.events(id)).map(({ to }) => to);
    expect(states).toEqual(WAY.slice(0, WAY.indexOf(state) + 1));
  }
  for (const { state, count, minor } of await store.tally()) {
    const own = operations.filter((one) => one.state === state);
    expect([count, minor]).toEqual([own.length, own.reduce((sum, { amount }) => sum + BigInt(amount.minor), 0n)]);
  }
  await store.close();
  const raw = new DatabaseSync(path);
  expect(raw.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  raw.close();
  return new Map(operations.map(({ id, state }) => [id, state]));
}

/** Asserts that everything was kept that was acknowledged while the log was no longer than this. */
function expectKept(states: ReadonlyMap<string, string>, { acknowledged }: Moment, length = Infinity): void {
  for (const { id, state, length: needed } of acknowledged) {
    if (needed > length) continue;
    expect(WAY.indexOf(states.get(id) ?? ''), `${id} was ${state}`).toBeGreaterThanOrEqual(WAY.indexOf(state));
  }
}

test('a copy at any moment, also within a commit, has everything that was acknowledged', async () => {
  expect(moments.length).toBeGreaterThan(10);
  for (const moment of moments) expectKept(await recover(moment.database, moment.wal), moment);
});

test('a log that ends at any page has everything that was acknowledged before that page', async () => {
  const last = moments.at(-1)!;
  const lengths = framesOf(last.wal);
  expect(lengths.length).toBeGreaterThan(30);
  for (const length of [0, WAL_HEADER / 2, ...lengths])
    expectKept(await recover(last.database, last.wal.subarray(0, length)), last, length);
});

test.each([
  ['cut off', (wal: Buffer, end: number) => wal.subarray(0, end - FRAME / 2)],
  [
    'half zero',
    (wal: Buffer, end: number) => Buffer.concat([wal.subarray(0, end - FRAME / 2), Buffer.alloc(FRAME / 2)]),
  ],
  [
    'half another',
    (wal: Buffer, end: number) => Buffer.concat([wal.subarray(0, end - FRAME / 2), Buffer.alloc(FRAME / 2, 0x5a)]),
  ],
])('a log whose last page is %s has everything before it', async (_name, tear) => {
  // prettier-ignore
  const last = moments.at(-1)!;
  for (const length of framesOf(last.wal).slice(1)) {
    const states = await recover(last.database, tear(last.wal, length));
    expectKept(states, last, length - FRAME);
  }
});

test('the check finds what was acknowledged and is gone', async () => {
  const last = moments.at(-1)!;
  const states = await recover(last.database, last.wal.subarray(0, framesOf(last.wal).at(-2)));
  expect(() => {
    expectKept(states, last);
  }).toThrow(/was captured/);
});

test('a transaction that is larger than the memory for it is not there before its commit', async () => {
  const large = newFolder();
  const request = { text: 'x'.repeat(20_000) };
  const given = Array.from({ length: 300 }, (_, number) => sample(number, { request }));
  const record300 = async (store: Store, acknowledge: Acknowledge): Promise<void> => {
    await record(store, ...given);
    acknowledge(sample(299).id, 'recorded');
  };
  const taken = await momentsOf(large, record300, { apart: 1_000_000 });
  // Its pages are in the log before the commit.
  const [before] = taken.filter(({ wal, acknowledged }) => acknowledged.length === 0 && wal.length > 2_000_000);
  expect((await recover(before!.database, before!.wal)).size).toBe(0);
  const after = taken.at(-1)!;
  expect((await recover(after.database, after.wal)).size).toBe(300);
  rmSync(large, { recursive: true });
});

function framesOf(wal: Buffer): number[] {
  const count = Math.floor((wal.length - WAL_HEADER) / FRAME);
  return Array.from({ length: count + 1 }, (_, frame) => WAL_HEADER + frame * FRAME);
}
