import { money, type CaptureResult } from '@capture/core';
import { createSandbox, FAULTS, type FaultName } from '@capture/sandbox';
import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from 'vitest';
import { request, sample } from '../test/support.ts';
import { createPockyt, type PockytCaptureRequest, type PockytOptions } from './index.ts';

/** A sandbox at a time when the card of the page is good, and a client of it. */
function meet(options: Partial<PockytOptions> = {}) {
  const sandbox = createSandbox({ clock: () => new Date('2026-04-02T12:00:00Z') });
  const client = createPockyt({ ...sandbox.credentials.pockyt, fetch: sandbox.fetch, ...options });
  const moved = (): number =>
    sandbox.truth.captures({ provider: 'pockyt' }).filter(({ state }) => state === 'captured').length;
  return { sandbox, client, moved };
}

describe('against the sandbox', () => {
  test("the page's example is captured once", async () => {
    const { sandbox, client, moved } = meet();
    const result = await client.capture(request);
    expect(result).toMatchObject({ status: 'captured', amountCheck: 'matched', reference: request.reference });
    expect(moved()).toBe(1);
    expect(sandbox.truth.requests({ provider: 'pockyt' })).toBe(1);
  });

  test.each(['300', '300.5', '0.01', '19999.99'])('%s USD is what is captured', async (major) => {
    const { sandbox, client } = meet();
    const amount = money(major, 'USD');
    expect(await client.capture({ ...request, amount })).toMatchObject({ status: 'captured', reportedAmount: amount });
    expect(sandbox.truth.captures()[0]?.amount).toEqual(amount);
  });

  test.each(['CNY', 'PHP', 'IDR', 'KRW', 'HKD', 'THB', 'MYR', 'GBP', 'BDT', 'PKR'])('%s is taken', async (currency) => {
    const { client } = meet();
    expect(await client.capture({ ...request, amount: money('500', currency) })).toMatchObject({ status: 'captured' });
  });

  test('every optional field is understood', async () => {
    const { client } = meet();
    const item = {
      name: 'test',
      quantity: 1,
      category: 'DIGITAL_GOODS',
      description: 'testing',
      amount: '300',
    } as const;
    const given = {
      ...request,
      clientIp: '192.0.2.1',
      terminal: 'WAP',
      settleCurrency: 'USD',
      notes: 'größer & = 日本',
    } as const;
    expect(await client.capture({ ...given, goodsInfo: item })).toMatchObject({ status: 'captured' });
    expect(
      await client.capture({ ...given, goodsInfo: [item, { ...item, tax: '0' }], reference: 'r-2' }),
    ).toMatchObject({
      status: 'captured',
    });
  });

  test.each(['pending-3ds', 'pending-3ds-authurl'])('%s waits for the customer, then is settled', async (reference) => {
    const { sandbox, client, moved } = meet();
    const result = await client.capture({ ...request, reference });
    if (result.status !== 'pending') throw new Error(result.status);
    expect(result.nextAction?.url).toMatch(/^https:\/\//);
    expect(await client.lookup(result.lookup)).toMatchObject({ status: 'pending', decides: false });
    expect(moved()).toBe(0);
    sandbox.completePending({ provider: 'pockyt', captureId: result.captureId, state: 'captured' });
    expect(await client.lookup(result.lookup)).toMatchObject({ status: 'captured', decides: true });
  });

  test.each(['decline-insufficient-funds', 'decline-do-not-honor', 'decline-expired-card', 'decline-suspected-fraud'])(
    '%s is declined, and the look-up agrees',
    async (reference) => {
      const { client, moved } = meet();
      const result = await client.capture({ ...request, reference });
      expect(result).toMatchObject({ status: 'declined', error: { moneyMoved: 'no' } });
      expect(await client.lookup({ reference })).toMatchObject({ status: 'declined', decides: true });
      expect(moved()).toBe(0);
    },
  );

  test('a simulated failure is declined', async () => {
    const { client, moved } = meet();
    const result = await client.capture({ ...request, simulateFailure: 'CCREJECT-REFUSED' });
    expect(result.status).toBe('declined');
    expect(moved()).toBe(0);
  });

  test('the same reference again is unknown and not declined: the first one has moved money', async () => {
    const { client, moved } = meet();
    await client.capture(request);
    expect(await client.capture(request)).toMatchObject({ status: 'unknown', error: { code: 'duplicate_reference' } });
    expect(moved()).toBe(1);
    expect(await client.lookup({ reference: request.reference })).toMatchObject({ status: 'captured', decides: true });
  });

  test('a wrong token is refused, and nothing moves', async () => {
    const { client, moved } = meet({ token: 'another' });
    expect(await client.capture(request)).toMatchObject({ status: 'declined' });
    expect(moved()).toBe(0);
  });

  test('what was never asked is not found', async () => {
    const { client } = meet();
    expect(await client.lookup({ reference: 'never' })).toMatchObject({ status: 'not-found', decides: false });
    expect(await client.lookup({ captureId: '305680500880311999' })).toMatchObject({ status: 'not-found' });
  });

  test('its notifications are verified, and one with a changed byte is refused', async () => {
    const { sandbox, client } = meet();
    await client.capture(request);
    const [notification] = sandbox.notifications.list();
    const { body = '', headers = {} } = notification ?? {};
    expect(await client.webhook.verify(body, headers)).toMatchObject({
      status: 'verified',
      notification: { status: 'captured', reference: request.reference, reportedAmount: request.amount },
    });
    expect(await client.webhook.verify(body.replace('300', '301'), headers)).toMatchObject({ status: 'refused' });
  });
});

describe('whatever goes wrong on the way, the verdict is never wrong', () => {
  const sandbox = createSandbox({ clock: () => new Date('2026-04-02T12:00:00Z') });
  let server: Awaited<ReturnType<typeof sandbox.listen>>;
  beforeAll(async () => {
    server = await sandbox.listen();
  });
  afterAll(() => server.close());

  test.each(Object.keys(FAULTS) as FaultName[])('%s', async (fault) => {
    const reference = `fault-${fault}`;
    const { credentials } = sandbox;
    const client = createPockyt({ ...credentials.pockyt, baseUrl: server.baseUrl('pockyt', { fault }), timeout: 300 });
    const before = sandbox.truth.requests();
    const result = await client.capture({ ...request, reference });
    const truth = sandbox.truth.captures({ reference }).some(({ state }) => state === 'captured');
    expect(truth).toBe(FAULTS[fault].moneyMoves);
    expect(sandbox.truth.requests() - before).toBeLessThanOrEqual(1);
    const allowed: CaptureResult['status'][] = truth ? ['captured', 'unknown'] : ['declined', 'unsent', 'unknown'];
    expect(allowed).toContain(result.status);
    if (fault === 'refuse') expect(result.status).toBe('unsent');
    if (fault === 'other-amount')
      expect(result).toMatchObject({ error: { code: 'amount_differs' }, amountCheck: 'differs' });
    if (result.status !== 'unknown') return;

    // The way back to certainty: the same payment, asked for where nothing goes wrong.
    const asking = createPockyt({ ...credentials.pockyt, baseUrl: server.baseUrl('pockyt') });
    expect(await asking.lookup(result.lookup)).toMatchObject({
      status: truth ? 'captured' : 'not-found',
      decides: truth,
    });
  });
});

test('what it can do is known at compile time', () => {
  const { client } = meet();
  expect(client.capabilities).toMatchObject({
    captures: 'card',
    lookupBy: ['reference', 'captureId'],
    webhook: 'signed',
  });
  expectTypeOf(client.capabilities.captures).toEqualTypeOf<'card'>();
  expectTypeOf<PockytCaptureRequest>().toHaveProperty('card');
  expectTypeOf<PockytCaptureRequest>().not.toHaveProperty('authorizationId');
  expect(client.capabilities.currencies).toHaveLength(11);
  expect(sample.credentials).toMatchObject({ merchantNo: '200043' });
});
