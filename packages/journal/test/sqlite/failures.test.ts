import { chmodSync, closeSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { Commits } from '../../src/sqlite/commits.ts';
import { connect } from '../../src/sqlite/connection.ts';
import { storeFailure } from '../../src/sqlite/failures.ts';
import { migrate } from '../../src/sqlite/migrate.ts';
import { record as recordOf } from '../../src/sqlite/record.ts';
import { sqliteStore } from '../../src/sqlite.ts';
import { change, everything, lead, record, sample } from '../../src/testing/samples.ts';
import { temporaryFolder, unprivileged } from './files.ts';

const newPath = (): string => join(temporaryFolder(), 'captures.db');
const CANARY = 'canary-4711';

/** A store with one operation that is being sent, closed again. */
async function filled(path: string): Promise<void> {
  const store = sqliteStore(path);
  await store.open();
  await lead(store, 'sending');
  for (let number = 10; number < 60; number += 1) await record(store, sample(number));
  await store.close();
}

describe('a disk that is full', () => {
  test('rejects what does not fit, keeps what was committed, and goes on when there is space', async () => {
    const path = newPath();
    const connection = connect(path);
    migrate(connection.database);
    const commits = new Commits({ connection: () => connection, clock: Date.now, lockWait: 1000 });
    const put = (number: number, size: number) =>
      commits.run((transaction) => {
        const given = sample(number, { request: { text: CANARY.padEnd(size, '.') } });
        return recordOf(transaction, [given], { accepts: () => false });
      });
    await put(1, 10);
    const pages = Number(connection.database.prepare('PRAGMA page_count').get()?.['page_count']);
    connection.database.exec(`PRAGMA max_page_count = ${pages}`);
    // In one commit: what fits is not taken along by what does not.
    const settled = await Promise.allSettled([put(2, 10), put(3, 100_000), put(4, 10)]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const reason: unknown = (settled[1] as PromiseRejectedResult).reason;
    expect(reason).toMatchObject({ code: 'store_failed' });
    expect(String(reason)).toMatch(/space.*\(SQLITE_FULL\)$/);
    expect(JSON.stringify(reason) + String(reason)).not.toContain(CANARY);
    connection.database.exec('PRAGMA max_page_count = 1000000');
    await put(3, 100_000);
    connection.close();
    const store = sqliteStore(path);
    await store.open();
    expect((await store.list({}, { limit: 9 })).map(({ id }) => id)).toEqual([1, 2, 3, 4].map((one) => sample(one).id));
    await store.close();
  });
});

describe('a file that is locked', () => {
  test('is waited for without stopping the event loop, as its owner may be this process', async () => {
    const path = newPath();
    const store = sqliteStore(path);
    await store.open();
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    const recorded = record(store, sample(1));
    setTimeout(() => {
      other.exec('COMMIT');
    }, 50);
    expect((await recorded)[0]?.kind).toBe('recorded');
    other.close();
    await store.close();
  });

  test('for too long is an error, and nothing was changed', async () => {
    const path = newPath();
    await filled(path);
    const store = sqliteStore(path, { lockWait: 40 });
    await store.open();
    const before = await everything(store);
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    const settled = await Promise.allSettled([
      store.change(change(sample(1).id, 'sending', 'captured', 'result')),
      record(store, sample(2)),
    ]);
    for (const one of settled) expect(String((one as PromiseRejectedResult).reason)).toContain('(SQLITE_BUSY)');
    // Reading goes on meanwhile.
    expect(await everything(store)).toEqual(before);
    other.exec('ROLLBACK');
    expect((await record(store, sample(2)))[0]?.kind).toBe('recorded');
    other.close();
    await store.close();
  });
});

describe('a file that cannot be used', () => {
  test('is read-only', async () => {
    const path = newPath();
    await filled(path);
    chmodSync(path, 0o444);
    const before = readFileSync(path);
    await unprivileged(path, async () => {
      // Its directory can be written, so that this is the file's own mode.
      const store = sqliteStore(path);
      await expect(store.open()).rejects.toMatchObject({ code: 'store_failed' });
    });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('is no database', async () => {
    const path = newPath();
    const content = `${CANARY}\n`.repeat(1000);
    writeFileSync(path, content);
    const error: unknown = await sqliteStore(path).open().catch((thrown: unknown) => thrown); // prettier-ignore
    expect(error).toMatchObject({ message: 'The file is not a SQLite database: check the path. (SQLITE_NOTADB)' });
    expect(readFileSync(path, 'utf8')).toBe(content);
  });

  test('is damaged', async () => {
    const path = newPath();
    await filled(path);
    const file = openSync(path, 'r+');
    const { size } = statSync(path);
    // All pages but the first, which holds the header and the schema.
    writeSync(file, Buffer.alloc(size - 4096, 0xa5), 0, size - 4096, 4096);
    closeSync(file);
    const work = async (): Promise<void> => {
      const store = sqliteStore(path);
      await store.open();
      await store.list({}, { limit: 99 }).finally(() => store.close());
    };
    await expect(work()).rejects.toThrow('(SQLITE_CORRUPT)');
  });
});

describe('an error', () => {
  test.each([3, 5, 6, 7, 8, 10, 11, 13, 14, 19, 26])('with the result code %i has its own sentence', (errcode) => {
    const failure = Object.assign(new Error(CANARY), { code: 'ERR_SQLITE_ERROR', errcode: errcode + 256 * 5 });
    expect((storeFailure(failure) as Error).message).toMatch(/^[A-Z].*\. \(SQLITE_[A-Z]+\)$/);
    expect(String(storeFailure(failure))).not.toContain(CANARY);
    expect(String(storeFailure(failure))).not.toContain('SQLITE_ERROR');
  });

  test('with any other result code is SQLite’s, and one of the caller’s stays as it is', () => {
    const failure = Object.assign(new Error(CANARY), { code: 'ERR_SQLITE_ERROR', errcode: 1 });
    expect(String(storeFailure(failure))).toMatch(/\(SQLITE_ERROR\)$/);
    const own = new TypeError('own');
    expect(storeFailure(own)).toBe(own);
  });
});
