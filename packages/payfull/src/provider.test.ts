import { money } from '@capture/core';
import { createSandbox, type FaultName } from '@capture/sandbox';
import { describe, expect, test } from 'vitest';
import { capabilities, createPayfull } from './provider.ts';

/** The page's sample, with the amount that its answer reports. */
const request = {
  authorizationId: 'T4U_8d8125d10a_481a77f38',
  amount: money('23.02', 'TRY'),
  clientIp: '192.168.1.1',
  notes: 'Ödeme ile ilgili bilgiler 🧾',
  language: 'tr',
} as const;

function world(fault?: FaultName) {
  const sandbox = createSandbox();
  const credentials = sandbox.credentials.payfull;
  const connect = (options = {}) =>
    createPayfull({ ...credentials, fetch: sandbox.fetch, baseUrl: sandbox.baseUrl('payfull'), ...options });
  const broken = connect(fault ? { baseUrl: sandbox.baseUrl('payfull', { fault }), timeout: 200 } : {});
  return { sandbox, client: connect(), broken, connect, truth: () => sandbox.truth.captures({ provider: 'payfull' }) };
}

describe('against the sandbox', () => {
  test('the sample is captured', async () => {
    const { client, truth } = world();
    const result = await client.capture(request);
    expect(result).toMatchObject({ status: 'captured', amountCheck: 'matched', amount: request.amount });
    expect(truth()).toMatchObject([{ state: 'captured', amount: request.amount, reference: result.reference }]);
  });

  test('over a server on loopback too', async () => {
    const { sandbox } = world();
    const server = await sandbox.listen();
    const client = createPayfull({ ...sandbox.credentials.payfull, baseUrl: server.baseUrl('payfull') });
    expect(await client.capture(request)).toMatchObject({ status: 'captured' });
    await server.close();
  });

  test.each([
    ['decline-insufficient-funds', 'insufficient_funds'],
    ['decline-do-not-honor', 'declined'],
    ['decline-expired-card', 'card_expired'],
    ['decline-suspected-fraud', 'suspected_fraud'],
  ])('%s', async (reference, code) => {
    const { client, truth } = world();
    expect(await client.capture({ ...request, reference })).toMatchObject({ status: 'declined', error: { code } });
    expect(truth().some(({ state }) => state === 'captured')).toBe(false);
    expect(await client.lookup({ reference })).toMatchObject({ status: 'declined', decides: true, error: { code } });
  });

  test('more than the preauthorization: never captured, and nothing moves', async () => {
    const { client, truth } = world();
    const result = await client.capture({ ...request, amount: money('100.01', 'TRY') });
    expect(result.status).not.toBe('captured');
    expect(truth()).toEqual([]);
  });

  test('a wrong password is never a capture', async () => {
    const { connect, truth } = world();
    const result = await connect({ password: 'another-password' }).capture(request);
    expect(['declined', 'unknown']).toContain(result.status);
    expect(truth()).toEqual([]);
  });

  test('a repeated reference is no plain refusal: the first may have been ours', async () => {
    const { client } = world();
    const asked = { ...request, reference: 'order-1042' };
    expect(await client.capture(asked)).toMatchObject({ status: 'captured' });
    expect(await client.capture(asked)).toMatchObject({ status: 'unknown' });
  });
});

describe('a lost answer', () => {
  test('is unknown beside a truth of captured, and the look-up with its reference settles it', async () => {
    const { broken, client, truth } = world('commit-then-drop');
    const lost = await broken.capture(request);
    if (lost.status !== 'unknown') throw new Error(lost.status);
    expect(truth()).toMatchObject([{ state: 'captured' }]);
    expect(await client.lookup(lost.lookup)).toMatchObject({
      status: 'captured',
      decides: true,
      captureId: truth()[0]?.captureId,
      amountCheck: 'matched',
    });
  });

  test('that never arrived is not found, which decides nothing', async () => {
    const { broken, client } = world('drop-before-commit');
    const lost = await broken.capture(request);
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
  ['redirect', 'unknown'],
  ['other-amount', 'unknown'],
  ['contradiction', 'unknown'],
])('fault %s: %s, and one request at most', async (fault, status) => {
  const { broken, sandbox } = world(fault);
  expect(await broken.capture(request)).toMatchObject({ status });
  expect(sandbox.truth.requests({ provider: 'payfull' })).toBeLessThanOrEqual(1);
});

test.each<FaultName>(['unauthorized', 'rate-limited'])(
  'fault %s: nothing is captured, and nothing says so',
  async (fault) => {
    const { broken, truth } = world(fault);
    expect(['declined', 'unknown']).toContain((await broken.capture(request)).status);
    expect(truth()).toEqual([]);
  },
);

test('what it can do is a constant', () => {
  expect(createPayfull({ merchant: 'm', password: 'p', baseUrl: 'https://shop.payfull.com' }).capabilities).toBe(
    capabilities,
  );
  expect(capabilities.lookupBy).toEqual(['reference']);
});
