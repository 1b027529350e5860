import { describe, expect, test } from 'vitest';
import { JournalError, NotDecidableError, UnknownOperationError } from '../src/index.ts';
import { card, createWorld, requests } from './world.ts';

const caught = (promise: Promise<unknown>) => promise.catch((error: unknown) => error);
const decision = { outcome: 'not-captured', by: 'ops@shop.example', reason: 'not in the back office' } as const;

/** A capture that did not arrive, which nothing but a person can find out. */
async function inDoubt(account: 'firstoken' | 'payfull' | 'pockyt' = 'firstoken') {
  let isLosing = true;
  const lost = ({ operation }: { operation: string }) =>
    isLosing && operation === 'capture' ? ('drop-before-commit' as const) : undefined;
  const world = createWorld({ faults: lost });
  const journal = await world.open();
  const operation = await journal.capture(account, 'ship-1042', requests[account]);
  isLosing = false;
  return { ...world, journal, operation };
}

describe('a person', () => {
  test('finds what to decide in a list, with the evidence', async () => {
    const { journal, operation } = await inDoubt();
    const found = [];
    for await (const each of journal.list({ needsDecision: true })) found.push(each);
    expect(found).toEqual([operation]);
    expect(found[0]?.evidence?.keys).toMatchObject({ authorizationId: requests.firstoken.authorizationId });
  });

  test('decides once, with name and reason, and the decision stays', async () => {
    const { journal, operation } = await inDoubt();
    const decided = await journal.decide(operation.id, { ...decision, outcome: 'captured', captureId: 'cap-1' });
    expect(decided).toMatchObject({ state: 'captured', captureId: 'cap-1', needsDecision: false });
    expect(decided.decision).toMatchObject({ outcome: 'captured', by: 'ops@shop.example', captureId: 'cap-1' });
    expect(decided.decision?.at).toBe(decided.updatedAt);
    expect(await caught(journal.decide(operation.id, decision))).toBeInstanceOf(NotDecidableError);
    expect(await journal.get(operation.id)).toEqual(decided);
  });

  test('decides about the attempt that the person saw, and about no later one', async () => {
    const { journal, operation } = await inDoubt();
    const error = await caught(journal.decide(operation.id, { ...decision, attempts: operation.attempts + 1 }));
    expect(error).toMatchObject({ code: 'not_decidable', operationId: operation.id });
    expect(await journal.get(operation.id)).toEqual(operation);
    expect(await journal.decide(operation.id, { ...decision, attempts: operation.attempts })).toMatchObject({
      state: 'declined',
    });
  });

  test('decides nothing about an attempt that was made while the decision was on its way', async () => {
    const { journal, operation, store } = await inDoubt();
    const get = store.get.bind(store);
    store.get = async (id) => {
      const found = await get(id);
      store.corrupt(id, { token: 'of the next attempt', attempts: 2 });
      return found;
    };
    expect(await caught(journal.decide(operation.id, decision))).toMatchObject({ code: 'not_decidable' });
    expect(await get(operation.id)).toMatchObject({ state: 'unknown', decision: undefined });
  });

  test('decides nothing that is final or not sent', async () => {
    const { journal } = await inDoubt();
    const [recorded] = await journal.enqueue('payfull', [{ key: 'one', request: requests.payfull }]);
    expect(await caught(journal.decide(recorded!.id, decision))).toMatchObject({ code: 'not_decidable' });
    expect(await caught(journal.decide('none', decision))).toBeInstanceOf(UnknownOperationError);
  });

  test.each([
    { ...decision, by: '' },
    { ...decision, reason: ' ' },
    { ...decision, reason: 'x'.repeat(501) },
    { ...decision, reason: `card ${card.number}` },
    { ...decision, outcome: 'declined' as never },
    { ...decision, captureId: '' },
  ])('has to state outcome, name and reason, and no card: %#', async (input) => {
    const { journal, operation } = await inDoubt();
    const error = await caught(journal.decide(operation.id, input));
    expect(error).toSatisfy((error) => JournalError.is(error));
    expect(String(error)).not.toContain(card.number);
    expect(await journal.get(operation.id)).toEqual(operation);
  });
});

describe('capturing again', () => {
  test('is refused while the old operation is not decided as not captured', async () => {
    const { journal, operation } = await inDoubt();
    expect(await caught(journal.captureAgain(operation.id, 'again'))).toBeInstanceOf(NotDecidableError);
    await journal.decide(operation.id, { ...decision, outcome: 'captured' });
    expect(await caught(journal.captureAgain(operation.id, 'again'))).toBeInstanceOf(NotDecidableError);
  });

  test('is a new operation that names the old one, with a new reference where that was generated', async () => {
    const { journal, operation, executed } = await inDoubt('payfull');
    await journal.decide(operation.id, decision);
    const again = await journal.captureAgain(operation.id, 'again');
    expect(again).toMatchObject({ state: 'captured', key: 'again', repeats: operation.id });
    expect(again.reference).not.toBe(operation.reference);
    expect(await journal.captureAgain(operation.id, 'again')).toEqual(again);
    expect(executed('payfull')).toHaveLength(1);
  });

  test('happens once: another key is refused', async () => {
    const { journal, operation, executed } = await inDoubt('payfull');
    await journal.decide(operation.id, decision);
    const again = await journal.captureAgain(operation.id, 'again');
    const error = await caught(journal.captureAgain(operation.id, 'once more'));
    expect(error).toMatchObject({ code: 'not_decidable', operationId: again.id });
    expect(executed('payfull')).toHaveLength(1);
  });

  test('happens once, also where two persons do it together under different keys', async () => {
    const { journal, operation, executed } = await inDoubt('pockyt');
    await journal.decide(operation.id, decision);
    const again = (key: string) => journal.captureAgain(operation.id, key, { unstored: () => ({ card }) });
    const ends = await Promise.allSettled([again('one'), again('two')]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [error] = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
    expect(error).toMatchObject({ code: 'not_decidable' });
    expect(executed('pockyt')).toHaveLength(1);
  });

  test('a card is supplied again', async () => {
    const { journal, operation, executed } = await inDoubt('pockyt');
    await journal.decide(operation.id, decision);
    expect(await caught(journal.captureAgain(operation.id, 'again'))).toMatchObject({ name: 'InvalidRequestError' });
    const again = await journal.captureAgain(operation.id, 'again', { unstored: () => ({ card }) });
    expect(again).toMatchObject({ state: 'captured', reference: 'order-1042', repeats: operation.id });
    expect(executed('pockyt')).toHaveLength(1);
  });
});

describe('a caller', () => {
  test('withdraws what was not sent', async () => {
    const { open, executed } = createWorld();
    const journal = await open();
    const [recorded] = await journal.enqueue('payfull', [{ key: 'one', request: requests.payfull }]);
    expect(await journal.cancel(recorded!.id)).toMatchObject({ state: 'cancelled' });
    await journal.work({ until: 'settled' });
    expect(await journal.capture('payfull', 'one', requests.payfull)).toMatchObject({ state: 'cancelled' });
    expect(executed('payfull')).toEqual([]);
  });

  test('withdraws nothing that was sent, and sees what became of it', async () => {
    const { open } = createWorld();
    const journal = await open();
    const { id } = await journal.capture('payfull', 'one', requests.payfull);
    expect(await journal.cancel(id)).toMatchObject({ state: 'captured' });
  });

  test('removes final operations only', async () => {
    const { journal, clock, operation } = await inDoubt();
    const { id } = await journal.capture('payfull', 'one', requests.payfull);
    clock.advance(1000);
    expect(await journal.purge({ before: new Date(clock.now()) })).toBe(1);
    expect(await journal.get(id)).toBeUndefined();
    expect(await journal.get(operation.id)).toEqual(operation);
  });
});
