import { describe, expect, test } from 'vitest';
import { post } from '../../../test/flow.ts';
import { send, type Body } from '../../../test/sample.ts';
import { createSandbox, type Sandbox } from '../../index.ts';

const get = (sandbox: Sandbox, path: string) =>
  send(sandbox, 'freepayment', { method: 'GET', path: `/transactions/${path}` });
const amount = { minor: 3245, currency: 'USD' };
const capture = (sandbox: Sandbox, request: Body) =>
  send(sandbox, 'freepayment', { edit: (body) => Object.assign(body['request'] as Body, request) });

describe('an invalid request is refused and captures nothing', () => {
  test.each<[string, number, Body, Parameters<typeof send>[2]]>([
    [
      'a wrong secret key',
      401,
      { system: ['Invalid shop_id/secret_key.'] },
      { headers: { authorization: 'Basic eDp5' } },
    ],
    [
      'no amount',
      422,
      { request: { amount: ['is missing'] } },
      { edit: (body) => delete (body['request'] as Body)['amount'] },
    ],
    [
      'a fraction',
      422,
      { request: { amount: ['has to be an integer'] } },
      { edit: (body) => ((body['request'] as Body)['amount'] = 0.5) },
    ],
    [
      'an amount as a string',
      422,
      { request: { amount: ['has to be a number'] } },
      { edit: (body) => ((body['request'] as Body)['amount'] = '50') },
    ],
    [
      'another currency',
      422,
      { request: { currency: ['differs from the authorization'] } },
      { edit: (body) => ((body['request'] as Body)['currency'] = 'EUR') },
    ],
    [
      'an unknown parent',
      422,
      { request: { parent_uid: ['there is no such authorization'] } },
      { edit: (body) => ((body['request'] as Body)['parent_uid'] = '1-0') },
    ],
    [
      'a tracking_id, which is undocumented here',
      422,
      { request: ['has a field that is not documented'] },
      { edit: (body) => ((body['request'] as Body)['tracking_id'] = 'a') },
    ],
    [
      'no wrapper',
      422,
      { system: ['has a field that is not documented'] },
      { rawBody: '{"parent_uid":"1-310b0da80b","amount":50}' },
    ],
  ])('%s is refused with status %i', async (_, status, errors, change) => {
    const sandbox = createSandbox();
    expect(await send(sandbox, 'freepayment', change)).toMatchObject({ status, body: { errors } });
    expect(sandbox.truth.captures()).toEqual([]);
  });
});

test('partial captures are accepted until the authorized amount is used up', async () => {
  const sandbox = createSandbox();
  const { id } = sandbox.authorize({ provider: 'freepayment', amount });
  await capture(sandbox, { parent_uid: id, amount: 3000 });
  expect(sandbox.truth.authorizations()).toContainEqual(
    expect.objectContaining({ id, remainingAmount: { minor: 245, currency: 'USD' }, state: 'partially-captured' }),
  );
  const over = await capture(sandbox, { parent_uid: id, amount: 246 });
  expect(over).toMatchObject({
    status: 422,
    body: { message: expect.stringMatching(/^Amount can't be greater than/) as string },
  });
  expect(await capture(sandbox, { parent_uid: id, amount: 245, currency: 'USD' })).toMatchObject({ status: 200 });
  expect(sandbox.truth.captures({ authorizationId: id }).map((one) => one.amount.minor)).toEqual([3000, 245]);
});

test.each([
  ['decline-insufficient-funds', 'failed', 'F.0114', 'declined'],
  ['pending', 'pending', undefined, 'pending'],
])('the capture of an authorization with the tracking_id %s is %s', async (reference, status, code, state) => {
  const sandbox = createSandbox();
  const { id } = sandbox.authorize({ provider: 'freepayment', amount, reference });
  const { status: http, body } = await capture(sandbox, { parent_uid: id });
  expect(http).toBe(200);
  expect(body).toMatchObject({ transaction: { status, tracking_id: reference, capture: { status } } });
  expect((body['transaction'] as Body)['code']).toBe(code);
  expect(sandbox.truth.captures()).toMatchObject([{ state, reference }]);
});

test('a pending capture that is completed as declined has the code of an issuer decline', async () => {
  const sandbox = createSandbox();
  const { id } = sandbox.authorize({ provider: 'freepayment', amount, reference: 'pending' });
  const { body } = await capture(sandbox, { parent_uid: id });
  const captureId = String((body['transaction'] as Body)['uid']);
  sandbox.completePending({ provider: 'freepayment', captureId, state: 'declined' });
  expect((await get(sandbox, captureId)).body).toMatchObject({ transaction: { status: 'failed', code: 'F.0105' } });
});

describe('lookups', () => {
  test('a lookup by uid returns one transaction, which may be an authorization', async () => {
    const sandbox = createSandbox();
    const { body } = await send(sandbox, 'freepayment');
    expect((await get(sandbox, String((body['transaction'] as Body)['uid']))).body).toEqual(body);
    expect((await get(sandbox, '1-310b0da80b')).body).toMatchObject({ transaction: { type: 'authorization' } });
    expect(await get(sandbox, '9-0')).toMatchObject({ status: 404 });
  });

  test('a lookup by tracking_id returns the parent and its captures, for each of several ids', async () => {
    const sandbox = createSandbox();
    const { id } = sandbox.authorize({ provider: 'freepayment', amount, reference: 'order 1;b' });
    await capture(sandbox, { parent_uid: id, amount: 10 });
    await capture(sandbox, { parent_uid: id, amount: 20 });
    for (const trackingId of ['order%201', 'b', 'order%201%3Bb']) {
      const { body } = await get(sandbox, `tracking_id/${trackingId}`);
      expect((body['transactions'] as Body[]).map((one) => [one['type'] as string, one['amount'] as number])).toEqual([
        ['capture', 20],
        ['capture', 10],
        ['authorization', 3245],
      ]);
    }
    expect((await get(sandbox, 'tracking_id/unknown')).body).toEqual({ transactions: [] });
  });
});

describe('payments, voids and refunds', () => {
  const sent = { amount: 1000, currency: 'USD', description: 'Order 7', method: { type: 'erip' } };

  test('a payment takes money at once, and its notification goes to the address in its request', async () => {
    const sandbox = createSandbox();
    const notification_url = 'http://127.0.0.1:1/hook';
    const { body } = await post(sandbox, 'freepayment', '/transactions/payments', {
      request: { ...sent, tracking_id: 'order-7', notification_url },
    });
    expect(body).toMatchObject({
      transaction: { type: 'payment', status: 'successful', method_type: 'erip', payment: { status: 'successful' } },
    });
    expect(sandbox.truth.captures()).toMatchObject([{ state: 'captured', reference: 'order-7' }]);
    expect(sandbox.notifications.list()).toMatchObject([{ url: notification_url }]);
  });

  test('a tracking_id decides the outcome of an authorization, and a pending one is ended later', async () => {
    const sandbox = createSandbox();
    const made = await post(sandbox, 'freepayment', '/transactions/authorizations', {
      request: { ...sent, tracking_id: 'authorization-pending-7' },
    });
    const { uid, status } = made.body['transaction'] as Body;
    expect(status).toBe('pending');
    const captureAll = () => capture(sandbox, { parent_uid: uid as string, amount: 1000 });
    expect((await captureAll()).status).toBe(422);
    sandbox.completeAuthorization({ provider: 'freepayment', id: uid as string, state: 'authorized' });
    expect((await captureAll()).status).toBe(200);
    const declined = await post(sandbox, 'freepayment', '/transactions/authorizations', {
      request: { ...sent, tracking_id: 'authorization-decline-insufficient-funds' },
    });
    expect(declined.body).toMatchObject({ transaction: { status: 'failed', code: 'F.0114' } });
  });

  test('a refund without an amount returns what is left, and is found by its own tracking_id', async () => {
    const sandbox = createSandbox();
    const { body } = await send(sandbox, 'freepayment');
    const parent_uid = (body['transaction'] as Body)['uid'] as string;
    await post(sandbox, 'freepayment', '/transactions/refunds', { request: { parent_uid, reason: 'a', amount: 20 } });
    const rest = await post(sandbox, 'freepayment', '/transactions/refunds', {
      request: { parent_uid, reason: 'b', tracking_id: 'back-7' },
    });
    expect(rest.body).toMatchObject({ transaction: { type: 'refund', amount: 30, parent_uid } });
    expect((await get(sandbox, 'tracking_id/back-7')).body).toEqual({ transactions: [rest.body['transaction']] });
    const third = await post(sandbox, 'freepayment', '/transactions/refunds', { request: { parent_uid, reason: 'c' } });
    expect(third).toMatchObject({
      status: 422,
      body: { errors: { request: { amount: ['nothing is left to refund'] } } },
    });
  });

  test('a void is of the whole amount', async () => {
    const request = { parent_uid: '1-310b0da80b', amount: 49 };
    expect((await post(createSandbox(), 'freepayment', '/transactions/voids', { request })).status).toBe(422);
  });
});
