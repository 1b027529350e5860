import { describe, expect, test } from 'vitest';
import type { Operation } from '../src/index.ts';
import { card, createWorld, requests } from './world.ts';

type World = ReturnType<typeof createWorld>;

/** The store of a world, which keeps everything that it is handed. */
function listening({ store }: World) {
  const received: unknown[] = [];
  const heard = new Proxy(store, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return (...given: unknown[]) => {
        received.push(given);
        return Reflect.apply(method, target, given) as unknown;
      };
    },
  });
  const everything = () =>
    JSON.stringify(received, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value));
  return { store: heard, everything };
}

/** Everything secret about a payment at any of the five providers. */
const secretsOf = ({ sandbox: { credentials } }: World) =>
  [
    card.number,
    `"${card.cvv}"`,
    'expiry',
    credentials.pockyt.token,
    credentials.payfull.password,
    credentials.freepayment.secretKey,
    credentials.firstoken.apiKey,
    credentials.paymentoptions.apiKey,
    credentials.paymentoptions.authorization,
    'verifySign',
    'Basic ',
  ] as const;

const items = ['one', 'two', 'three'].map((key) => ({
  key,
  request: { ...requests.pockyt, reference: `order-${key}` },
}));

describe('a card', () => {
  test('is in nothing that the store receives, through a capture, a batch, a loss, a lookup and a decision', async () => {
    const world = createWorld({
      faults: ({ operation, count }) => (operation === 'capture' && count % 2 === 1 ? 'commit-then-drop' : undefined),
    });
    const { store, everything } = listening(world);
    const events: unknown[] = [];
    const journal = await world.open({ store, onEvent: (...event) => events.push(event) });
    for (const account of ['pockyt', 'payfull', 'freepayment', 'firstoken', 'paymentoptions'] as const)
      await journal.capture(account, 'ship-1042', requests[account]);
    await journal.enqueue('pockyt', items);
    const shown: Operation[] = [];
    await journal.work({
      until: 'idle',
      cards: (operation) => {
        shown.push(operation);
        return card;
      },
    });
    const inDoubt = (await journal.find('paymentoptions', 'ship-1042'))!;
    if (inDoubt.needsDecision)
      await journal.decide(inDoubt.id, { outcome: 'captured', by: 'ops@shop.example', reason: 'seen' });
    for (const { body, headers } of world.sandbox.notifications.list().filter(({ provider }) => provider === 'pockyt'))
      await journal.receive('pockyt', body, headers);
    expect(shown).toHaveLength(3);
    expect(world.executed('pockyt')).toHaveLength(4);
    for (const text of [everything(), JSON.stringify(events), JSON.stringify(shown)])
      for (const secret of secretsOf(world)) expect(text).not.toContain(secret);
  });

  test('is needed for a batch: without a supplier work refuses to start, and says so', async () => {
    const { open, executed } = createWorld();
    const journal = await open();
    await journal.enqueue('pockyt', items);
    const error = await journal.work({ until: 'settled' }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'invalid_input', account: 'pockyt' });
    expect(String(error)).toContain('cards');
    expect(executed('pockyt')).toEqual([]);
  });

  test('is not needed for lookups', async () => {
    const world = createWorld({
      faults: ({ operation }) => (operation === 'capture' ? 'commit-then-drop' : undefined),
    });
    const journal = await world.open();
    const { id } = await journal.capture('pockyt', 'ship-1042', requests.pockyt);
    expect(await journal.work({ until: 'settled' })).toMatchObject({ ended: 'settled', lookups: 1 });
    expect(await journal.get(id)).toMatchObject({ state: 'captured' });
  });

  test('that a supplier does not have stops its own payment only', async () => {
    const { open, executed } = createWorld();
    const journal = await open({ attempts: 2 });
    await journal.enqueue('pockyt', items);
    const cards = ({ key }: Operation) => {
      if (key === 'two') throw new Error(`no card ${card.number}`);
      return key === 'three' ? undefined : card;
    };
    await journal.work({ until: 'settled', cards });
    const found = async (key: string) => (await journal.find('pockyt', key))!;
    expect(await found('one')).toMatchObject({ state: 'captured' });
    for (const key of ['two', 'three'])
      expect(await found(key)).toMatchObject({ state: 'unsent', attempts: 2, reason: { code: 'fields_unavailable' } });
    expect(JSON.stringify(await journal.events((await found('two')).id))).not.toContain(card.number);
    expect(executed('pockyt')).toHaveLength(1);
  });

  test('that is invalid is proven unsent, and the caller may capture with another one', async () => {
    const { open, executed } = createWorld();
    const journal = await open();
    await journal.enqueue('pockyt', items.slice(0, 1));
    await journal.work({ until: 'settled', cards: () => ({ ...card, number: '4111111111111112' }) });
    const operation = await journal.find('pockyt', 'one');
    expect(operation).toMatchObject({ state: 'unsent', reason: { code: 'invalid_request' } });
    expect(operation?.reason?.message).toContain('card.number must have a valid check digit');
    expect(JSON.stringify(operation)).not.toContain('4111111111111112');
    expect(await journal.capture('pockyt', 'one', items[0]!.request)).toMatchObject({ state: 'captured' });
    expect(executed('pockyt')).toHaveLength(1);
  });
});
