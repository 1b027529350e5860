import { money } from '@capture/core';
import { DECLINES, describeSandboxRun, sandboxWorlds } from '@capture/testing';
import { describe, expect, test } from 'vitest';
import { capabilities, createPayfull } from './provider.ts';

/** The documented example, with the amount that its response reports. */
const request = {
  authorizationId: 'T4U_8d8125d10a_481a77f38',
  amount: money('23.02', 'TRY'),
  clientIp: '192.168.1.1',
  notes: 'Ödeme ile ilgili bilgiler 🧾',
  language: 'tr',
} as const;

const worlds = sandboxWorlds('payfull', (options) =>
  createPayfull({ baseUrl: 'https://shop.payfull.com', ...options }),
);

describeSandboxRun(worlds, {
  request,
  wrongCredential: [{ password: 'another-password' }, 'unknown', 'credentials_rejected'],
  lost: [['with its generated reference', () => request, 'captured', 'not-found']],
});

describe('against the sandbox', () => {
  test('the documented example is captured', async () => {
    const { client, truth } = worlds();
    const result = await client.capture(request);
    expect(result).toMatchObject({ status: 'captured', amountCheck: 'match', amount: request.amount });
    expect(truth()).toMatchObject([{ state: 'captured', amount: request.amount, reference: result.reference }]);
  });

  test.each(DECLINES)(
    'a capture with the reference %s is declined with %s, and so is its lookup',
    async (reference, code) => {
      const { client, truth } = worlds();
      const declined = { status: 'declined', error: { code } };
      expect(await client.capture({ ...request, reference })).toMatchObject(declined);
      expect(truth().some(({ state }) => state === 'captured')).toBe(false);
      expect(await client.lookup({ reference, knownCaptureIds: [] })).toMatchObject({ ...declined, decides: true });
    },
  );

  test('a capture of more than the preauthorization is never captured, and no money moves', async () => {
    const { client, truth } = worlds();
    const result = await client.capture({ ...request, amount: money('100.01', 'TRY') });
    expect(result.status).not.toBe('captured');
    expect(truth()).toEqual([]);
  });

  test('a capture with a repeated reference is unknown: the first may have been ours', async () => {
    const { client } = worlds();
    const repeated = { ...request, reference: 'order-1042' };
    expect(await client.capture(repeated)).toMatchObject({ status: 'captured' });
    expect(await client.capture(repeated)).toMatchObject({ status: 'unknown' });
  });
});

test('capabilities declare that a capture is looked up by its reference', () => {
  expect(worlds().client.capabilities).toEqual(capabilities);
  expect(capabilities.lookupBy).toEqual(['reference']);
});
