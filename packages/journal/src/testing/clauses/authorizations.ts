import assert from 'node:assert/strict';
import type { NewOperation } from '../../contract/store.ts';
import { FINAL_STATES, OPEN_STATES } from '../../states/transitions.ts';
import { clause } from '../clause.ts';
import { change, changesNothing, ids, kinds, lead, record, sample, STATES } from '../samples.ts';

/** Another operation on the authorization of the first sample. */
const second = (members: Partial<NewOperation> = {}): NewOperation =>
  sample(2, { authorizationId: 'authorization-000001', ...members });

/** Clauses about operations that share an authorization. */
export const authorizations = [
  ...OPEN_STATES.map((state, index) =>
    clause(`R${13 + index}`, `an operation that is ${state} keeps its authorization`, async ({ store, other }) => {
      await lead(store, state);
      const outcomes = await record(other, sample(3), second(), sample(4));
      assert.equal(outcomes[1]?.kind, 'busy');
      assert.equal(outcomes[1].operation.id, 'operation-000001');
      assert.deepEqual(ids(await store.list({}, { limit: 9 })), ['operation-000001']);
      assert.deepEqual(kinds(await record(other, second({ additional: true }))), ['recorded']);
    }),
  ),
  clause('R17', 'every other state frees the authorization', async ({ store }) => {
    for (const [index, state] of STATES.filter((one) => !OPEN_STATES.includes(one)).entries()) {
      const authorizationId = `authorization-${state}`;
      await lead(store, state, sample(10 + index, { authorizationId }));
      assert.deepEqual(kinds(await record(store, sample(20 + index, { authorizationId }))), ['recorded'], state);
    }
    assert.ok(FINAL_STATES.length > 0);
  }),
  clause('R18', 'within one call an operation keeps its authorization', async ({ store }) => {
    assert.equal(kinds(await record(store, sample(1), second()))[1], 'busy');
    assert.deepEqual(await store.list({}, { limit: 9 }), []);
    assert.deepEqual(kinds(await record(store, sample(1), second({ additional: true }))), ['recorded', 'recorded']);
  }),
  clause('R19', 'where an authorization is captured once, a captured one keeps it for good', async ({ store }) => {
    await lead(store, 'captured');
    for (const additional of [false, true])
      assert.deepEqual(kinds(await record(store, second({ single: true, additional }))), ['busy']);
    assert.deepEqual(kinds(await record(store, second({ single: false }))), ['recorded']);
  }),
  clause('R20', 'an authorization is that of one account, and a missing one keeps none busy', async ({ store }) => {
    await lead(store, 'sending');
    assert.deepEqual(kinds(await record(store, second({ account: 'tickets' }))), ['recorded']);
    const without = [3, 4].map((number) => sample(number, { authorizationId: undefined, single: true }));
    assert.deepEqual(kinds(await record(store, ...without)), ['recorded', 'recorded']);
  }),
  clause('R21', 'of two on one authorization, recorded at once, one is recorded', async ({ store, other }) => {
    const outcomes = await Promise.all([record(store, sample(1)), record(other, second())]);
    assert.deepEqual(kinds(outcomes.flat()).sort(), ['busy', 'recorded']);
  }),
  clause(
    'R22',
    'an operation that was recorded before is returned, whatever keeps its authorization',
    async ({ store }) => {
      await lead(store, 'sending');
      assert.deepEqual(kinds(await record(store, sample(1, { id: 'operation-9' }))), ['existing']);
    },
  ),
  clause(
    'R23',
    'what was unsent is not recorded again while another keeps its authorization',
    async ({ store, other }) => {
      const { id } = await lead(store, 'unsent');
      await record(other, second());
      const again = (): Promise<unknown> => store.change(change(id, 'unsent', 'recorded', 'retry'));
      await changesNothing(store, async () => {
        assert.equal(await again(), undefined);
      });
      await other.change(change(sample(2).id, 'recorded', 'cancelled', 'cancel'));
      assert.ok(await again());
    },
  ),
  clause(
    'R24',
    'where an authorization is captured once, nothing is recorded again after it was',
    async ({ store }) => {
      const single = await lead(store, 'unsent', sample(1, { single: true, additional: true }));
      const several = await lead(store, 'unsent', second({ additional: true }));
      await lead(store, 'captured', sample(3, { authorizationId: single.authorizationId }));
      assert.equal(await store.change(change(single.id, 'unsent', 'recorded', 'retry')), undefined);
      assert.ok(await store.change(change(several.id, 'unsent', 'recorded', 'retry')));
    },
  ),
  clause('R25', 'an operation is repeated once, under whatever keys', async ({ store, other }) => {
    const repeating = (number: number) => sample(number, { authorizationId: undefined, repeats: 'operation-000000' });
    const outcomes = await Promise.all([record(store, repeating(1)), record(other, repeating(2))]);
    assert.deepEqual(kinds(outcomes.flat()).sort(), ['busy', 'recorded']);
    assert.deepEqual(kinds(await record(store, sample(3, { repeats: 'operation-000009' }))), ['recorded']);
    assert.equal(kinds(await record(store, sample(4, { repeats: 'x' }), sample(5, { repeats: 'x' })))[1], 'busy');
  }),
  clause(
    'R26',
    'a repetition that executed nothing may be repeated, one that a person decided may not',
    async ({ store }) => {
      const repeats = 'operation-000000';
      const decision = { outcome: 'not-captured', by: 'ops@shop.example', reason: 'not in the back office' } as const;
      await lead(store, 'cancelled', sample(1, { repeats }));
      await lead(store, 'declined', sample(2, { repeats }));
      const { id } = await lead(store, 'unknown', sample(3, { repeats }));
      assert.deepEqual(kinds(await record(store, sample(4, { repeats }))), ['busy']);
      await store.change(change(id, 'unknown', 'declined', 'decision', { set: { decision } }));
      assert.deepEqual(kinds(await record(store, sample(4, { repeats }))), ['busy']);
    },
  ),
];
