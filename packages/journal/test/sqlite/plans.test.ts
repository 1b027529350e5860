import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { rmSync } from 'node:fs';
import { CLAIMS } from '../../src/sqlite/claim.ts';
import { connect } from '../../src/sqlite/connection.ts';
import { exactQuery, LISTS } from '../../src/sqlite/list.ts';
import { migrate } from '../../src/sqlite/migrate.ts';
import { OLDEST_FINAL } from '../../src/sqlite/purge.ts';
import { READS } from '../../src/sqlite/reads.ts';
import { RECORDING } from '../../src/sqlite/record.ts';
import { newRow } from '../../src/sqlite/rows.ts';
import { TALLIES } from '../../src/sqlite/tallies.ts';
import { Transaction, WRITES } from '../../src/sqlite/transaction.ts';
import { sample, STATES } from '../../src/testing/samples.ts';
import { newFolder } from './files.ts';

const folder = newFolder();
const { database } = fill();
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

function fill() {
  const connection = connect(join(folder, 'captures.db'));
  migrate(connection.database);
  connection.database.exec('BEGIN IMMEDIATE');
  const transaction = new Transaction(connection, 1000);
  for (let number = 0; number < 3000; number += 1) {
    const state = STATES[number % STATES.length]!;
    const inDoubt = state === 'unknown' || state === 'pending';
    const row = newRow(sample(number, { account: number % 3 === 0 ? 'tickets' : 'shop' }), number);
    const lease = state === 'sending' ? number : null;
    transaction.insert({ ...row, state, lease_until: lease, lookup_due_at: inDoubt ? number : null });
  }
  transaction.finish();
  connection.database.exec('COMMIT');
  return connection;
}

const EXACT = ['key', 'captureId', 'reference', 'authorizationId', 'repeats'] as const;
const filters = [
  ...EXACT.map((name) => ({ [name]: 'a' })),
  ...EXACT.map((name) => ({ [name]: 'a', accounts: ['shop'], states: ['unknown' as const], needsDecision: true })),
  Object.fromEntries(EXACT.map((name) => [name, 'a'])),
];
const named = (name: string, statements: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(statements).map(([key, sql]) => [`${name}.${key}`, sql]);

const STATEMENTS: readonly (readonly [string, string])[] = [
  ...named('CLAIMS', CLAIMS),
  ...named('READS', READS),
  ...named('RECORDING', RECORDING),
  ...named('WRITES', WRITES),
  ...named('TALLIES', TALLIES),
  ...named('LISTS', LISTS),
  ['OLDEST_FINAL', OLDEST_FINAL],
  ...filters.map((filter) => [`list ${JSON.stringify(filter)}`, exactQuery(filter)!.sql] as const),
];

function planOf(sql: string): string[] {
  return database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all().map(({ detail }) => String(detail)); // prettier-ignore
}

describe.each([false, true])('with statistics: %s', (withStatistics) => {
  test.each(STATEMENTS)('%s searches by an index and sorts nothing', (_name, sql) => {
    if (withStatistics) database.exec('ANALYZE');
    for (const step of planOf(sql)) {
      expect(step).not.toMatch(/^SCAN capture_(?:operations|events)/);
      // Of one key there is one operation for each account.
      if (!sql.includes(' key = ?')) expect(step).not.toContain('TEMP B-TREE');
    }
  });
});

test.each([
  ['CLAIMS.toSend', 'capture_to_send (account=? AND available_at<?)'],
  ['CLAIMS.toLookUp', 'capture_to_look_up (account=? AND lookup_due_at<?)'],
  ['CLAIMS.toExpire', 'capture_to_expire (account=? AND lease_until<?)'],
  ['READS.nextToSend', 'capture_to_send (account=?)'],
  ['READS.nextToLookUp', 'capture_to_look_up (account=? AND lookup_due_at>?)'],
  ['READS.nextToExpire', 'capture_to_expire (account=?)'],
  ['OLDEST_FINAL', 'capture_to_purge (updated_at<?)'],
  ['LISTS.idsOfGroup', 'capture_by_state (account=? AND state=? AND needs_decision=? AND id>?)'],
])('%s uses the index that holds what is waiting only', (name, index) => {
  const [, sql] = STATEMENTS.find(([known]) => known === name)!;
  expect(planOf(sql).join()).toContain(index);
});

test('the check finds a scan and a sort', () => {
  expect(planOf('SELECT * FROM capture_operations WHERE currency = 1').join()).toMatch(/^SCAN capture_operations/);
  expect(planOf('SELECT id FROM capture_operations WHERE id > 1 ORDER BY currency').join()).toContain('TEMP B-TREE');
});
