import { money } from '@capture/core';
import { createSandbox, type FaultName, type SandboxOptions } from '@capture/sandbox';
import { describe, expect, test } from 'vitest';
import { capabilities, createFirstoken } from './provider.ts';

/** The page's sample. */
const request = {
  authorizationId: '0001708980782641783611',
  amount: money('1000', 'COP'),
  reference: '123456789',
  installments: 1,
  clientIp: '12.7.8.120',
} as const;

function world({ fault, ...options }: SandboxOptions & { fault?: FaultName } = {}) {
  const sandbox = createSandbox(options);
  const connect = (change = {}) =>
    createFirstoken({ ...sandbox.credentials.firstoken, fetch: sandbox.fetch, ...change });
  const broken = connect(fault ? { baseUrl: sandbox.baseUrl('firstoken', { fault }), timeout: 200 } : {});
  return {
    sandbox,
    connect,
    client: connect(),
    broken,
    truth: () => sandbox.truth.captures({ provider: 'firstoken' }),
  };
}

describe('against the sandbox', () => {
  test('the sample is pending under the default address, and its look-up shows what became of it', async () => {
    const { client, truth } = world();
    const result = await client.capture(request);
    if (result.status !== 'pending') throw new Error(result.status);
    expect(result).toMatchObject({ amountCheck: 'matched', reference: '123456789' });
    expect(truth()).toMatchObject([{ captureId: result.captureId, amount: request.amount, state: 'captured' }]);
    expect(await client.lookup(result.lookup)).toMatchObject({
      status: 'captured',
      decides: true,
      captureId: result.captureId,
      amountCheck: 'matched',
    });
  });

  test('over a server on loopback too', async () => {
    const { sandbox } = world();
    const server = await sandbox.listen();
    const client = createFirstoken({ ...sandbox.credentials.firstoken, baseUrl: server.baseUrl('firstoken') });
    expect(await client.capture(request)).toMatchObject({ status: 'pending' });
    await server.close();
  });

  test.each<['captured' | 'declined', boolean]>([
    ['captured', true],
    ['declined', true],
  ])('pending, then %s', async (state, decides) => {
    const { client, sandbox } = world();
    const result = await client.capture({ ...request, reference: 'pending' });
    if (result.status !== 'pending') throw new Error(result.status);
    expect(await client.lookup(result.lookup)).toMatchObject({ status: 'pending', decides: false });
    sandbox.completePending({ provider: 'firstoken', captureId: result.captureId, state });
    expect(await client.lookup(result.lookup)).toMatchObject({ status: state, decides });
  });

  test.each(['decline-insufficient-funds', 'decline-do-not-honor', 'decline-expired-card', 'decline-suspected-fraud'])(
    '%s',
    async (reference) => {
      const { client, truth } = world();
      expect(await client.capture({ ...request, reference })).toMatchObject({
        status: 'declined',
        error: { category: 'payment', moneyMoved: 'no' },
      });
      expect(truth().some(({ state }) => state === 'captured')).toBe(false);
    },
  );

  test('more than authorized is never captured, and nothing moves', async () => {
    const { client, truth } = world();
    const result = await client.capture({ ...request, amount: money('1001', 'COP') });
    expect(['declined', 'unknown']).toContain(result.status);
    expect(truth()).toEqual([]);
  });

  test('a second capture of the same authorization is unknown: the first may have been ours', async () => {
    const { client, truth } = world();
    expect(await client.capture(request)).toMatchObject({ status: 'pending' });
    expect(await client.capture(request)).toMatchObject({ status: 'unknown', error: { code: 'already_captured' } });
    expect(truth()).toHaveLength(1);
  });

  test('a wrong key is declined', async () => {
    const { connect, truth } = world();
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
    const lost = await broken.capture(request);
    if (lost.status !== 'unknown') throw new Error(lost.status);
    expect(truth()).toHaveLength(captures);
    expect(await client.lookup(lost.lookup)).toMatchObject({ status: 'undecidable', decides: false });
  });

  test.each<[FaultName, string]>([
    ['commit-then-drop', 'captured'],
    ['drop-before-commit', 'undecidable'],
  ])('after %s where the provider shows captures in the authorization: %s', async (fault, status) => {
    const { broken, client } = world({ fault, lookupShowsLaterCaptures: true });
    const lost = await broken.capture(request);
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
  ['unauthorized', 'unknown'],
  ['rate-limited', 'unknown'],
  ['redirect', 'unknown'],
  ['other-amount', 'unknown'],
  ['contradiction', 'unknown'],
])('fault %s: %s, and one request at most', async (fault, status) => {
  const { broken, sandbox } = world({ fault });
  expect(await broken.capture(request)).toMatchObject({ status });
  expect(sandbox.truth.requests({ provider: 'firstoken' })).toBeLessThanOrEqual(1);
});

test('what it can do is a constant', () => {
  expect(world().client.capabilities).toBe(capabilities);
  expect(capabilities).toMatchObject({ lookupBy: ['captureId', 'authorizationId'], lookupDecides: false });
});
