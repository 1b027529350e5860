import assert from 'node:assert/strict';
import type { Store } from '../../contract/store.ts';
import { clause } from '../clause.ts';
import { ACCOUNT, change, changesNothing, claim, current, ids, lead, LEASE, plain, record, sample, samples, STATES, TOKEN } from '../samples.ts'; // prettier-ignore

const QUERY = { account: ACCOUNT, limit: 99, lease: LEASE };
const claimAll = async (store: Store, token: string, limit = 99): Promise<string[]> =>
  ids(await store.claimToSend({ ...QUERY, token, limit }));

/** Clauses about claims to send and their leases. */
export const claims = [
  clause('C1', 'the oldest are claimed first, and no more than the limit', async ({ store, advance }) => {
    for (const number of [3, 1, 2]) {
      await record(store, sample(number));
      await advance(1);
    }
    assert.deepEqual(await claimAll(store, 'a', 0), []);
    assert.deepEqual((await claimAll(store, 'b', 2)).length, 2);
    assert.deepEqual((await claimAll(store, 'c')).length, 1);
    await record(store, ...samples(4, 5, 6));
    assert.deepEqual(await claimAll(store, 'd', 2), ids(samples(4, 5)));
  }),
  clause('C2', 'an operation is claimed once, however many claim at the same time', async ({ store, other }) => {
    await record(store, ...samples(1, 2, 3, 4, 5, 6, 7, 8));
    const handles = [store, other, store, other, store, other];
    const claimed = await Promise.all(handles.map((handle, index) => claimAll(handle, `token-${index}`, 3)));
    assert.deepEqual(claimed.flat().sort(), ids(samples(1, 2, 3, 4, 5, 6, 7, 8)));
    for (const [index, mine] of claimed.entries())
      for (const id of mine) assert.equal((await current(store, id)).token, `token-${index}`);
  }),
  clause('C3', 'a claimed operation is sending, with its token, its lease and one more attempt', async (handles) => {
    const { store, other, advance } = handles;
    await record(store, sample(1));
    await advance(1000);
    const claimed = await claim(store, sample(1).id);
    const { state, attempts, token, leaseUntil = 0, recordedAt, updatedAt } = claimed;
    assert.deepEqual({ state, attempts, token }, { state: 'sending', attempts: 1, token: TOKEN });
    assert.equal(leaseUntil - updatedAt, LEASE);
    assert.equal(updatedAt - recordedAt, 1000);
    assert.deepEqual(plain(await other.get(claimed.id)), plain(claimed));
  }),
  clause('C4', 'only recorded operations are claimed to send', async ({ store }) => {
    for (const [index, state] of STATES.entries()) if (state !== 'recorded') await lead(store, state, sample(index));
    await changesNothing(store, async () => {
      assert.deepEqual(await claimAll(store, 'new'), []);
      for (const index of STATES.keys())
        assert.deepEqual(await store.claimToSend({ ...QUERY, id: sample(index).id, token: 'new' }), []);
    });
  }),
  clause('C5', 'nothing is claimed before it is available, except by its id', async ({ store, advance }) => {
    await lead(store, 'sending');
    await store.change(change(sample(1).id, 'sending', 'recorded', 'put-back', { availableIn: 5000 }));
    assert.deepEqual(await claimAll(store, 'a'), []);
    assert.equal(await store.nextDue([ACCOUNT]), 5000);
    await advance(4999);
    assert.deepEqual(await claimAll(store, 'b'), []);
    await advance(1);
    assert.deepEqual(await claimAll(store, 'c'), [sample(1).id]);
    await store.change(change(sample(1).id, 'sending', 'recorded', 'put-back', { availableIn: 5000 }));
    assert.deepEqual(await claimAll(store, 'd'), []);
    assert.equal((await claim(store, sample(1).id)).state, 'sending');
  }),
  clause('C6', 'a claim is for one account, and for one operation where it names one', async ({ store }) => {
    await record(store, ...samples(1, 2), sample(3, { account: 'tickets' }));
    assert.deepEqual(await store.claimToSend({ ...QUERY, id: sample(3).id, token: 'a' }), []);
    assert.deepEqual(ids(await store.claimToSend({ ...QUERY, id: sample(2).id, token: 'b' })), [sample(2).id]);
    assert.deepEqual(await claimAll(store, 'c'), [sample(1).id]);
  }),
  clause('C7', 'a lease that has not run out is not ended', async ({ store, other, advance }) => {
    await lead(store, 'sending');
    await advance(LEASE - 1);
    await changesNothing(store, async () => {
      assert.deepEqual(await other.expireLeases([ACCOUNT], 99), []);
    });
  }),
  clause('C8', 'a lease that has run out leaves the operation unknown, to be looked up at once', async (handles) => {
    const { store, other, advance } = handles;
    await lead(store, 'sending');
    await advance(LEASE);
    const [expired, ...more] = await other.expireLeases([ACCOUNT], 99);
    assert.deepEqual(more, []);
    assert.equal(expired?.state, 'unknown');
    assert.equal(expired.reason?.code, 'lease_expired');
    assert.deepEqual([expired.token, expired.leaseUntil], [TOKEN, undefined]);
    assert.equal(expired.nextLookupAt, expired.updatedAt);
    assert.deepEqual(plain(await store.get(expired.id)), plain(expired));
    assert.deepEqual(await other.expireLeases([ACCOUNT], 99), []);
    assert.deepEqual(ids(await other.claimToLookUp({ ...QUERY, token: 'lookup' })), [expired.id]);
  }),
  clause('C9', 'what was sending is never claimed to send again', async ({ store, other, advance }) => {
    await lead(store, 'sending');
    await advance(LEASE * 2);
    assert.deepEqual(await claimAll(other, 'before'), []);
    await other.expireLeases([ACCOUNT], 99);
    assert.deepEqual(await claimAll(other, 'after'), []);
  }),
  clause('C10', 'leases are ended for the given accounts, within the limit, each once', async (handles) => {
    const { store, other, advance } = handles;
    for (const number of [1, 2, 3]) await lead(store, 'sending', sample(number));
    await lead(store, 'sending', sample(4, { account: 'tickets' }));
    await advance(LEASE);
    assert.deepEqual(await store.expireLeases([], 99), []);
    assert.equal((await store.expireLeases([ACCOUNT], 1)).length, 1);
    const both = await Promise.all([store, other].map((handle) => handle.expireLeases([ACCOUNT], 99)));
    assert.equal(both.flat().length, 2);
    assert.equal((await current(store, sample(4).id)).state, 'sending');
  }),
];
