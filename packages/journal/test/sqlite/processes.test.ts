import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { sqliteStore } from '../../src/sqlite.ts';
import { ids, record, sample } from '../../src/testing/samples.ts';
import { temporaryFolder } from './files.ts';

const PROGRAM = join(import.meta.dirname, '../programs/claim-all.ts');

async function claimAll(path: string, name: string): Promise<string[]> {
  const flags = ['--conditions=@capture/source', '--no-warnings'];
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, PROGRAM, path, name]);
  return JSON.parse(stdout) as string[];
}

test('processes on one file take each operation once', { timeout: 60_000 }, async () => {
  const path = join(temporaryFolder(), 'captures.db');
  const store = sqliteStore(path);
  await store.open();
  const given = Array.from({ length: 150 }, (_, number) => sample(number));
  await record(store, ...given);
  const names = ['a', 'b', 'c'];
  const done = await Promise.all(names.map((name) => claimAll(path, name)));
  expect(done.flat().sort()).toEqual(ids(given));
  for (const [index, mine] of done.entries())
    for (const id of mine) expect((await store.get(id))?.captureId).toBe(`${names[index]} ${id}`);
  expect((await store.list({ states: ['captured'] }, { limit: 200 })).length).toBe(150);
  for (const { id } of given) expect(await store.events(id)).toHaveLength(3);
  await store.close();
});
