import { money } from '@capture/core';
import { DECLINES, describeSandboxRun, sandboxWorlds } from '@capture/testing';
import { describe, expect, test } from 'vitest';
import { capabilities, createFirstoken } from './provider.ts';

/** The documented example. */
const request = {
  authorizationId: '0001708980782641783611',
  amount: money('1000', 'COP'),
  reference: '123456789',
  installments: 1,
  clientIp: '12.7.8.120',
} as const;

const worlds = sandboxWorlds('firstoken', (options) => createFirstoken({ environment: 'sandbox', ...options }));

/** An authorization that shows its capture, which has no id of its own before its response. */
const shown = { sandbox: { lookupShowsLaterCaptures: true } };

describeSandboxRun(worlds, {
  request,
  pending: true,
  wrongCredential: [{ apiKey: 'another-key' }, 'declined', 'credentials_rejected'],
  lost: [
    ['without an id', () => request, 'undecidable', 'undecidable'],
    ['that the authorization shows', () => request, 'undecidable', 'undecidable', shown],
  ],
});

describe('against the sandbox', () => {
  test('the documented example is pending at the default address, and its lookup finds the capture', async () => {
    const { client, truth } = worlds();
    const result = await client.capture(request);
    if (result.status !== 'pending') throw new Error(result.status);
    expect(result).toMatchObject({ amountCheck: 'match', reference: '123456789' });
    expect(truth()).toMatchObject([{ captureId: result.captureId, amount: request.amount, state: 'captured' }]);
    expect(await client.lookup(result.lookupKeys)).toMatchObject({
      status: 'captured',
      decides: true,
      captureId: result.captureId,
      amountCheck: 'match',
    });
  });

  test.each(['captured', 'declined'] as const)(
    'a pending capture that ends as %s is looked up as such',
    async (state) => {
      const { client, sandbox } = worlds();
      const result = await client.capture({ ...request, reference: 'pending' });
      if (result.status !== 'pending') throw new Error(result.status);
      expect(await client.lookup(result.lookupKeys)).toMatchObject({ status: 'pending', decides: false });
      sandbox.completePending({ provider: 'firstoken', captureId: result.captureId, state });
      expect(await client.lookup(result.lookupKeys)).toMatchObject({ status: state, decides: true });
    },
  );

  test.each(DECLINES)('a capture with the reference %s is declined, and no money moves', async (reference) => {
    const { client, truth } = worlds();
    expect(await client.capture({ ...request, reference })).toMatchObject({
      status: 'declined',
      error: { category: 'payment', moneyMoved: 'no' },
    });
    expect(truth().some(({ state }) => state === 'captured')).toBe(false);
  });

  test('a capture of more than authorized is never captured, and no money moves', async () => {
    const { client, truth } = worlds();
    const result = await client.capture({ ...request, amount: money('1001', 'COP') });
    expect(['declined', 'unknown']).toContain(result.status);
    expect(truth()).toEqual([]);
  });

  test('a second capture of the same authorization is unknown: the first may have been ours', async () => {
    const { client, truth } = worlds();
    expect(await client.capture(request)).toMatchObject({ status: 'pending' });
    expect(await client.capture(request)).toMatchObject({ status: 'unknown', error: { code: 'already_captured' } });
    expect(truth()).toHaveLength(1);
  });
});

test('capabilities declare that a lookup goes by either id and may not decide', () => {
  expect(worlds().client.capabilities).toEqual(capabilities);
  expect(capabilities).toMatchObject({
    lookupBy: ['captureId', 'authorizationId'],
    uniqueKeys: ['captureId'],
    sharedKeys: [],
  });
});
