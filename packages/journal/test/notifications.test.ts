import { describe, expect, test } from 'vitest';
import { card, createWorld, requests } from './world.ts';

/** A capture whose response was lost, and the notification of it. */
async function notified(account: 'pockyt' | 'freepayment') {
  const lost = ({ operation }: { operation: string }) =>
    operation === 'capture' ? ('commit-then-drop' as const) : undefined;
  const world = createWorld({ faults: lost });
  const journal = await world.open();
  const operation = await journal.capture(account, 'ship-1042', requests[account]);
  const { body, headers } = world.sandbox.notifications.list()[0]!;
  return { ...world, journal, operation, receive: (changed = body) => journal.receive(account, changed, headers) };
}

describe('a notification', () => {
  test('is verified, added to the history, and the payment is looked up at once', async () => {
    const { journal, operation, receive } = await notified('pockyt');
    expect(operation).toMatchObject({ state: 'unknown', lookups: 0 });
    const { verdict, operation: after } = await receive();
    expect(verdict.status).toBe('verified');
    expect(after).toMatchObject({ id: operation.id, state: 'captured', lookups: 1 });
    const types = (await journal.events(operation.id)).map(({ type, to }) => [type, to]);
    expect(types.slice(-2)).toEqual([
      ['notification', undefined],
      ['state', 'captured'],
    ]);
  });

  test('alone changes no state: where no lookup decides, a person does', async () => {
    const { journal, operation, receive } = await notified('freepayment');
    expect((await receive()).operation).toMatchObject({ state: 'unknown', needsDecision: true });
    const events = await journal.events(operation.id);
    expect(events.find(({ type }) => type === 'notification')).toMatchObject({ details: { status: 'captured' } });
  });

  test('of a final operation is an event, and nothing is looked up', async () => {
    const { journal, receive } = await notified('pockyt');
    const final = (await receive()).operation!;
    expect((await receive()).operation).toEqual(final);
    expect((await journal.events(final.id)).filter(({ type }) => type === 'notification')).toHaveLength(2);
  });

  test('that was altered is refused, and nothing is recorded', async () => {
    const { journal, operation, receive } = await notified('pockyt');
    const { verdict, operation: none } = await receive('amount=1&verifySign=abc');
    expect(verdict.status).not.toBe('verified');
    expect(none).toBeUndefined();
    expect(await journal.get(operation.id)).toEqual(operation);
    expect((await journal.events(operation.id)).some(({ type }) => type === 'notification')).toBe(false);
  });

  test('about a payment that the journal does not have is verified, and about no operation', async () => {
    const { sandbox, accounts, openWith, authorize } = createWorld();
    const [authorizationId = ''] = authorize('freepayment', 1, { minor: 50, currency: 'USD' });
    await accounts.freepayment.capture({ authorizationId, amount: { minor: 50, currency: 'USD' } });
    const { body, headers } = sandbox.notifications.list()[0]!;
    const journal = await openWith(accounts);
    expect(await journal.receive('freepayment', body, headers)).toMatchObject({
      verdict: { status: 'verified' },
      operation: undefined,
    });
  });

  test('of a provider that signs none is an error of the caller', async () => {
    const journal = await createWorld().open();
    await expect(journal.receive('payfull', '')).rejects.toMatchObject({ code: 'invalid_input' });
  });

  test('brings nothing of a card into the history', async () => {
    const { journal, operation, receive } = await notified('pockyt');
    await receive();
    const history = JSON.stringify(await journal.events(operation.id));
    expect(history).not.toContain(card.number);
  });
});
