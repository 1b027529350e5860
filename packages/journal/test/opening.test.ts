import { describe, expect, test } from 'vitest';
import { openJournal, UnknownAccountError } from '../src/index.ts';
import { createWorld, requests } from './world.ts';

const caught = (promise: Promise<unknown>) => promise.catch((error: unknown) => error);

describe('opening a journal', () => {
  test('is refused where an account has operations of another provider', async () => {
    const { open, openWith, accounts } = createWorld();
    const journal = await open();
    await journal.capture('payfull', 'ship-1042', requests.payfull);
    const error = await caught(openWith({ payfull: accounts.freepayment }));
    expect(error).toBeInstanceOf(UnknownAccountError);
    expect(String(error)).toMatch(/operations of payfull.*client of freepayment/);
  });

  test.each([
    ['no account', { accounts: {} }],
    ['a label with a line break', { accounts: { 'a\nb': createWorld().accounts.payfull } }],
    ['no client', { accounts: { shop: {} as never } }],
    ['no attempt', { attempts: 0 }],
    ['half an attempt', { attempts: 1.5 }],
    ['a lease that is too short', { lease: 10 }],
    ['a delay that is none', { delays: [Number.NaN] }],
  ])('is refused with %s', async (_, options) => {
    const { store, accounts } = createWorld();
    const error = await caught(openJournal({ store, accounts, ...options }));
    expect(error).toMatchObject({ code: 'invalid_input' });
  });

  test('an account that it was opened without is named', async () => {
    const { openWith, accounts } = createWorld();
    const journal = await openWith({ shop: accounts.payfull });
    expect(await caught(journal.capture('other' as never, 'key', requests.payfull as never))).toMatchObject({
      code: 'unknown_account',
      account: 'other',
    });
  });
});

describe('an observer', () => {
  test('sees every change after its commit, as copies, and can break nothing', async () => {
    const { open, store } = createWorld();
    const seen: unknown[] = [];
    const journal = await open({
      onEvent: ({ from, to }, operation) => {
        seen.push([from, to, operation.state]);
        (operation as { state: string }).state = 'changed';
        throw new Error('an error of the observer');
      },
    });
    const { id } = await journal.capture('payfull', 'ship-1042', requests.payfull);
    expect(seen).toEqual([
      [undefined, 'recorded', 'sending'],
      ['recorded', 'sending', 'sending'],
      ['sending', 'captured', 'captured'],
    ]);
    expect((await store.get(id))?.state).toBe('captured');
  });

  test('what the caller changes in an operation or a request changes nothing', async () => {
    const { open } = createWorld();
    const journal = await open();
    const request = structuredClone(requests.payfull) as { amount: { minor: number; currency: string } };
    const call = journal.capture('payfull', 'ship-1042', request as never);
    request.amount.minor = 1;
    const operation = await call;
    expect(operation.amount).toEqual(requests.payfull.amount);
    (operation as { state: string }).state = 'changed';
    expect((await journal.get(operation.id))?.state).toBe('captured');
  });
});

test('operations are listed in the order of their recording, however many there are', async () => {
  const { open, authorize } = createWorld();
  const journal = await open();
  const amount = { minor: 50, currency: 'USD' };
  const ids = authorize('freepayment', 450, amount);
  await journal.enqueue(
    'freepayment',
    ids.map((id) => ({ key: id, request: { authorizationId: id, amount } })),
  );
  const listed: string[] = [];
  for await (const { key } of journal.list({ accounts: ['freepayment'], states: ['recorded'] })) listed.push(key);
  expect(listed).toEqual(ids);
});
