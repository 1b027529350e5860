import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { sqliteStore } from '../../src/sqlite.ts';
import type { Store } from '../../src/index.ts';
import { ids, kinds, sample, samples } from '../../src/testing/samples.ts';
import { temporaryFolder } from './files.ts';

interface Shop {
  readonly database: DatabaseSync;
  readonly store: Store;
  readonly path: string;
}

async function openShop(options: ConstructorParameters<typeof DatabaseSync>[1] = {}): Promise<Shop> {
  const path = join(temporaryFolder(), 'shop.db');
  const database = new DatabaseSync(path, options);
  database.exec('CREATE TABLE orders (id TEXT PRIMARY KEY, shipped INTEGER) STRICT');
  const store = sqliteStore({ database }, { lockWait: 100 });
  await store.open();
  return { database, store, path };
}

const recordIn = (store: Store, transaction: unknown, ...numbers: number[]) =>
  store.record(samples(...numbers), { transaction, accepts: () => true });
const listed = async (store: Store): Promise<string[]> => ids(await store.list({}, { limit: 99 }));
const shipped = (database: DatabaseSync): number => database.prepare('SELECT 1 FROM orders').all().length;

test('an order and its capture are committed together', async () => {
  const { database, store } = await openShop();
  database.exec('BEGIN IMMEDIATE');
  database.exec("INSERT INTO orders VALUES ('1', 1)");
  const recorded = recordIn(store, database, 1, 2);
  // Another connection sees nothing before the commit.
  expect(await listed(store)).toEqual([]);
  database.exec('COMMIT');
  expect(kinds(await recorded)).toEqual(['recorded', 'recorded']);
  expect(await listed(store)).toEqual(ids(samples(1, 2)));
  expect((await store.tally())[0]?.count).toBe(2);
  expect(await store.events(sample(1).id)).toHaveLength(1);
  await store.close();
  database.close();
});

test('the statements run at once, within the call', async () => {
  const { database, store } = await openShop();
  database.exec('BEGIN');
  const recorded = recordIn(store, database, 1);
  database.exec('COMMIT');
  expect(await listed(store)).toEqual([sample(1).id]);
  expect(kinds(await recorded)).toEqual(['recorded']);
  await store.close();
  database.close();
});

test('a rollback takes both back', async () => {
  const { database, store } = await openShop();
  database.exec('BEGIN IMMEDIATE');
  database.exec("INSERT INTO orders VALUES ('1', 1)");
  await recordIn(store, database, 1);
  database.exec('ROLLBACK');
  expect([shipped(database), await listed(store), await store.tally()]).toEqual([0, [], []]);
  expect(kinds(await store.record([sample(1)], { accepts: () => true }))).toEqual(['recorded']);
  await store.close();
  database.close();
});

test('commits of the journal’s own never land in the caller’s transaction', async () => {
  const { database, store } = await openShop();
  await store.record([sample(1)], { accepts: () => true });
  database.exec('BEGIN IMMEDIATE');
  const blocked = store.record([sample(2)], { accepts: () => true });
  await expect(blocked).rejects.toMatchObject({ code: 'store_failed' });
  database.exec('ROLLBACK');
  expect(await listed(store)).toEqual([sample(1).id]);
  await store.close();
  database.close();
});

test('what is refused, or fails, leaves the caller’s transaction as it was', async () => {
  const { database, store } = await openShop();
  database.exec('BEGIN IMMEDIATE');
  database.exec("INSERT INTO orders VALUES ('1', 1)");
  const busy = sample(3, { authorizationId: sample(2).authorizationId });
  const outcomes = await store.record([sample(2), busy], { transaction: database, accepts: () => true });
  expect(kinds(outcomes)[1]).toBe('busy');
  const twice = [sample(4), sample(4, { key: 'another', authorizationId: 'another' })];
  const failed = store.record(twice, { transaction: database, accepts: () => true });
  await expect(failed).rejects.toThrow('(SQLITE_CONSTRAINT)');
  expect(database.isTransaction).toBe(true);
  database.exec('COMMIT');
  expect([shipped(database), await listed(store)]).toEqual([1, []]);
  await store.close();
  database.close();
});

test('a connection with other habits is no matter', async () => {
  const { database, store } = await openShop({ readBigInts: true, returnArrays: true, timeout: 0 });
  await store.record([sample(1)], { accepts: () => true });
  database.exec('BEGIN IMMEDIATE');
  const outcomes = await recordIn(store, database, 1, 2);
  database.exec('COMMIT');
  expect(kinds(outcomes)).toEqual(['existing', 'recorded']);
  expect(outcomes[0]?.operation).toEqual(await store.get(sample(1).id));
  await store.close();
  database.close();
});

test('what is no transaction on the file of the journal is refused', async () => {
  const { database, store, path } = await openShop();
  const refused = async (transaction: unknown, rule: string, claim?: { token: string; lease: number }) => {
    const recorded = store.record([sample(1)], { transaction, claim, accepts: () => true });
    const error: unknown = await recorded.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'invalid_input' });
    expect(String(error)).toContain(rule);
  };
  for (const other of [{}, null, 'BEGIN', true]) await refused(other, 'must be the DatabaseSync');
  await refused(database, 'BEGIN IMMEDIATE first');
  const elsewhere = new DatabaseSync(join(temporaryFolder(), 'shop.db'));
  elsewhere.exec('BEGIN');
  await refused(elsewhere, 'file of the journal');
  elsewhere.close();
  await refused(elsewhere, 'open DatabaseSync');
  const careless = new DatabaseSync(path);
  careless.exec('PRAGMA synchronous = NORMAL; BEGIN');
  await refused(careless, 'commit durably');
  careless.close();
  database.exec('BEGIN');
  await refused(database, 'claim', { token: 'a', lease: 1 });
  database.exec('COMMIT');
  expect(await listed(store)).toEqual([]);
  await store.close();
  database.close();
});
