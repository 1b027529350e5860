import assert from 'node:assert/strict';
import type { Change, Store } from '../../contract/store.ts';
import { clause } from '../clause.ts';
import { ACCOUNT, change, changesNothing, current, ids, lead, LEASE, sample, STATES } from '../samples.ts';

const lookUp = async (store: Store, token: string, limit = 99, account = ACCOUNT): Promise<string[]> =>
  ids(await store.claimToLookUp({ account, limit, token, lease: LEASE }));
const lookUpOne = async (store: Store, token: string, id: string, account = ACCOUNT): Promise<string[]> =>
  ids(await store.claimToLookUp({ account, limit: 1, token, lease: LEASE, id }));

const found = (id: string, lookupToken: string, more: Partial<Change> = {}): Change =>
  change(id, 'unknown', 'captured', 'lookup', { lookupToken, ...more });
/** A lookup that decided nothing. */
const undecided = (id: string, lookupToken: string, nextLookupIn?: number | null): Change => {
  const event = { type: 'lookup', details: {} } as const;
  return { id, by: 'lookup', from: ['unknown'], lookupToken, nextLookupIn, event };
};

const { id: ID } = sample(1);

/** Clauses about claims to look up. */
export const lookups = [
  clause('L1', 'what is due is claimed, those due longest first, within the limit', async ({ store, advance }) => {
    await lead(store, 'unknown', sample(1), { nextLookupIn: 3000 });
    await lead(store, 'pending', sample(2), { nextLookupIn: 1000 });
    await lead(store, 'unknown', sample(3), { nextLookupIn: 2000 });
    await lead(store, 'unknown', sample(4), { nextLookupIn: 3001 });
    assert.deepEqual(await lookUp(store, 'early'), []);
    await advance(3000);
    assert.deepEqual(await lookUp(store, 'none', 0), []);
    assert.deepEqual(await lookUp(store, 'a', 2), [sample(2).id, sample(3).id]);
    assert.deepEqual(await lookUp(store, 'b'), [ID]);
  }),
  clause('L2', 'one process looks up at a time, until its claim runs out', async ({ store, other, advance }) => {
    await lead(store, 'unknown', sample(1), { nextLookupIn: 0 });
    const claimed = await Promise.all([store, other, store].map((handle, index) => lookUp(handle, `token-${index}`)));
    assert.deepEqual(claimed.flat(), [ID]);
    await advance(LEASE - 1);
    assert.deepEqual([await lookUp(other, 'b'), await lookUpOne(other, 'c', ID)], [[], []]);
    await advance(1);
    assert.deepEqual(await lookUp(other, 'd'), [ID]);
  }),
  clause('L3', 'only the latest claim to look up counts, and once', async ({ store, other, advance }) => {
    await lead(store, 'unknown', sample(1), { nextLookupIn: 0 });
    await lookUp(store, 'first');
    await advance(LEASE);
    await lookUp(other, 'second');
    await changesNothing(store, async () => {
      for (const token of ['first', 'never']) assert.equal(await store.change(found(ID, token)), undefined);
    });
    assert.equal((await other.change(undecided(ID, 'second', 0)))?.state, 'unknown');
    assert.equal(await other.change(found(ID, 'second')), undefined);
  }),
  clause('L4', 'a change with the token of the lookup releases the operation', async ({ store, other, advance }) => {
    await lead(store, 'unknown', sample(1), { nextLookupIn: 0 });
    await lookUp(store, 'a');
    const changed = await store.change(undecided(ID, 'a', 500));
    assert.equal(Number(changed?.nextLookupAt) - Number(changed?.updatedAt), 500);
    assert.deepEqual(await lookUp(other, 'b'), []);
    await advance(500);
    assert.deepEqual(await lookUp(other, 'c'), [ID]);
    assert.equal((await other.change(found(ID, 'c')))?.state, 'captured');
    assert.deepEqual(await lookUpOne(store, 'd', ID), []);
  }),
  clause(
    'L5',
    'by its id an operation is claimed before it is due, and where no lookup is scheduled',
    async ({ store }) => {
      await lead(store, 'unknown', sample(1), { nextLookupIn: 9000 });
      await lead(store, 'pending', sample(2));
      assert.equal((await current(store, sample(2).id)).nextLookupAt, undefined);
      assert.deepEqual(await lookUp(store, 'due'), []);
      assert.deepEqual(await lookUpOne(store, 'a', ID, 'tickets'), []);
      assert.deepEqual(await lookUpOne(store, 'b', ID), [ID]);
      assert.deepEqual(await lookUpOne(store, 'c', ID), []);
      assert.deepEqual(await lookUpOne(store, 'd', sample(2).id), [sample(2).id]);
    },
  ),
  clause('L6', 'null schedules no more lookups, and what is absent keeps the schedule', async ({ store, advance }) => {
    await lead(store, 'unknown', sample(1), { nextLookupIn: 1000 });
    const { nextLookupAt } = await current(store, ID);
    await lookUpOne(store, 'a', ID);
    assert.equal((await store.change(undecided(ID, 'a')))?.nextLookupAt, nextLookupAt);
    await lookUpOne(store, 'b', ID);
    assert.equal((await store.change(undecided(ID, 'b', null)))?.nextLookupAt, undefined);
    await advance(10_000);
    assert.deepEqual(await lookUp(store, 'c'), []);
  }),
  clause('L7', 'only what is in doubt is looked up', async ({ store, advance }) => {
    for (const [number, state] of STATES.entries()) await lead(store, state, sample(number), { nextLookupIn: 0 });
    await advance(1);
    const inDoubt = ['pending', 'unknown'].map((state) => sample(STATES.indexOf(state as never)).id);
    for (const number of STATES.keys()) {
      const claimed = await lookUpOne(store, `token-${number}`, sample(number).id);
      assert.deepEqual(claimed, inDoubt.includes(sample(number).id) ? [sample(number).id] : []);
    }
  }),
  clause('L8', 'what is no longer in doubt has no lookup any more', async ({ store, advance }) => {
    await lead(store, 'unknown', sample(1), { nextLookupIn: 1000 });
    const captured = await store.change(change(ID, 'unknown', 'captured', 'result'));
    assert.equal(captured?.nextLookupAt, undefined);
    await advance(5000);
    assert.deepEqual(await lookUp(store, 'a'), []);
    assert.equal(await store.nextDue([ACCOUNT]), undefined);
  }),
  clause('L9', 'a claim to look up is no change of the operation', async ({ store }) => {
    await lead(store, 'unknown', sample(1), { nextLookupIn: 0 });
    await changesNothing(store, async () => {
      assert.deepEqual(await lookUp(store, 'a'), [ID]);
    });
  }),
  clause('L10', 'a claim is for one account', async ({ store }) => {
    await lead(store, 'unknown', sample(1, { account: 'tickets' }), { nextLookupIn: 0 });
    assert.deepEqual(await lookUp(store, 'a'), []);
    assert.deepEqual(await lookUp(store, 'b', 99, 'tickets'), [ID]);
  }),
];
