import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test, vi } from 'vitest';
import { apply, connect, setting, SETTINGS } from '../../src/sqlite/connection.ts';
import { migrate } from '../../src/sqlite/migrate.ts';
import { mountType } from '../../src/sqlite/network-file-systems.ts';
import { MIGRATIONS } from '../../src/sqlite/schema.ts';
import { sqliteStore } from '../../src/sqlite.ts';
import { record, sample } from '../../src/testing/samples.ts';
import { temporaryFolder, unprivileged } from './files.ts';

const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);

describe('the file', () => {
  test.skipIf(process.platform === 'win32')('and its write-ahead log are for its owner alone', async () => {
    const path = join(temporaryFolder(), 'captures.db');
    const store = sqliteStore(path);
    await store.open();
    await record(store, sample(1));
    expect(['', '-wal', '-shm'].map((suffix) => mode(path + suffix))).toEqual(['600', '600', '600']);
    await store.close();
  });

  test('may be named by a string, a URL or an object, and through a link', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'captures.db');
    symlinkSync(path, join(folder, 'link.db'));
    for (const source of [path, pathToFileURL(path), { path }, join(folder, 'link.db')]) {
      const store = sqliteStore(source);
      await store.open();
      await record(store, sample(1));
      expect(await store.list({}, { limit: 9 })).toHaveLength(1);
      await store.close();
    }
    expect(existsSync(path)).toBe(true);
  });

  test('is never taken for one of SQLite’s URIs', async () => {
    const folder = temporaryFolder();
    const before = process.cwd();
    process.chdir(folder);
    try {
      const store = sqliteStore('file::memory:?cache=shared');
      await store.open();
      await store.close();
    } finally {
      process.chdir(before);
    }
    expect(existsSync(join(folder, 'file::memory:?cache=shared'))).toBe(true);
  });

  test.each([':memory:', '', 'a\0b'])('%j is refused, because it does not survive a crash', async (path) => {
    await expect(sqliteStore(path).open()).rejects.toMatchObject({ code: 'invalid_input' });
  });

  test('a connection in memory is refused', async () => {
    const store = sqliteStore({ database: new DatabaseSync(':memory:') });
    await expect(store.open()).rejects.toMatchObject({ code: 'invalid_input' });
  });

  test('in a directory that does not exist is refused, and nothing is created', async () => {
    const folder = join(temporaryFolder(), 'missing');
    await expect(sqliteStore(join(folder, 'captures.db')).open()).rejects.toThrow(
      'directory of the file does not exist',
    );
    expect(existsSync(folder)).toBe(false);
  });

  test('in a directory that cannot be written is refused', async () => {
    const folder = join(temporaryFolder(), 'closed');
    mkdirSync(folder);
    await chmod(folder, 0o555);
    // For root the directory counts as writable until the file is created.
    await unprivileged(folder, async () => {
      const store = sqliteStore(join(folder, 'captures.db'));
      await expect(store.open()).rejects.toThrow(/^The (?:directory of the )?file cannot be (?:written|created): /);
    });
  });
});

describe('settings', () => {
  test('make a commit durable, and are read back', () => {
    const { database } = connect(join(temporaryFolder(), 'captures.db'));
    const values = SETTINGS.map(([pragma]) => [pragma, setting(database, pragma)]);
    expect(values).toEqual(SETTINGS);
    expect(Object.fromEntries(values)).toMatchObject({ journal_mode: 'wal', synchronous: 2, foreign_keys: 1 });
    expect(() => {
      apply(database, [['synchronous', 7]]);
    }).toThrow('SQLite did not accept synchronous = 7, so commits might not be durable.');
    database.close();
    const memory = new DatabaseSync(':memory:');
    expect(() => {
      apply(memory, SETTINGS);
    }).toThrow('SQLite did not accept journal_mode = wal');
  });
});

describe('the schema', () => {
  test('of a newer version is refused, and the file stays as it is', async () => {
    const path = join(temporaryFolder(), 'captures.db');
    const store = sqliteStore(path);
    await store.open();
    await store.close();
    const database = new DatabaseSync(path);
    database.exec('UPDATE capture_journal SET version = version + 1');
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    const before = readFileSync(path);
    await expect(store.open()).rejects.toMatchObject({ code: 'schema_too_new' });
    expect(readFileSync(path).equals(before)).toBe(true);
    database.close();
  });

  test('is migrated step by step, each step once, and a step that fails leaves the file as it was', () => {
    const { database } = connect(join(temporaryFolder(), 'captures.db'));
    const version = () => database.prepare('SELECT version FROM capture_journal').get()?.['version'];
    migrate(database);
    migrate(database);
    expect(version()).toBe(MIGRATIONS.length);
    const next = [...MIGRATIONS, 'CREATE TABLE capture_next (a INTEGER) STRICT', 'CREATE TABLE capture_next (b)'];
    expect(() => {
      migrate(database, next);
    }).toThrow();
    expect(version()).toBe(MIGRATIONS.length);
    expect(database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'capture_next'").get()).toBeUndefined();
    migrate(database, next.slice(0, -1));
    expect(version()).toBe(MIGRATIONS.length + 1);
    database.close();
  });

  test('leaves the version that an application keeps in its file alone', async () => {
    const path = join(temporaryFolder(), 'shop.db');
    const database = new DatabaseSync(path);
    database.exec('PRAGMA user_version = 42');
    const store = sqliteStore({ database });
    await store.open();
    expect(setting(database, 'user_version')).toBe(42);
    await store.close();
    database.close();
  });

  test('is created once by stores that open at the same time', async () => {
    const path = join(temporaryFolder(), 'captures.db');
    const stores = Array.from({ length: 5 }, () => sqliteStore(path));
    await Promise.all(stores.flatMap((store) => [store.open(), store.open()]));
    for (const [number, store] of stores.entries()) await record(store, sample(number));
    expect(await stores[0]!.list({}, { limit: 9 })).toHaveLength(5);
    for (const store of stores) await store.close();
  });

  test('has strict tables', () => {
    const { database } = connect(join(temporaryFolder(), 'captures.db'));
    migrate(database);
    const tables = database.prepare("SELECT name, strict FROM pragma_table_list WHERE name LIKE 'capture%'").all();
    expect(tables.length).toBe(4);
    for (const { strict } of tables) expect(strict).toBe(1);
    database.close();
  });
});

describe('network file systems', () => {
  const mountinfo = [
    '22 1 0:20 / / rw,relatime - ext4 /dev/vda rw',
    '30 22 0:30 / /mnt/far rw - fuse.sshfs host:/ rw',
    '31 22 0:31 / /mnt/far/near rw shared:1 - ext4 /dev/vdb rw',
    String.raw`32 22 0:32 / /mnt/a\040b rw - fuse.s3fs s3 rw`,
  ].join('\n');

  test.each([
    ['/', 'ext4'],
    ['/mnt/far', 'fuse.sshfs'],
    ['/mnt/far/deep', 'fuse.sshfs'],
    ['/mnt/farther', 'ext4'],
    ['/mnt/far/near/deep', 'ext4'],
    ['/mnt/a b', 'fuse.s3fs'],
  ])('%s is on %s', (directory, type) => {
    expect(mountType(mountinfo, directory)).toBe(type);
  });

  test('are unknown without a mount table', () => {
    expect(mountType('', '/')).toBeUndefined();
  });
});

test('a runtime without node:sqlite is named', async () => {
  const missing = vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined);
  const store = sqliteStore(join(temporaryFolder(), 'captures.db'));
  await expect(store.open()).rejects.toThrow('node:sqlite is missing from this runtime. Use Node 22.13 or newer');
  missing.mockRestore();
});

test('a file that was not opened, or is closed, cannot be read', async () => {
  const path = join(temporaryFolder(), 'captures.db');
  const store = sqliteStore(path);
  await expect(store.get('1')).rejects.toMatchObject({ code: 'store_failed' });
  await store.open();
  await store.close();
  await expect(record(store, sample(1))).rejects.toMatchObject({ code: 'store_failed' });
  writeFileSync(`${path}.other`, '');
  const empty = sqliteStore(`${path}.other`);
  await empty.open();
  await empty.close();
});
