import assert from 'node:assert/strict';
import type { NewOperation } from '../../contract/store.ts';
import { clause } from '../clause.ts';
import { ids, kinds, LEASE, plain, record, sample, samples, TOKEN } from '../samples.ts';

const FRESH = { state: 'recorded', attempts: 0, lookups: 0, needsDecision: false };

/** Odd strings that a request may hold. NUL and unpaired surrogates are refused before they reach a store. */
const ODD = [
  "o'brien",
  '"quoted"',
  'a\\b',
  '%_*?',
  "'); DROP TABLE x; --",
  '😀🇹🇷',
  ' space ',
  'é vs é',
  'a'.repeat(255),
];

/** Clauses about recording. */
export const recording = [
  clause('R1', 'what is recorded is read back as it was given', async ({ store, other }) => {
    const given = sample(1, { knownCaptureIds: ['c-1'], additional: true, single: true, repeats: 'operation-0' });
    const [outcome] = await record(store, given);
    assert.deepEqual(plain(outcome?.operation), plain(await other.get(given.id)));
    assert.deepEqual(pick(await other.get(given.id), { ...given, ...FRESH }), plain({ ...given, ...FRESH }));
  }),
  clause('R2', 'what is recorded outlives the store that recorded it', async ({ store, other, reopened }) => {
    await record(store, sample(1));
    await store.close();
    const later = (await reopened?.()) ?? other;
    if (later === store) await store.open();
    assert.deepEqual(ids(await later.list({}, { limit: 9 })), ['operation-000001']);
    await store.open();
  }),
  clause('R3', 'the same key and an accepted operation is the recorded one', async ({ store, other }) => {
    await record(store, sample(1));
    const [outcome] = await record(other, sample(1, { id: 'operation-9' }), sample(2));
    assert.equal(outcome?.kind, 'existing');
    assert.equal(outcome.operation.id, 'operation-000001');
    assert.deepEqual(ids(await store.list({}, { limit: 9 })), ['operation-000001', 'operation-000002']);
  }),
  clause('R4', 'a key that is used for another operation refuses the whole call', async ({ store, other }) => {
    await record(store, sample(2));
    const reused = sample(3, { key: 'order-000002' });
    assert.equal(kinds(await record(other, sample(1), reused, sample(4)))[1], 'key-reused');
    assert.deepEqual(ids(await store.list({}, { limit: 9 })), ['operation-000002']);
  }),
  clause('R5', 'within one call a key counts from its first operation on', async ({ store }) => {
    const twin = sample(1, { id: 'operation-9' });
    assert.deepEqual(kinds(await record(store, sample(1), twin)), ['recorded', 'existing']);
    const reused = sample(3, { key: 'order-000002' });
    assert.equal(kinds(await record(store, sample(2), reused))[1], 'key-reused');
    assert.deepEqual(ids(await store.list({}, { limit: 9 })), ['operation-000001']);
  }),
  clause('R6', 'a key is that of one account', async ({ store }) => {
    const elsewhere = sample(1, { id: 'operation-9', account: 'tickets' });
    assert.deepEqual(kinds(await record(store, sample(1), elsewhere)), ['recorded', 'recorded']);
  }),
  clause('R7', 'of the same operation, recorded twice at once, one is recorded', async ({ store, other }) => {
    const twin = sample(1, { id: 'operation-000002' });
    const outcomes = await Promise.all([record(store, sample(1)), record(other, twin), record(store, sample(1))]);
    assert.deepEqual(kinds(outcomes.flat()).sort(), ['existing', 'existing', 'recorded']);
    assert.equal(new Set(ids(outcomes.flat().map(({ operation }) => operation))).size, 1);
  }),
  clause('R8', 'an operation that is recorded with a claim is sending at once', async ({ store, other }) => {
    const options = { claim: { token: TOKEN, lease: LEASE }, accepts: () => true };
    const [outcome] = await store.record([sample(1)], options);
    const expected = { state: 'sending', attempts: 1, token: TOKEN };
    assert.deepEqual(pick(outcome?.operation, expected), expected);
    assert.deepEqual(plain(await other.get('operation-000001')), plain(outcome?.operation));
    assert.equal(await other.nextDue(['shop']), LEASE);
    const [again] = await store.record([sample(1)], { ...options, claim: { token: 'token-2', lease: LEASE } });
    assert.deepEqual([again?.kind, again?.operation.token], ['existing', TOKEN]);
  }),
  clause('R9', 'odd strings are read back as they are', async ({ store, other }) => {
    const given = ODD.map((odd, index) =>
      sample(index, { key: odd, reference: odd, authorizationId: odd, request: { [odd]: odd } }),
    );
    assert.deepEqual(new Set(kinds(await record(store, ...given))), new Set(['recorded']));
    for (const one of given) {
      assert.deepEqual(pick(await other.get(one.id), one), plain(one));
      for (const name of ['key', 'reference', 'authorizationId'] as const)
        assert.deepEqual(ids(await other.list({ [name]: one[name] }, { limit: 99 })), [one.id]);
    }
  }),
  clause('R10', 'amounts up to 2^53 - 1 are exact', async ({ store, other }) => {
    for (const [index, minor] of [0, 1, 2 ** 31, 2 ** 32 + 1, Number.MAX_SAFE_INTEGER].entries()) {
      const amount = { minor, currency: 'IQD' };
      await record(store, sample(index, { amount, request: { amount } }));
      const read = await other.get(sample(index).id);
      assert.deepEqual(plain([read?.amount, read?.request]), [amount, { amount }]);
    }
  }),
  clause('R11', 'what was given and what is returned are copies', async ({ store }) => {
    const request = { nested: { list: ['a'] } };
    const [outcome] = await record(store, sample(1, { request }));
    request.nested.list.push('changed');
    const copies = [outcome?.operation, await store.get('operation-000001'), ...(await store.list({}, { limit: 1 }))];
    for (const copy of copies) {
      assert.deepEqual(plain(copy?.request), { nested: { list: ['a'] } });
      (copy?.request as typeof request).nested.list.push('changed');
    }
    assert.deepEqual(plain((await store.get('operation-000001'))?.request), { nested: { list: ['a'] } });
  }),
  clause('R12', 'a call that fails takes no other with it', async ({ store }) => {
    await record(store, sample(1));
    const failing = store.record([sample(1)], {
      accepts: () => {
        throw new Error('the caller’s own');
      },
    });
    const settled = await Promise.allSettled([record(store, sample(2)), failing, record(store, sample(3))]);
    assert.deepEqual(settled.map(({ status }) => status), ['fulfilled', 'rejected', 'fulfilled']); // prettier-ignore
    assert.deepEqual(ids(await store.list({}, { limit: 9 })), ids(samples(1, 2, 3)));
  }),
];

/** The members of a value that are in another one. */
function pick(value: object | undefined, names: Partial<NewOperation> | object): unknown {
  const members = (value ?? {}) as Readonly<Record<string, unknown>>;
  return plain(Object.fromEntries(Object.keys(names).map((name) => [name, members[name]])));
}
