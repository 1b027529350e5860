import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Store } from '../../src/index.ts';
import { sqliteStore } from '../../src/sqlite.ts';
import { ACCOUNT, change, claim, current, ids, lead, LEASE, record, sample, samples, TOKEN } from '../../src/testing/samples.ts'; // prettier-ignore
import { type ManualClock, manualClock, temporaryFolder } from './files.ts';

const HOUR = 3_600_000;
const QUERY = { account: ACCOUNT, limit: 9, lease: LEASE };

async function openWithClock(): Promise<{ readonly store: Store; readonly clock: ManualClock }> {
  const clock = manualClock();
  const store = sqliteStore(join(temporaryFolder(), 'captures.db'), { clock: clock.read });
  await store.open();
  return { store, clock };
}

test('a clock that is set forward ends leases early, and the result still counts', async () => {
  const { store, clock } = await openWithClock();
  const { id } = await lead(store, 'sending');
  clock.now += HOUR;
  expect(ids(await store.expireLeases([ACCOUNT], 9))).toEqual([id]);
  expect(await store.claimToSend({ ...QUERY, token: 'again' })).toEqual([]);
  const late = change(id, 'unknown', 'captured', 'result', { from: ['sending', 'unknown'], token: TOKEN });
  expect((await store.change(late))?.state).toBe('captured');
  await store.close();
});

test('a clock that is set back delays, loses nothing and sends nothing twice', async () => {
  const { store, clock } = await openWithClock();
  await record(store, ...samples(1, 2));
  await claim(store, sample(1).id);
  clock.now -= HOUR;
  expect(await store.expireLeases([ACCOUNT], 9)).toEqual([]);
  expect(await store.claimToSend({ ...QUERY, token: 'b' })).toEqual([]);
  expect(await store.nextDue([ACCOUNT])).toBe(HOUR);
  // What is recorded from now on does not wait.
  await record(store, sample(3));
  expect(ids(await store.claimToSend({ ...QUERY, token: 'c' }))).toEqual([sample(3).id]);
  await store.change(change(sample(1).id, 'sending', 'captured', 'result', { token: TOKEN }));
  expect((await store.events(sample(1).id)).map(({ to }) => to)).toEqual(['recorded', 'sending', 'captured']);
  clock.now += HOUR;
  expect(ids(await store.claimToSend({ ...QUERY, token: 'd' }))).toEqual([sample(2).id]);
  expect((await current(store, sample(1).id)).state).toBe('captured');
  await store.close();
});

test('a claim to look up ends early or late with the clock, and only its latest token counts', async () => {
  const { store, clock } = await openWithClock();
  const { id } = await lead(store, 'unknown', sample(1), { nextLookupIn: 0 });
  await store.claimToLookUp({ ...QUERY, token: 'a' });
  clock.now += HOUR;
  expect(ids(await store.claimToLookUp({ ...QUERY, token: 'b' }))).toEqual([id]);
  clock.now -= HOUR;
  expect(await store.claimToLookUp({ ...QUERY, token: 'c' })).toEqual([]);
  const decided = (lookupToken: string) => store.change(change(id, 'unknown', 'captured', 'lookup', { lookupToken }));
  expect(await decided('a')).toBeUndefined();
  expect((await decided('b'))?.state).toBe('captured');
  await store.close();
});
