import assert from 'node:assert/strict';
import { FINAL_STATES } from '../../states/transitions.ts';
import { clause } from '../clause.ts';
import { changesNothing, current, ids, kinds, lead, record, sample, samples, STATES } from '../samples.ts';

const FUTURE = '2999-01-01T00:00:00.000Z';

/** Clauses about purging. */
export const purging = [
  clause('P1', 'only final operations are removed, with their events', async ({ store, other }) => {
    for (const [number, state] of STATES.entries()) await lead(store, state, sample(number));
    assert.equal(await other.purge(FUTURE, 99), FINAL_STATES.length);
    const left = STATES.flatMap((state, number) => (FINAL_STATES.includes(state) ? [] : [sample(number).id]));
    assert.deepEqual(ids(await store.list({}, { limit: 99 })), left);
    for (const [number, state] of STATES.entries()) {
      const events = await store.events(sample(number).id);
      assert.equal(events.length === 0, FINAL_STATES.includes(state));
    }
    assert.equal(await other.purge(FUTURE, 99), 0);
  }),
  clause('P2', 'only those that were last changed before the time are removed', async ({ store, advance }) => {
    await lead(store, 'captured', sample(1));
    await advance(1000);
    const { updatedAt } = await lead(store, 'captured', sample(2));
    const before = new Date(updatedAt).toISOString();
    assert.equal(await store.purge(before, 99), 1);
    assert.deepEqual(ids(await store.list({}, { limit: 9 })), [sample(2).id]);
    assert.equal((await store.events(sample(2).id)).length, 3);
  }),
  clause('P3', 'no more than the limit are removed', async ({ store }) => {
    for (const { id } of samples(1, 2, 3)) await lead(store, 'declined', sample(Number(id.slice(-6))));
    assert.deepEqual([await store.purge(FUTURE, 2), await store.purge(FUTURE, 2)], [2, 1]);
  }),
  clause('P4', 'what needs a person’s decision stays', async ({ store }) => {
    const { id } = await lead(store, 'declined', sample(1), { set: { needsDecision: true } });
    await changesNothing(store, async () => {
      assert.equal(await store.purge(FUTURE, 99), 0);
    });
    assert.equal((await current(store, id)).needsDecision, true);
  }),
  clause('P5', 'the key and the authorization of what was removed are free', async ({ store }) => {
    await lead(store, 'captured');
    await store.purge(FUTURE, 99);
    assert.deepEqual(kinds(await record(store, sample(1, { single: true }))), ['recorded']);
    assert.equal((await store.events(sample(1).id)).length, 1);
  }),
];
