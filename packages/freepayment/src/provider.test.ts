import { money } from '@capture/core';
import { createSandbox, type FaultName } from '@capture/sandbox';
import { describe, expect, test } from 'vitest';
import { capabilities, createFreepayment } from './provider.ts';

/** The page's sample. */
const request = { authorizationId: '1-310b0da80b', amount: money('0.50', 'USD') };

function world(fault?: FaultName) {
  const sandbox = createSandbox();
  const credentials = sandbox.credentials.freepayment;
  const connect = (options = {}) => createFreepayment({ ...credentials, fetch: sandbox.fetch, ...options });
  const broken = connect(fault ? { baseUrl: sandbox.baseUrl('freepayment', { fault }), timeout: 200 } : {});
  const truth = () => sandbox.truth.captures({ provider: 'freepayment' });
  /** An authorization with a tracking id. */
  const authorize = (reference: string) => {
    const { id } = sandbox.authorize({ provider: 'freepayment', amount: money('20.00', 'EUR'), reference });
    return { authorizationId: id, amount: money('12.34', 'EUR'), reference };
  };
  return { sandbox, client: connect(), broken, connect, truth, authorize };
}

describe('against the sandbox', () => {
  test('the sample is captured, at the documented address', async () => {
    const { client, connect, truth } = world();
    const result = await connect({ sendCurrency: false }).capture(request);
    expect(result).toMatchObject({ status: 'captured', amountCheck: 'matched' });
    expect(truth()).toMatchObject([{ state: 'captured', amount: request.amount }]);
    expect(await client.capture(request)).not.toMatchObject({ status: 'captured' });
  });

  test('over a server on loopback too', async () => {
    const { sandbox } = world();
    const server = await sandbox.listen();
    const client = createFreepayment({ ...sandbox.credentials.freepayment, baseUrl: server.baseUrl('freepayment') });
    expect(await client.capture(request)).toMatchObject({ status: 'captured' });
    await server.close();
  });

  test.each([
    ['decline-insufficient-funds', 'insufficient_funds'],
    ['decline-do-not-honor', 'declined'],
    ['decline-expired-card', 'card_expired'],
    ['decline-suspected-fraud', 'suspected_fraud'],
  ])('%s', async (reference, code) => {
    const { client, truth, authorize } = world();
    const asked = authorize(reference);
    expect(await client.capture(asked)).toMatchObject({ status: 'declined', error: { code } });
    expect(truth().some(({ state }) => state === 'captured')).toBe(false);
    const [refused] = truth();
    expect(await client.lookup({ captureId: refused?.captureId ?? '' })).toMatchObject({
      status: 'declined',
      decides: true,
    });
    // By its tracking id another attempt could not be excluded.
    expect(await client.lookup(asked)).toMatchObject({ status: 'undecidable', decides: false });
  });

  test('pending, then settled, then looked up by its uid', async () => {
    const { client, sandbox, authorize } = world();
    const result = await client.capture(authorize('pending-order-7'));
    if (result.status !== 'pending') throw new Error(result.status);
    expect(await client.lookup(result.lookup)).toMatchObject({ status: 'pending', decides: false });
    sandbox.completePending({ provider: 'freepayment', captureId: result.captureId, state: 'captured' });
    expect(await client.lookup(result.lookup)).toMatchObject({ status: 'captured', decides: true });
  });

  test('more than the authorization is refused', async () => {
    const { client, truth } = world();
    expect(await client.capture({ ...request, amount: money('0.51', 'USD') })).toMatchObject({
      status: 'declined',
      error: { code: 'amount_exceeds_authorization', advice: expect.any(String) as string },
    });
    expect(truth()).toEqual([]);
  });

  test('another currency, an unknown authorization and wrong credentials are refused', async () => {
    const { client, connect, truth } = world();
    const results = [
      await client.capture({ ...request, amount: money('0.50', 'EUR') }),
      await client.capture({ ...request, authorizationId: '1-000000000' }),
      await connect({ secretKey: 'another-key' }).capture(request),
    ];
    expect(results.map(({ status }) => status)).toEqual(['declined', 'declined', 'declined']);
    expect(results[2]).toMatchObject({ error: { code: 'credentials_rejected' } });
    expect(truth()).toEqual([]);
  });

  test('in parts', async () => {
    const { client, authorize, truth } = world();
    const asked = authorize('order-1042');
    expect(await client.capture(asked)).toMatchObject({ status: 'captured' });
    expect(await client.capture({ ...asked, amount: money('7.66', 'EUR') })).toMatchObject({ status: 'captured' });
    expect(truth()).toHaveLength(2);
    expect(await client.lookup(asked)).toMatchObject({ status: 'captured', captureId: truth()[0]?.captureId });
  });
});

describe('a lost answer', () => {
  test('is unknown beside a truth of captured, and the look-up with its reference settles it', async () => {
    const { broken, client, truth, authorize } = world('commit-then-drop');
    const lost = await broken.capture(authorize('order-1042'));
    if (lost.status !== 'unknown') throw new Error(lost.status);
    expect(truth()).toMatchObject([{ state: 'captured' }]);
    expect(await client.lookup(lost.lookup)).toMatchObject({
      status: 'captured',
      decides: true,
      captureId: truth()[0]?.captureId,
      amountCheck: 'matched',
    });
  });

  test('without a reference cannot be decided', async () => {
    const { broken, client } = world('commit-then-drop');
    const lost = await broken.capture(request);
    if (lost.status !== 'unknown') throw new Error(lost.status);
    expect(await client.lookup(lost.lookup)).toMatchObject({ status: 'undecidable', decides: false });
  });

  test('that never arrived is not found, which decides nothing', async () => {
    const { broken, client, authorize } = world('drop-before-commit');
    const lost = await broken.capture(authorize('order-1042'));
    if (lost.status !== 'unknown') throw new Error(lost.status);
    expect(await client.lookup(lost.lookup)).toMatchObject({ status: 'not-found', decides: false });
  });
});

test.each<[FaultName, string]>([
  ['refuse', 'unsent'],
  ['hang', 'unknown'],
  ['drop-before-commit', 'unknown'],
  ['commit-then-drop', 'unknown'],
  ['cut-body', 'unknown'],
  ['garbage', 'unknown'],
  ['html-502', 'unknown'],
  ['server-error', 'unknown'],
  ['unauthorized', 'declined'],
  ['rate-limited', 'declined'],
  ['redirect', 'unknown'],
  ['other-amount', 'unknown'],
  ['contradiction', 'unknown'],
])('fault %s: %s, and one request at most', async (fault, status) => {
  const { broken, sandbox, truth } = world(fault);
  expect(await broken.capture(request)).toMatchObject({ status });
  expect(sandbox.truth.requests({ provider: 'freepayment' })).toBeLessThanOrEqual(1);
  if (status !== 'unknown') expect(truth()).toEqual([]);
});

test('the notification of a capture is verified, and refused after one changed byte', async () => {
  const { client, connect, sandbox } = world();
  const result = await client.capture(request);
  const [notification] = sandbox.notifications.list();
  if (!notification || result.status !== 'captured') throw new Error(result.status);
  const { body, headers } = notification;
  for (const publicKey of [sandbox.notifications.publicKey, sandbox.notifications.publicKeyPem]) {
    const { webhook } = connect({ publicKey });
    expect(await webhook.verify(body, headers)).toMatchObject({
      status: 'verified',
      notification: { status: 'captured', captureId: result.captureId, reportedAmount: request.amount },
    });
    expect(await webhook.verify(body.replace('successful', 'Successful'), headers)).toMatchObject({
      status: 'refused',
    });
  }
  expect(await client.webhook.verify(body, headers)).toMatchObject({ status: 'unverifiable' });
});

test('what it can do is a constant', () => {
  expect(createFreepayment({ shopId: '1', secretKey: 'k' }).capabilities).toBe(capabilities);
});
