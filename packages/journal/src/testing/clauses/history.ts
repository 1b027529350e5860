import assert from 'node:assert/strict';
import { JournalError } from '../../errors/journal-errors.ts';
import { clause } from '../clause.ts';
import { ACCOUNT, change, changesNothing, claim, kinds, lead, LEASE, plain, record, sample, TOKEN } from '../samples.ts'; // prettier-ignore

const { id: ID } = sample(1);

/** Clauses about events. */
export const history = [
  clause('H1', 'every change of state has its event, with what it was and what it became', async (handles) => {
    const { store, other, advance } = handles;
    await lead(store, 'sending');
    await store.change(change(ID, 'sending', 'unsent', 'result'));
    await store.change(change(ID, 'unsent', 'recorded', 'retry'));
    await claim(other, ID);
    await advance(LEASE);
    await other.expireLeases([ACCOUNT], 99);
    await store.change(change(ID, 'unknown', 'captured', 'lookup'));
    assert.deepEqual(
      (await other.events(ID)).map(({ type, from, to }) => [type, from, to]),
      [
        ['state', undefined, 'recorded'],
        ['state', 'recorded', 'sending'],
        ['state', 'sending', 'unsent'],
        ['state', 'unsent', 'recorded'],
        ['state', 'recorded', 'sending'],
        ['state', 'sending', 'unknown'],
        ['state', 'unknown', 'captured'],
      ],
    );
  }),
  clause('H2', 'what is recorded with a claim has both events', async ({ store }) => {
    await store.record([sample(1)], { claim: { token: TOKEN, lease: LEASE }, accepts: () => true });
    assert.deepEqual((await store.events(ID)).map(({ to }) => to), ['recorded', 'sending']); // prettier-ignore
  }),
  clause('H3', 'an event is what was given, at the time of the store', async ({ store, other, advance }) => {
    const details = { code: 'unreadable_response', status: 502, nested: { 'o"dd': ['😀', null, true] } };
    const { recordedAt } = await lead(store, 'sending');
    await advance(1500);
    await store.change(change(ID, 'sending', 'unknown', 'result', { event: { type: 'state', details } }));
    const event = (await other.events(ID)).at(-1);
    assert.equal(event?.operationId, ID);
    assert.deepEqual(plain(event.details), details);
    assert.equal(event.at, new Date(recordedAt + 1500).toISOString());
  }),
  clause('H4', 'a change of members alone has its event, without states', async ({ store }) => {
    await lead(store, 'unknown');
    const event = { type: 'needs-decision', details: { lookups: 9 } } as const;
    await store.change({ id: ID, by: 'lookup', from: ['unknown'], set: { needsDecision: true }, event });
    const { type, from, to } = (await store.events(ID)).at(-1) ?? {};
    assert.deepEqual([type, from, to], ['needs-decision', undefined, undefined]);
  }),
  clause('H5', 'an event is added without a change, in every state', async ({ store, other }) => {
    const before = await lead(store, 'captured');
    await store.addEvent(ID, { type: 'notification', details: { providerCode: '00' } });
    assert.deepEqual(plain(await store.get(ID)), plain(before));
    const { type, from, to } = (await other.events(ID)).at(-1) ?? {};
    assert.deepEqual([type, from, to], ['notification', undefined, undefined]);
    const missing = store.addEvent('missing', { type: 'notification', details: {} });
    await assert.rejects(missing, (error) => JournalError.is(error) && error.code === 'unknown_operation');
    assert.deepEqual(await store.events('missing'), []);
  }),
  clause('H6', 'sequences increase, over all operations and stores', async ({ store, other }) => {
    await record(store, sample(1), sample(2));
    for (const [index, handle] of [store, other, store, other].entries())
      await handle.addEvent(sample(1 + (index % 2)).id, { type: 'lookup', details: { index } });
    const events = [...(await store.events(ID)), ...(await store.events(sample(2).id))];
    const inOrder = events.filter(({ type }) => type === 'lookup').sort((a, b) => a.sequence - b.sequence);
    assert.deepEqual(inOrder.map(({ details }) => details['index']), [0, 1, 2, 3]); // prettier-ignore
    assert.equal(new Set(events.map(({ sequence }) => sequence)).size, events.length);
    const own = (await other.events(ID)).map(({ sequence }) => sequence);
    assert.deepEqual(
      own,
      own.toSorted((a, b) => a - b),
    );
  }),
  clause('H7', 'what was refused leaves no event', async ({ store }) => {
    await lead(store, 'sending');
    await changesNothing(store, async () => {
      const busy = sample(3, { authorizationId: sample(1).authorizationId });
      assert.ok(kinds(await record(store, sample(2), busy)).includes('busy'));
      await store.change(change(ID, 'sending', 'captured', 'result', { token: 'another' }));
      await record(store, sample(1));
    });
  }),
  clause('H8', 'earlier events stay as they were', async ({ store }) => {
    const details = { list: ['before'] };
    await lead(store, 'unknown', sample(1), { event: { type: 'state', details } });
    details.list.push('after');
    const before = await store.events(ID);
    await store.change(change(ID, 'unknown', 'captured', 'lookup'));
    for (const event of await store.events(ID)) Object.assign(event.details, { changed: true });
    assert.deepEqual(plain((await store.events(ID)).slice(0, before.length)), plain(before));
    assert.deepEqual(plain(before.at(-1)?.details), { list: ['before'] });
  }),
];
