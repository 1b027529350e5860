import { money } from '@capture/core';
import { DECLINES, describeSandboxRun, sandboxWorlds } from '@capture/testing';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { goods, request } from '../test/support.ts';
import { createPockyt, type PockytCaptureRequest } from './index.ts';
import { capabilities } from './provider.ts';

/** Worlds at a time when the documented card is valid. */
const worlds = sandboxWorlds('pockyt', (options) => createPockyt({ environment: 'sandbox', ...options }), {
  clock: () => new Date('2026-04-02T12:00:00Z'),
});

describeSandboxRun(worlds, {
  request,
  declined: ['unauthorized', 'rate-limited'],
  wrongCredential: [{ token: 'another' }, 'declined', 'signature_rejected'],
  lost: [['with its reference', () => request, 'captured', 'not-found']],
});

describe('against the sandbox', () => {
  test('the documented example is captured once', async () => {
    const { client, truth, requests } = worlds();
    const result = await client.capture(request);
    expect(result).toMatchObject({ status: 'captured', amountCheck: 'match', reference: request.reference });
    expect(truth()).toMatchObject([{ state: 'captured' }]);
    expect(requests()).toBe(1);
  });

  test.each(['300', '300.5', '0.01', '19999.99'])('a capture of %s USD captures that amount', async (major) => {
    const { client, truth } = worlds();
    const amount = money(major, 'USD');
    expect(await client.capture({ ...request, amount })).toMatchObject({ status: 'captured', reportedAmount: amount });
    expect(truth()[0]?.amount).toEqual(amount);
  });

  test.each(['CNY', 'PHP', 'IDR', 'KRW', 'HKD', 'THB', 'MYR', 'GBP', 'BDT', 'PKR'])(
    'a capture in %s is captured',
    async (currency) => {
      const amount = money('500', currency);
      expect(await worlds().client.capture({ ...request, amount })).toMatchObject({ status: 'captured' });
    },
  );

  test('a capture with every optional field is captured', async () => {
    const { client } = worlds();
    const given = {
      ...request,
      clientIp: '192.0.2.1',
      terminal: 'WAP',
      settleCurrency: 'USD',
      notes: 'größer & = 日本',
    } as const;
    const goodsInfo = [goods, { ...goods, tax: '0' }];
    const results = [
      await client.capture({ ...given, goodsInfo: goods }),
      await client.capture({ ...given, goodsInfo, reference: 'r-2' }),
    ];
    expect(results).toMatchObject([{ status: 'captured' }, { status: 'captured' }]);
  });

  test.each(['pending-3ds', 'pending-3ds-authurl'])(
    'a capture with the reference %s is pending until the customer has authenticated',
    async (reference) => {
      const { sandbox, client, truth } = worlds();
      const result = await client.capture({ ...request, reference });
      if (result.status !== 'pending') throw new Error(result.status);
      expect(result.nextAction?.url).toMatch(/^https:\/\//);
      expect(await client.lookup(result.lookupKeys)).toMatchObject({ status: 'pending', decides: false });
      expect(truth().filter(({ state }) => state === 'captured')).toEqual([]);
      sandbox.completePending({ provider: 'pockyt', captureId: result.captureId, state: 'captured' });
      expect(await client.lookup(result.lookupKeys)).toMatchObject({ status: 'captured', decides: true });
    },
  );

  test.each(DECLINES)('a capture with the reference %s is declined, and so is its lookup', async (reference) => {
    const { client, truth } = worlds();
    const result = await client.capture({ ...request, reference });
    expect(result).toMatchObject({ status: 'declined', error: { moneyMoved: 'no' } });
    expect(await client.lookup({ reference, knownCaptureIds: [] })).toMatchObject({
      status: 'declined',
      decides: true,
    });
    expect(truth().filter(({ state }) => state === 'captured')).toEqual([]);
  });

  test('a capture with a simulated failure is declined', async () => {
    const { client, truth } = worlds();
    const result = await client.capture({ ...request, simulateFailure: 'CCREJECT-REFUSED' });
    expect(result.status).toBe('declined');
    expect(truth().filter(({ state }) => state === 'captured')).toEqual([]);
  });

  test('a capture with a repeated reference is unknown: the first has moved money', async () => {
    const { client, truth } = worlds();
    await client.capture(request);
    expect(await client.capture(request)).toMatchObject({ status: 'unknown', error: { code: 'duplicate_reference' } });
    expect(truth().filter(({ state }) => state === 'captured')).toHaveLength(1);
    expect(await client.lookup({ reference: request.reference })).toMatchObject({ status: 'captured', decides: true });
  });

  test('a lookup of a payment that was never requested is not found', async () => {
    const { client } = worlds();
    expect(await client.lookup({ reference: 'never' })).toMatchObject({ status: 'not-found', decides: false });
    expect(await client.lookup({ captureId: '305680500880311999' })).toMatchObject({ status: 'not-found' });
  });

  test('the notification of a capture is verified, and refused after one changed byte', async () => {
    const { sandbox, client } = worlds();
    await client.capture(request);
    const [{ body, headers } = { body: '', headers: {} }] = sandbox.notifications.list();
    expect(await client.webhook.verify(body, headers)).toMatchObject({
      status: 'verified',
      event: { status: 'captured', reference: request.reference, reportedAmount: request.amount },
    });
    expect(await client.webhook.verify(body.replace('300', '301'), headers)).toMatchObject({ status: 'refused' });
  });
});

test('capabilities are known at compile time: a card, eleven currencies, lookups and signed notifications', () => {
  const { client } = worlds();
  expect(client.capabilities).toEqual(capabilities);
  expect(client.capabilities).toMatchObject({
    captures: 'card',
    lookupBy: ['reference', 'captureId'],
    webhook: 'signed',
  });
  expectTypeOf(client.capabilities.captures).toEqualTypeOf<'card'>();
  expectTypeOf<PockytCaptureRequest>().toHaveProperty('card');
  expectTypeOf<PockytCaptureRequest>().not.toHaveProperty('authorizationId');
  expect(client.capabilities.currencies).toHaveLength(11);
});
