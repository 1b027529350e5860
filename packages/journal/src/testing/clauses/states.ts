import assert from 'node:assert/strict';
import { type Cause, FINAL_STATES, isLegal, type OperationState, TRANSITIONS } from '../../states/transitions.ts';
import { InvariantError, JournalError } from '../../errors/journal-errors.ts';
import { clause } from '../clause.ts';
import { ACCOUNT, change, changesNothing, claim, current, lead, LEASE, plain, sample, STATES, TOKEN } from '../samples.ts'; // prettier-ignore

const CAUSES = [...new Set(TRANSITIONS.flatMap(({ by }) => by))];

/** Every combination of states and cause, and whether it is legal. */
const COMBINATIONS = STATES.flatMap((from) =>
  STATES.flatMap((to) => CAUSES.map((by) => ({ from, to, by, legal: isLegal(from, to, by) }))),
);

const isInvariantError = (error: unknown): boolean =>
  JournalError.is(error) && error.code === new InvariantError('').code;

const REASON = { code: 'unreadable_response', message: 'a', advice: 'b' } as const;

/** Clauses about changes. */
export const states = [
  clause('S1', 'every legal change of state is made', async ({ store, other }) => {
    // Claims and expiries have methods of their own.
    const changes = COMBINATIONS.filter(({ legal, by }) => legal && by !== 'claim' && by !== 'lease-expired');
    for (const [number, { from, to, by }] of changes.entries()) {
      const { id } = await lead(store, from, sample(number));
      const made = await store.change(change(id, from, to, by));
      assert.equal(made?.state, to, `${from} did not become ${to} by ${by}`);
      assert.deepEqual(plain(await other.get(id)), plain(made));
    }
  }),
  clause('S2', 'an illegal change of state throws, and changes nothing', async ({ store }) => {
    for (const [number, state] of STATES.entries()) await lead(store, state, sample(number));
    await changesNothing(store, async () => {
      for (const { from, to, by, legal } of COMBINATIONS) {
        if (legal) continue;
        const { id } = sample(STATES.indexOf(from));
        await assert.rejects(store.change(change(id, from, to, by)), isInvariantError, `${from} to ${to} by ${by}`);
      }
    });
  }),
  clause('S3', 'a final state never changes', async ({ store }) => {
    for (const [number, state] of FINAL_STATES.entries()) {
      const { id } = await lead(store, state, sample(number));
      for (const { from, to, by, legal } of COMBINATIONS)
        if (legal) assert.equal(await store.change(change(id, from, to, by)), undefined);
      assert.equal((await current(store, id)).state, state);
    }
  }),
  clause('S4', 'in another state than the named ones nothing is changed', async ({ store, other }) => {
    for (const [number, state] of STATES.entries()) await lead(store, state, sample(number));
    await changesNothing(store, async () => {
      for (const [number, state] of STATES.entries()) {
        const others = TRANSITIONS.filter(({ from }) => from !== state);
        for (const { from, to, by } of others)
          assert.equal(await other.change(change(sample(number).id, from, to, by[0] ?? 'result')), undefined);
      }
      assert.equal(await store.change(change('missing', 'sending', 'captured', 'result')), undefined);
    });
  }),
  clause('S5', 'without the token of the claim nothing is changed', async ({ store, other }) => {
    const { id } = await lead(store, 'sending');
    await changesNothing(store, async () => {
      assert.equal(await other.change(change(id, 'sending', 'captured', 'result', { token: 'another' })), undefined);
    });
    assert.equal(
      (await store.change(change(id, 'sending', 'captured', 'result', { token: TOKEN })))?.state,
      'captured',
    );
  }),
  clause(
    'S6',
    'the result of the process that sent it counts after its lease, too',
    async ({ store, other, advance }) => {
      const { id } = await lead(store, 'sending');
      await advance(LEASE * 10);
      await other.expireLeases([ACCOUNT], 99);
      const from: readonly OperationState[] = ['sending', 'unknown'];
      const late = await store.change(change(id, 'unknown', 'captured', 'result', { from, token: TOKEN }));
      assert.equal(late?.state, 'captured');
    },
  ),
  clause('S7', 'the token of an earlier claim counts no more', async ({ store, other }) => {
    const { id } = await lead(store, 'sending');
    const back = await store.change(change(id, 'sending', 'recorded', 'put-back'));
    assert.deepEqual([back?.token, back?.leaseUntil], [undefined, undefined]);
    assert.equal((await claim(other, id, 'token-2')).attempts, 2);
    await changesNothing(store, async () => {
      assert.equal(await store.change(change(id, 'sending', 'captured', 'result', { token: TOKEN })), undefined);
    });
  }),
  clause('S8', 'members are set and removed, and the others stay', async ({ store, other }) => {
    const { id } = await lead(store, 'unknown');
    const first = { captureId: 'c-1', reason: REASON, lookups: 3, attempts: 4, needsDecision: true };
    const event = { type: 'lookup', details: {} } as const;
    const by: Cause = 'lookup';
    const set = await store.change({ id, by, from: ['unknown'], set: first, event });
    assert.deepEqual({ ...set, ...first }, set);
    await store.change({ id, by, from: ['unknown'], set: { reason: undefined, lookups: 4 }, event });
    const { state, reason, captureId, lookups, attempts, needsDecision } = await current(other, id);
    const expected = { state: 'unknown', reason: undefined, captureId: 'c-1', lookups: 4, attempts: 4 };
    assert.deepEqual({ state, reason, captureId, lookups, attempts }, expected);
    assert.equal(needsDecision, true);
  }),
  clause('S9', 'evidence and a decision are kept, the decision with its time', async ({ store, other, advance }) => {
    const evidence = { inquiry: 'Was r captured?', keys: { reference: 'r' }, candidates: [], reportedAmount: { minor: 5, currency: 'EUR' }, providerTime: undefined, providerCode: '99' }; // prettier-ignore
    const { id } = await lead(store, 'unknown', sample(1), { set: { evidence, needsDecision: true } });
    assert.deepEqual(plain((await current(other, id)).evidence), plain(evidence));
    await advance(7000);
    const decision = { outcome: 'not-captured', by: 'ops@shop.example', reason: 'not in the back office' } as const;
    await store.change(change(id, 'unknown', 'declined', 'decision', { set: { decision, needsDecision: false } }));
    const { decidedAt = 0, recordedAt, updatedAt, ...decided } = await current(other, id);
    assert.deepEqual(plain(decided.decision), decision);
    assert.deepEqual([decidedAt - recordedAt, updatedAt - recordedAt], [7000, 7000]);
  }),
  clause('S10', 'of two changes at once one is made', async ({ store, other }) => {
    const { id } = await lead(store, 'unknown');
    const settled = await Promise.all([
      store.change(change(id, 'unknown', 'captured', 'lookup')),
      other.change(change(id, 'unknown', 'declined', 'decision')),
    ]);
    const made = settled.filter((one) => one !== undefined);
    assert.equal(made.length, 1);
    assert.equal((await current(store, id)).state, made[0]?.state);
  }),
  clause('S11', 'what is returned is a copy', async ({ store }) => {
    const { id } = await lead(store, 'sending');
    const reason = { ...REASON, message: 'before' };
    const made = await store.change(change(id, 'sending', 'unknown', 'result', { set: { reason } }));
    reason.message = 'after';
    (made?.reason as { message: string }).message = 'after';
    assert.equal((await current(store, id)).reason?.message, 'before');
  }),
];
