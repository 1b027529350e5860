import { money } from '@capture/core';
import type { Sandbox } from '@capture/sandbox';
import { DECLINES, describeSandboxRun, sandboxWorlds } from '@capture/testing';
import { describe, expect, test } from 'vitest';
import { request as example } from '../test/support.ts';
import { capabilities, createPaymentOptions } from './provider.ts';

const request = { ...example, notes: 'Capturing authorised amount' } as const;
const withReference = () => ({ ...request, reference: 'qwe' });

const worlds = sandboxWorlds('paymentoptions', (options) =>
  createPaymentOptions({ environment: 'sandbox', ...options }),
);
/** Creates an authorization of 20.00 EUR. */
const authorize = (sandbox: Sandbox, reference?: string) => {
  const amount = money('20.00', 'EUR');
  const named = reference === undefined ? {} : { reference };
  return { authorizationId: sandbox.authorize({ provider: 'paymentoptions', amount, ...named }).id, amount };
};

/** An authorization that shows its capture, which has no id of its own before its response. */
const shown = { sandbox: { lookupShowsLaterCaptures: true } };

describeSandboxRun(worlds, {
  request,
  declined: ['unauthorized'],
  wrongCredential: [{ apiKey: 'another-key' }, 'declined', 'credentials_rejected'],
  lost: [
    ['without a reference', () => request, 'undecidable', 'undecidable'],
    ['with a reference', withReference, 'undecidable', 'undecidable'],
    ['that the authorization shows', withReference, 'undecidable', 'undecidable', shown],
  ],
});

describe('against the sandbox', () => {
  test('the documented example is captured at the documented address, and found by its id', async () => {
    const { client, truth } = worlds();
    const result = await client.capture(withReference());
    if (result.status !== 'captured') throw new Error(result.status);
    expect(result).toMatchObject({ amountCheck: 'match', amount: request.amount, httpStatus: 201 });
    expect(truth()).toMatchObject([{ state: 'captured', captureId: result.captureId, amount: request.amount }]);
    expect(await client.lookup(result.lookupKeys)).toMatchObject({ status: 'captured', captureId: result.captureId });
  });

  test('a capture of less than authorized, with cents, is captured', async () => {
    const { client, sandbox, truth } = worlds();
    const amount = money('10.05', 'EUR');
    expect(await client.capture({ ...authorize(sandbox), amount })).toMatchObject({ status: 'captured' });
    expect(truth()).toMatchObject([{ amount, state: 'captured' }]);
  });

  test.each(DECLINES)('a capture with the reference %s is declined with %s', async (reference, code) => {
    const { client, sandbox, truth } = worlds();
    expect(await client.capture(authorize(sandbox, reference))).toMatchObject({ status: 'declined', error: { code } });
    expect(truth().some(({ state }) => state === 'captured')).toBe(false);
  });

  test('a capture that a risk rule refuses is declined', async () => {
    const { client, sandbox, truth } = worlds();
    expect(await client.capture(authorize(sandbox, 'decline-suspected-fraud'))).toMatchObject({
      status: 'declined',
      error: { code: 'suspected_fraud', providerCode: 'ERR3001', moneyMoved: 'no' },
    });
    expect(truth().some(({ state }) => state === 'captured')).toBe(false);
  });

  test('a capture of more than authorized is declined, and no money moves', async () => {
    const { client, sandbox, truth } = worlds();
    const result = await client.capture({ ...authorize(sandbox), amount: money('20.01', 'EUR') });
    expect(result.status).toBe('declined');
    expect(truth()).toEqual([]);
  });

  test('a second capture of the same authorization is unknown: the first may have been ours', async () => {
    const { client, truth } = worlds();
    const results = [await client.capture(request), await client.capture(request)];
    expect(results).toMatchObject([{ status: 'captured' }, { status: 'unknown', error: { code: 'already_captured' } }]);
    expect(truth()).toHaveLength(1);
  });

  test('a capture with the reference of another authorization is unknown', async () => {
    const { client, sandbox, truth } = worlds();
    const mixed = { ...authorize(sandbox, 'order-1'), reference: 'order-2' };
    expect(await client.capture(mixed)).toMatchObject({ status: 'unknown', error: { code: 'other_payment' } });
    expect(truth()).toHaveLength(1);
  });

  test('a capture of an unknown authorization is declined', async () => {
    const { client, truth } = worlds();
    expect(await client.capture({ ...request, authorizationId: 'another' })).toMatchObject({
      status: 'declined',
      error: { code: 'authorization_not_found' },
    });
    expect(truth()).toEqual([]);
  });
});

test('capabilities declare a single capture, and that a lookup may not decide', () => {
  expect(worlds().client.capabilities).toEqual(capabilities);
  expect(capabilities).toMatchObject({
    multipleCaptures: 'no',
    overcapture: 'no',
    uniqueKeys: ['captureId'],
    sharedKeys: [],
  });
});
