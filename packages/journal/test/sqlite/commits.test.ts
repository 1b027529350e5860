import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { Commits } from '../../src/sqlite/commits.ts';
import { connect, type Connection } from '../../src/sqlite/connection.ts';
import { migrate } from '../../src/sqlite/migrate.ts';
import { newRow } from '../../src/sqlite/rows.ts';
import type { Transaction } from '../../src/sqlite/transaction.ts';
import { sample } from '../../src/testing/samples.ts';
import { temporaryFolder } from './files.ts';

interface Opened {
  readonly connection: Connection;
  readonly commits: Commits;
  /** The number of times that each statement was executed. */
  readonly executed: (sql: string) => number;
  readonly rows: () => number;
}

function open(): Opened {
  const connection = connect(join(temporaryFolder(), 'captures.db'));
  migrate(connection.database);
  const exec = vi.spyOn(connection.database, 'exec');
  return {
    connection,
    commits: new Commits({ connection: () => connection, clock: Date.now, lockWait: 1000 }),
    executed: (sql) => exec.mock.calls.filter(([statement]) => statement === sql).length,
    rows: () => connection.database.prepare('SELECT 1 FROM capture_operations').all().length,
  };
}

const insert = (number: number) => (transaction: Transaction) => {
  transaction.insert(newRow(sample(number), transaction.now));
  return number;
};

test('what arrives in one turn of the event loop is one commit, in its order', async () => {
  const { commits, executed, rows } = open();
  const order: number[] = [];
  const run = async (number: number): Promise<void> => {
    order.push(await commits.run(insert(number)));
  };
  await Promise.all([3, 1, 2].map(run));
  expect([executed('COMMIT'), rows(), order]).toEqual([1, 3, [3, 1, 2]]);
});

test('a promise resolves after the commit', async () => {
  const { commits, executed, connection } = open();
  await commits.run((transaction) => {
    insert(1)(transaction);
    expect(executed('COMMIT')).toBe(0);
  });
  expect(executed('COMMIT')).toBe(1);
  expect(connection.database.isTransaction).toBe(false);
});

test('what arrives later is another commit, and idle waits for all', async () => {
  const { commits, executed, rows } = open();
  void commits.run(insert(1)).then(() => commits.run(insert(2)));
  await commits.idle();
  expect([executed('COMMIT'), rows()]).toEqual([2, 2]);
});

test('a commit is not larger than the event loop can bear', async () => {
  const { commits, executed, rows } = open();
  await Promise.all(Array.from({ length: 300 }, (_, number) => commits.run(insert(number))));
  expect([executed('COMMIT'), rows()]).toEqual([3, 300]);
});

test('a unit that fails is rolled back by itself', async () => {
  const { commits, executed, rows, connection } = open();
  const failing = (transaction: Transaction): never => {
    insert(2)(transaction);
    throw new RangeError('own');
  };
  const settled = await Promise.allSettled([commits.run(insert(1)), commits.run(failing), commits.run(insert(3))]);
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect((settled[1] as PromiseRejectedResult).reason).toBeInstanceOf(RangeError);
  expect([executed('COMMIT'), rows(), connection.database.isTransaction]).toEqual([2, 2, false]);
  expect(connection.statement('SELECT sum(count) AS sum FROM capture_tallies').get()).toEqual({ sum: 2 });
});

test('a commit that fails rejects, and the next one is not in its transaction', async () => {
  const { commits, rows, connection } = open();
  connection.database.exec('CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT');
  // A constraint that is checked by the commit.
  connection.database.exec(
    'CREATE TABLE child (id INTEGER REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED) STRICT',
  );
  const orphan = commits.run((transaction) => {
    insert(1)(transaction);
    connection.statement('INSERT INTO child VALUES (7)').run();
  });
  await expect(orphan).rejects.toThrow('(SQLITE_CONSTRAINT)');
  expect(rows()).toBe(0);
  await commits.run(insert(2));
  expect(rows()).toBe(1);
});
