// Loaded before the program: a recovery that sends again what a dead process was sending.
import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { SqliteStore } from '../../../src/sqlite/sqlite-store.ts';
import type { ProgramSettings } from '../program-settings.ts';

const SEND_AGAIN = `BEGIN IMMEDIATE;
  UPDATE capture_operations SET state = 'recorded', token = NULL, lease_until = NULL WHERE state = 'sending';
  DELETE FROM capture_tallies;
  INSERT INTO capture_tallies (count, high, low, account, state, needs_decision, currency)
    SELECT count(*), 0, sum(minor), account, state, needs_decision, currency FROM capture_operations
    GROUP BY account, state, needs_decision, currency;
  COMMIT`;

// eslint-disable-next-line @typescript-eslint/unbound-method -- It is called with its store.
const { open } = SqliteStore.prototype;
SqliteStore.prototype.open = async function () {
  await open.call(this);
  const { file } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as ProgramSettings;
  const database = new DatabaseSync(file);
  database.exec(SEND_AGAIN);
  database.close();
};
