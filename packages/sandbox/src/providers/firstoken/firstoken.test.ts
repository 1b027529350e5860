import { describe, expect, test } from 'vitest';
import { send, type Body } from '../../../test/sample.ts';
import { createSandbox, type Sandbox } from '../../index.ts';

const SAMPLE_ID = '0001708980782641783611';
const details = (sandbox: Sandbox, id: string) =>
  send(sandbox, 'firstoken', { method: 'GET', path: `/v1/payments/transactions/${id}` });
const amountOf = (body: Body) => (body['capture_info'] as Body)['amount_details'] as Body;

test('a successful capture has outer status success, inner status Pending, and the amount as a string', async () => {
  const { body } = await send(createSandbox(), 'firstoken');
  expect(body).toMatchObject({
    status: 'success',
    data: {
      transaction_info: {
        status: 'Pending',
        reference_code: '123456789',
        transaction_id: expect.stringMatching(/^\d{22}$/) as string,
      },
      order_info: { amount_details: { total_amount: '1000.00', currency: 'COP' } },
    },
  });
});

describe('an invalid request is refused and captures nothing', () => {
  test.each<[string, number, Parameters<typeof send>[2]]>([
    ['a wrong key', 403, { headers: { 'x-api-key': 'other' } }],
    ['the amount as a string', 400, { edit: (body) => (amountOf(body)['total_amount'] = '1000') }],
    ['a fraction', 400, { edit: (body) => (amountOf(body)['total_amount'] = 999.5) }],
    ['another currency', 400, { edit: (body) => (amountOf(body)['currency'] = 'MXN') }],
    ['more than is authorized', 400, { edit: (body) => (amountOf(body)['total_amount'] = 1001) }],
    ['another type', 400, { edit: (body) => ((body['transaction_info'] as Body)['type'] = 'payment') }],
    ['a device_info without an address', 400, { edit: (body) => (body['device_info'] = {}) }],
    ['an invalid IP address', 400, { edit: (body) => ((body['device_info'] as Body)['ip_address'] = '12.7.8.320') }],
    ['zero installments', 400, { edit: (body) => ((body['capture_info'] as Body)['installments'] = 0) }],
    ['an undocumented field', 400, { edit: (body) => (body['order_info'] = {}) }],
    ['an unknown authorization', 400, { path: '/v1/payments/0000000000000000000000/capture' }],
    ['the placeholder of the page as id', 400, { path: '/v1/payments/:id/capture' }],
    ['another path', 404, { path: `/v1/payments/${SAMPLE_ID}/captures` }],
  ])('%s is refused with status %i', async (_, code, change) => {
    const sandbox = createSandbox();
    expect(await send(sandbox, 'firstoken', change)).toMatchObject({
      status: code,
      body: { status: 'fail', data: '' },
    });
    expect(sandbox.truth.captures()).toEqual([]);
  });
});

test('an authorization is captured once, and its reference_code may be used with another one', async () => {
  const sandbox = createSandbox();
  const { id } = sandbox.authorize({ provider: 'firstoken', amount: { minor: 100_000, currency: 'COP' } });
  await send(sandbox, 'firstoken', { edit: (body) => delete (body['capture_info'] as Body)['installments'] });
  expect(await send(sandbox, 'firstoken')).toMatchObject({
    status: 400,
    body: { message: 'Transaction already captured' },
  });
  await send(sandbox, 'firstoken', { path: `/v1/payments/${id}/capture` });
  expect(sandbox.truth.captures({ reference: '123456789' })).toHaveLength(2);
});

test('a decline has the outer status fail and the inner status Declined', async () => {
  const sandbox = createSandbox();
  const { body } = await send(sandbox, 'firstoken', {
    edit: (fields) => ((fields['transaction_info'] as Body)['reference_code'] = 'decline-expired-card'),
  });
  expect(body).toMatchObject({ status: 'fail', data: { transaction_info: { status: 'Declined' } } });
  expect(sandbox.truth.captures()).toMatchObject([{ state: 'declined' }]);
  expect(sandbox.truth.authorizations({ provider: 'firstoken' })).toMatchObject([
    { remainingAmount: { minor: 100_000 } },
  ]);
});

describe('lookups', () => {
  test.each([
    ['order-1', 'Captured'],
    ['pending-1', 'Pending'],
  ])('a lookup by the id of the capture %s responds %s, with the amount as a number', async (reference, status) => {
    const sandbox = createSandbox();
    await send(sandbox, 'firstoken', {
      edit: (body) => ((body['transaction_info'] as Body)['reference_code'] = reference),
    });
    const { body } = await details(sandbox, sandbox.truth.captures()[0]?.captureId ?? '');
    expect(body).toMatchObject({
      status: 'success',
      data: {
        transaction_info: { status, reference_code: reference },
        order_info: { amount_details: { authorized_amount: 1000, currency: 'COP' } },
      },
    });
  });

  test.each([
    [false, 'Authorized'],
    [true, 'Captured'],
  ])(
    'a lookup by the id of the authorization, with lookupShowsLaterCaptures %s, responds %s',
    async (lookupShowsLaterCaptures, status) => {
      const sandbox = createSandbox({ lookupShowsLaterCaptures });
      await send(sandbox, 'firstoken');
      const { body } = await details(sandbox, SAMPLE_ID);
      expect(body).toMatchObject({ data: { transaction_info: { status, transaction_id: SAMPLE_ID } } });
    },
  );

  test('a lookup by an unknown id responds 404', async () => {
    expect(await details(createSandbox(), '1')).toMatchObject({ status: 404, body: { status: 'fail' } });
  });
});
