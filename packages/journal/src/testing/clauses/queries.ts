import assert from 'node:assert/strict';
import type { NewOperation, OperationFilter, Store } from '../../contract/store.ts';
import { clause } from '../clause.ts';
import { ACCOUNT, change, claim, current, ids, kinds, lead, LEASE, record, sample, samples, STATES } from '../samples.ts'; // prettier-ignore

const listed = async (store: Store, filter: OperationFilter): Promise<string[]> =>
  ids(await store.list(filter, { limit: 99 }));

/** Tallies as strings in order, to compare them with what is expected. */
async function tallies(store: Store, accounts?: readonly string[]): Promise<string[]> {
  const found = await store.tally(accounts);
  return found
    .filter(({ count }) => count > 0)
    .map(
      (one) => `${one.account} ${one.state}${one.needsDecision ? '!' : ''} ${one.count} ${one.minor} ${one.currency}`,
    )
    .sort();
}

const priced = (number: number, minor: number, currency: string, members: Partial<NewOperation> = {}): NewOperation =>
  sample(number, { amount: { minor, currency }, ...members });

/** Clauses about reading. */
export const queries = [
  clause('Q1', 'a list is in the order of ids, a page at a time', async ({ store, other }) => {
    await record(store, ...samples(4, 2, 5, 1, 3));
    assert.deepEqual(await listed(other, {}), ids(samples(1, 2, 3, 4, 5)));
    assert.deepEqual(ids(await other.list({}, { limit: 2 })), ids(samples(1, 2)));
    assert.deepEqual(ids(await other.list({}, { after: sample(2).id, limit: 2 })), ids(samples(3, 4)));
    assert.deepEqual(ids(await other.list({ accounts: [ACCOUNT] }, { after: sample(4).id, limit: 2 })), [sample(5).id]);
    assert.deepEqual(await other.list({}, { after: sample(5).id, limit: 2 }), []);
  }),
  clause('Q2', 'a filter selects by account, state and need of a decision', async ({ store }) => {
    for (const [number, state] of STATES.entries()) await lead(store, state, sample(number));
    await lead(store, 'unknown', sample(20, { account: 'tickets' }), { set: { needsDecision: true } });
    for (const [number, state] of STATES.entries()) {
      assert.deepEqual(await listed(store, { states: [state], accounts: [ACCOUNT] }), [sample(number).id]);
    }
    const unknown = sample(STATES.indexOf('unknown')).id;
    assert.deepEqual(await listed(store, { states: ['unknown'] }), [unknown, sample(20).id]);
    assert.deepEqual(await listed(store, { needsDecision: true }), [sample(20).id]);
    assert.deepEqual(await listed(store, { needsDecision: false, states: ['unknown'] }), [unknown]);
    assert.deepEqual(await listed(store, { accounts: ['tickets'] }), [sample(20).id]);
    assert.deepEqual(await listed(store, { accounts: [], states: ['unknown'] }), []);
    assert.deepEqual((await listed(store, { accounts: [ACCOUNT, 'tickets'] })).length, STATES.length + 1);
    const both = await store.list({ states: ['unknown', 'pending'] }, { after: unknown, limit: 1 });
    assert.deepEqual(ids(both), [sample(20).id]);
  }),
  clause('Q3', 'a filter selects by key and ids, all of them together', async ({ store }) => {
    await lead(store, 'captured', sample(1), { set: { captureId: 'c-1' } });
    await lead(store, 'captured', sample(2, { reference: 'reference-000001' }), { set: { captureId: 'c-2' } });
    await record(store, sample(3, { account: 'tickets', key: sample(1).key, repeats: sample(2).id }));
    assert.deepEqual(await listed(store, { repeats: sample(2).id }), ids(samples(3)));
    assert.deepEqual(await listed(store, { repeats: sample(2).id, accounts: [ACCOUNT] }), []);
    assert.deepEqual(await listed(store, { key: sample(1).key }), ids(samples(1, 3)));
    assert.deepEqual(await listed(store, { key: sample(1).key, accounts: ['tickets'] }), ids(samples(3)));
    assert.deepEqual(await listed(store, { captureId: 'c-2' }), ids(samples(2)));
    assert.deepEqual(await listed(store, { reference: 'reference-000001' }), ids(samples(1, 2)));
    assert.deepEqual(await listed(store, { reference: 'reference-000001', captureId: 'c-2' }), ids(samples(2)));
    assert.deepEqual(await listed(store, { authorizationId: 'authorization-000002' }), ids(samples(2)));
    assert.deepEqual(await listed(store, { key: sample(1).key, states: ['captured'] }), ids(samples(1)));
    assert.deepEqual(await listed(store, { key: sample(1).key, needsDecision: true }), []);
    assert.deepEqual(await listed(store, { captureId: 'missing' }), []);
  }),
  clause('Q4', 'siblings share the account, and the authorization or the reference', async ({ store }) => {
    const shared = { authorizationId: 'a', reference: 'r', additional: true };
    const given = [
      sample(1, shared),
      sample(2, { ...shared, reference: 'another' }),
      sample(3, { ...shared, authorizationId: 'another' }),
      sample(4, { ...shared, account: 'tickets' }),
      sample(5),
      sample(6, { authorizationId: undefined, reference: undefined }),
      sample(7, { authorizationId: undefined, reference: undefined }),
      sample(8, shared),
    ];
    assert.deepEqual(new Set(kinds(await store.record(given, { accepts: () => false }))), new Set(['recorded']));
    assert.deepEqual(ids(await store.siblings(await current(store, sample(1).id))), ids(samples(2, 3, 8)));
    for (const number of [4, 5, 6]) assert.deepEqual(await store.siblings(await current(store, sample(number).id)), []);
  }),
  clause('Q5', 'a tally has the number and the exact sum, however large', async ({ store, other }) => {
    const large = Number.MAX_SAFE_INTEGER;
    // More than 64 bits hold.
    const many = Array.from({ length: 1100 }, (_, index) => priced(100 + index, large, 'IQD'));
    await store.record(many, { accepts: () => false });
    await record(store, priced(1, 5, 'EUR'), priced(2, 7, 'EUR'), priced(3, 1, 'JPY'), priced(4, 0, 'EUR', { account: 'tickets' })); // prettier-ignore
    const sum = BigInt(large) * 1100n;
    const own = ['shop recorded 1 1 JPY', `shop recorded 1100 ${sum} IQD`, 'shop recorded 2 12 EUR'];
    assert.deepEqual(await tallies(other, ['shop']), own);
    assert.deepEqual(await tallies(other), [...own, 'tickets recorded 1 0 EUR']);
    assert.deepEqual(await tallies(other, []), []);
  }),
  clause('Q6', 'a tally follows every change', async ({ store, other, advance }) => {
    await record(store, priced(1, 5, 'EUR'), priced(2, 7, 'EUR'));
    await claim(other, sample(1).id);
    assert.deepEqual(await tallies(store), ['shop recorded 1 7 EUR', 'shop sending 1 5 EUR']);
    await advance(LEASE);
    await store.expireLeases([ACCOUNT], 9);
    const event = { type: 'needs-decision', details: {} } as const;
    await store.change({ id: sample(1).id, by: 'lookup', from: ['unknown'], set: { needsDecision: true }, event });
    assert.deepEqual(await tallies(other), ['shop recorded 1 7 EUR', 'shop unknown! 1 5 EUR']);
    await store.change(change(sample(1).id, 'unknown', 'captured', 'lookup', { set: { needsDecision: false } }));
    assert.deepEqual(await tallies(other), ['shop captured 1 5 EUR', 'shop recorded 1 7 EUR']);
    await other.purge(new Date((await current(store, sample(1).id)).updatedAt + 1).toISOString(), 9);
    assert.deepEqual(await tallies(store), ['shop recorded 1 7 EUR']);
  }),
  clause('Q7', 'the next due time is that of the first thing to do', async ({ store, advance }) => {
    assert.equal(await store.nextDue([ACCOUNT]), undefined);
    await lead(store, 'captured', sample(1));
    await lead(store, 'unknown', sample(2));
    assert.equal(await store.nextDue([ACCOUNT]), undefined);
    await lead(store, 'sending', sample(3));
    assert.equal(await store.nextDue([ACCOUNT]), LEASE);
    await lead(store, 'unknown', sample(4), { nextLookupIn: 2000 });
    assert.equal(await store.nextDue([ACCOUNT]), 2000);
    await lead(store, 'recorded', sample(5, { account: 'tickets' }));
    assert.equal(await store.nextDue([ACCOUNT]), 2000);
    assert.equal(await store.nextDue([ACCOUNT, 'tickets']), 0);
    assert.equal(await store.nextDue([]), undefined);
    await advance(2500);
    assert.equal(await store.nextDue([ACCOUNT]), -500);
    await store.claimToLookUp({ account: ACCOUNT, limit: 1, token: 'a', lease: 1000 });
    assert.equal(await store.nextDue([ACCOUNT]), 1000);
  }),
  clause('Q8', 'of an unknown id there is nothing', async ({ store }) => {
    assert.equal(await store.get('missing'), undefined);
    assert.deepEqual(await store.events('missing'), []);
  }),
];
