import { money } from '@capture/core';
import { createSandbox, type FaultName, type SandboxOptions } from '@capture/sandbox';
import { describe, expect, test } from 'vitest';
import { capabilities, createPaymentOptions } from './provider.ts';

/** The page's sample. */
const request = {
  authorizationId: 'e0b0731e-7170-4b64-8a21-7d835eebd641',
  amount: money('1000', 'JPY'),
  notes: 'Capturing authorised amount',
} as const;

function world({ fault, ...options }: SandboxOptions & { fault?: FaultName } = {}) {
  const sandbox = createSandbox(options);
  const connect = (change = {}) =>
    createPaymentOptions({
      ...sandbox.credentials.paymentoptions,
      baseUrl: 'https://api-dev.paymentoptions.com/api/v1/api/v1',
      fetch: sandbox.fetch,
      ...change,
    });
  const broken = connect(fault ? { baseUrl: sandbox.baseUrl('paymentoptions', { fault }), timeout: 200 } : {});
  const authorize = (reference?: string, amount = money('20.00', 'EUR')) =>
    sandbox.authorize({ provider: 'paymentoptions', amount, ...(reference === undefined ? {} : { reference }) }).id;
  return {
    sandbox,
    connect,
    client: connect(),
    broken,
    authorize,
    truth: () => sandbox.truth.captures({ provider: 'paymentoptions' }),
  };
}

describe('against the sandbox', () => {
  test('the sample is captured under the documented address, and found by its id', async () => {
    const { client, truth } = world();
    const result = await client.capture({ ...request, reference: 'qwe' });
    if (result.status !== 'captured') throw new Error(result.status);
    expect(result).toMatchObject({ amountCheck: 'matched', amount: request.amount, httpStatus: 201 });
    expect(truth()).toMatchObject([{ state: 'captured', captureId: result.captureId, amount: request.amount }]);
    expect(await client.lookup(result.lookup)).toMatchObject({ status: 'captured', captureId: result.captureId });
  });

  test('over a server on loopback too', async () => {
    const { sandbox } = world();
    const server = await sandbox.listen();
    const credentials = sandbox.credentials.paymentoptions;
    const client = createPaymentOptions({ ...credentials, baseUrl: server.baseUrl('paymentoptions') });
    expect(await client.capture(request)).toMatchObject({ status: 'captured' });
    await server.close();
  });

  test('less than authorized, with cents', async () => {
    const { client, authorize, truth } = world();
    const amount = money('10.05', 'EUR');
    expect(await client.capture({ authorizationId: authorize(), amount })).toMatchObject({ status: 'captured' });
    expect(truth()).toMatchObject([{ amount, state: 'captured' }]);
  });

  test('a decline by a risk rule', async () => {
    const { client, authorize, truth } = world();
    const asked = { authorizationId: authorize('decline-suspected-fraud'), amount: money('20.00', 'EUR') };
    expect(await client.capture(asked)).toMatchObject({
      status: 'declined',
      error: { code: 'suspected_fraud', providerCode: 'ERR3001', moneyMoved: 'no' },
    });
    expect(truth().some(({ state }) => state === 'captured')).toBe(false);
  });

  test('more than authorized is declined, and nothing moves', async () => {
    const { client, authorize, truth } = world();
    const result = await client.capture({ authorizationId: authorize(), amount: money('20.01', 'EUR') });
    expect(result.status).toBe('declined');
    expect(truth()).toEqual([]);
  });

  test('a second capture of the same authorization is unknown: the first may have been ours', async () => {
    const { client, truth } = world();
    expect(await client.capture(request)).toMatchObject({ status: 'captured' });
    expect(await client.capture(request)).toMatchObject({ status: 'unknown', error: { code: 'already_captured' } });
    expect(truth()).toHaveLength(1);
  });

  test('another authorization’s reference is never a quiet success', async () => {
    const { client, authorize, truth } = world();
    const asked = { authorizationId: authorize('order-1'), amount: money('20.00', 'EUR'), reference: 'order-2' };
    expect(await client.capture(asked)).toMatchObject({ status: 'unknown', error: { code: 'other_payment' } });
    expect(truth()).toHaveLength(1);
  });

  test('an unknown authorization and a wrong key are declined', async () => {
    const { client, connect, truth } = world();
    expect(await client.capture({ ...request, authorizationId: 'nobody' })).toMatchObject({
      status: 'declined',
      error: { code: 'authorization_not_found' },
    });
    expect(await connect({ apiKey: 'another-key' }).capture(request)).toMatchObject({
      status: 'declined',
      error: { code: 'credentials_rejected' },
    });
    expect(truth()).toEqual([]);
  });
});

describe('a lost answer', () => {
  test.each<[FaultName, number]>([
    ['commit-then-drop', 1],
    ['drop-before-commit', 0],
  ])('after %s is unknown, and the authorization cannot tell', async (fault, captures) => {
    const { broken, client, truth } = world({ fault });
    const lost = await broken.capture({ ...request, reference: 'qwe' });
    if (lost.status !== 'unknown') throw new Error(lost.status);
    expect(truth()).toHaveLength(captures);
    expect(await client.lookup(lost.lookup)).toMatchObject({ status: 'undecidable', decides: false });
  });

  test.each<[FaultName, string]>([
    ['commit-then-drop', 'captured'],
    ['drop-before-commit', 'undecidable'],
  ])('after %s where the provider shows captures in the authorization: %s', async (fault, status) => {
    const { broken, client } = world({ fault, lookupShowsLaterCaptures: true });
    const lost = await broken.capture({ ...request, reference: 'qwe' });
    if (lost.status !== 'unknown') throw new Error(lost.status);
    expect(await client.lookup(lost.lookup)).toMatchObject({ status });
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
  ['rate-limited', 'unknown'],
  ['redirect', 'unknown'],
  ['other-amount', 'unknown'],
  ['contradiction', 'unknown'],
  ['unauthorized', 'declined'],
])('fault %s: %s, and one request at most', async (fault, status) => {
  const { broken, sandbox, truth } = world({ fault });
  expect(await broken.capture(request)).toMatchObject({ status });
  expect(sandbox.truth.requests({ provider: 'paymentoptions' })).toBeLessThanOrEqual(1);
  if (status !== 'unknown') expect(truth()).toEqual([]);
});

test('what it can do is a constant', () => {
  expect(world().client.capabilities).toBe(capabilities);
  expect(capabilities).toMatchObject({ severalCaptures: 'no', overCapture: 'no', lookupDecides: false });
});
