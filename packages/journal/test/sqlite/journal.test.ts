import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sqliteStore } from '../../src/sqlite.ts';
import { card, createWorld, requests } from '../world.ts';
import { temporaryFolder } from './files.ts';

test('a batch over two openings of one file is captured once each, and every lost response is found', async () => {
  const path = join(temporaryFolder(), 'captures.db');
  const world = createWorld({
    faults: ({ operation, count }) => (operation === 'capture' && count % 5 === 0 ? 'commit-then-drop' : undefined),
  });
  const open = () => world.open({ store: sqliteStore(path), delays: [1, 1, 1] });
  const [one, two] = [await open(), await open()];
  const amount = requests.payfull.amount;
  const ids = world.authorize('payfull', 60, amount);
  const items = ids.map((id) => ({ key: id, request: { ...requests.payfull, authorizationId: id } }));
  await one.enqueue('payfull', items);
  await Promise.all([one, two].map((journal) => journal.work({ until: 'settled', concurrency: 8, pollEvery: 5 })));
  expect(await two.tally()).toMatchObject([{ account: 'payfull', state: 'captured', count: 60 }]);
  expect(world.executed('payfull')).toHaveLength(60);
  await one.close();
  await two.close();
  const third = await open();
  expect(await third.capture('payfull', ids[0]!, items[0]!.request)).toMatchObject({ state: 'captured' });
  await third.close();
});

test('nothing of a card and no credential is in any file', async () => {
  const folder = temporaryFolder();
  const world = createWorld();
  const journal = await world.open({ store: sqliteStore(join(folder, 'captures.db')) });
  await journal.capture('pockyt', 'ship-1042', requests.pockyt);
  await journal.enqueue('pockyt', [{ key: 'ship-1043', request: { ...requests.pockyt, reference: 'order-1043' } }]);
  await journal.work({ until: 'settled', cards: () => card, pollEvery: 5 });
  expect(world.executed('pockyt')).toHaveLength(2);
  const names = await readdir(folder);
  expect(names).toContain('captures.db');
  for (const name of names) {
    const bytes = await readFile(join(folder, name), 'latin1');
    for (const secret of [card.number, 'expiryYear', 'cvv', world.sandbox.credentials.pockyt.token])
      expect(bytes).not.toContain(secret);
  }
  await journal.close();
});
