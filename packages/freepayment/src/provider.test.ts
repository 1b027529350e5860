import { money } from '@capture/core';
import type { Sandbox } from '@capture/sandbox';
import { DECLINES, describeSandboxRun, sandboxWorlds } from '@capture/testing';
import { describe, expect, test } from 'vitest';
import { request } from '../test/support.ts';
import { capabilities, createFreepayment } from './provider.ts';

const worlds = sandboxWorlds('freepayment', (options) => createFreepayment({ environment: 'sandbox', ...options }));

/** A capture of 12.34 of an authorization of 20.00 EUR with a tracking id. */
const authorized = (sandbox: Sandbox, reference = 'order-1042') => {
  const { id } = sandbox.authorize({ provider: 'freepayment', amount: money('20.00', 'EUR'), reference });
  return { authorizationId: id, amount: money('12.34', 'EUR'), reference };
};

describeSandboxRun(worlds, {
  request,
  declined: ['unauthorized', 'rate-limited'],
  wrongCredential: [{ secretKey: 'another-key' }, 'declined', 'credentials_rejected'],
  lost: [
    ['without a reference', () => request, 'undecidable', 'undecidable'],
    ['with a reference', authorized, 'undecidable', 'not-found'],
    ['that is the only one of its reference', authorized, 'captured', 'not-found', { knownCaptureIds: [] }],
  ],
});

describe('against the sandbox', () => {
  test('the documented example is captured at the documented address, and not captured twice', async () => {
    const { client, connect, truth } = worlds();
    const result = await connect({ sendCurrency: false }).capture(request);
    expect(result).toMatchObject({ status: 'captured', amountCheck: 'match' });
    expect(truth()).toMatchObject([{ state: 'captured', amount: request.amount }]);
    expect(await client.capture(request)).not.toMatchObject({ status: 'captured' });
  });

  test.each(DECLINES)('a capture with the tracking id %s is declined with %s', async (reference, code) => {
    const { client, truth, sandbox } = worlds();
    const declined = authorized(sandbox, reference);
    expect(await client.capture(declined)).toMatchObject({ status: 'declined', error: { code } });
    const [capture, ...others] = truth();
    expect([capture?.state, ...others]).toEqual(['declined']);
    const captureId = capture?.captureId ?? '';
    expect(await client.lookup({ captureId })).toMatchObject({ status: 'declined', decides: true });
    // By its tracking id another attempt could not be excluded.
    expect(await client.lookup(declined)).toMatchObject({ status: 'undecidable', decides: false });
  });

  test('a pending capture that is completed is looked up as captured by its uid', async () => {
    const { client, sandbox } = worlds();
    const result = await client.capture(authorized(sandbox, 'pending-order-7'));
    if (result.status !== 'pending') throw new Error(result.status);
    expect(await client.lookup(result.lookupKeys)).toMatchObject({ status: 'pending', decides: false });
    sandbox.completePending({ provider: 'freepayment', captureId: result.captureId, state: 'captured' });
    expect(await client.lookup(result.lookupKeys)).toMatchObject({ status: 'captured', decides: true });
  });

  test('a capture of more than authorized is declined', async () => {
    const { client, truth } = worlds();
    expect(await client.capture({ ...request, amount: money('0.51', 'USD') })).toMatchObject({
      status: 'declined',
      error: { code: 'amount_exceeds_authorization', advice: expect.any(String) as string },
    });
    expect(truth()).toEqual([]);
  });

  test('a capture in another currency, or of an unknown authorization, is declined', async () => {
    const { client, truth } = worlds();
    const results = [
      await client.capture({ ...request, amount: money('0.50', 'EUR') }),
      await client.capture({ ...request, authorizationId: '1-000000000' }),
    ];
    expect(results.map(({ status }) => status)).toEqual(['declined', 'declined']);
    expect(truth()).toEqual([]);
  });

  test('an authorization is captured in parts', async () => {
    const { client, sandbox, truth } = worlds();
    const first = authorized(sandbox);
    expect(await client.capture(first)).toMatchObject({ status: 'captured' });
    expect(await client.capture({ ...first, amount: money('7.66', 'EUR') })).toMatchObject({ status: 'captured' });
    expect(truth()).toHaveLength(2);
    const [one, two] = truth();
    const keys = { ...first, knownCaptureIds: [two!.captureId] };
    expect(await client.lookup(keys)).toMatchObject({ status: 'captured', captureId: one?.captureId });
  });
});

test('the notification of a capture is verified, and refused after one changed byte', async () => {
  const { client, connect, sandbox } = worlds();
  const result = await client.capture(request);
  const [notification] = sandbox.notifications.list();
  if (!notification || result.status !== 'captured') throw new Error(result.status);
  const { body, headers } = notification;
  for (const publicKey of [sandbox.notifications.publicKey, sandbox.notifications.publicKeyPem]) {
    const { webhook } = connect({ publicKey });
    expect(await webhook.verify(body, headers)).toMatchObject({
      status: 'verified',
      event: { status: 'captured', captureId: result.captureId, reportedAmount: request.amount },
    });
    expect(await webhook.verify(body.replace('successful', 'Successful'), headers)).toMatchObject({
      status: 'refused',
    });
  }
  expect(await client.webhook.verify(body, headers)).toMatchObject({ status: 'unverifiable' });
});

test('the capabilities of a client are the exported constant', () => {
  expect(worlds().client.capabilities).toEqual(capabilities);
});
