import { describe, expect, test } from 'vitest';
import { send, type Body } from '../../../test/sample.ts';
import { createSandbox, type Sandbox } from '../../index.ts';

const SAMPLE_ID = 'e0b0731e-7170-4b64-8a21-7d835eebd641';
const status = (sandbox: Sandbox, id: string) =>
  send(sandbox, 'paymentoptions', { method: 'GET', path: `/server-to-server-interface/transaction/status/${id}` });

test('the response repeats the whole (test) card number, as documented', async () => {
  const { body } = await send(createSandbox(), 'paymentoptions');
  expect(body).toMatchObject({
    success: true,
    gateway_response: { code: 'INFO0001' },
    payment_details: { response_code: 0, amount: 1000, card: { number: '5200000000001005' } },
    transaction_details: { merchant_txn_ref: 'qwe' },
  });
});

describe('an invalid request is refused and captures nothing', () => {
  test.each<[string, number, Parameters<typeof send>[2]]>([
    ['no Basic before the key', 401, { headers: { authorization: 'YOUR_API_KEY_HERE' } }],
    ['a wrong Authorization', 401, { headers: { authorization: 'Basic other' } }],
    ['a wrong x-api-key', 401, { headers: { 'x-api-key': 'YOUR_API_KEY_HERE' } }],
    ['another merchant', 401, { edit: (body) => (body['merchant_id'] = 'other') }],
    ['the amount as a word', 400, { edit: (body) => (body['amount'] = 'all') }],
    ['the amount as a string of 11 characters', 400, { edit: (body) => (body['amount'] = '1000.000000') }],
    ['a fraction of a yen', 400, { edit: (body) => (body['amount'] = 10.5) }],
    ['a negative amount', 400, { edit: (body) => (body['amount'] = -1) }],
    ['no amount', 400, { edit: (body) => delete body['amount'] }],
    ['a currency, which is undocumented', 400, { edit: (body) => (body['currency'] = 'JPY') }],
    ['a duplicate amount', 400, { rawBody: '{"amount":1,"amount":1000}' }],
    ['an unknown authorization', 404, { edit: (body) => (body['transactionId'] = 'unknown') }],
    ['more than is authorized', 412, { edit: (body) => (body['amount'] = 1001) }],
    ['another content type', 406, { headers: { 'content-type': 'text/plain' } }],
  ])('%s is refused with status %i', async (_, code, change) => {
    const sandbox = createSandbox();
    const response = await send(sandbox, 'paymentoptions', change);
    expect(response).toMatchObject({ status: code, body: { success: false, status_code: code } });
    expect(sandbox.truth.captures()).toEqual([]);
  });
});

test('a partial capture releases the remaining amount, so a second capture is refused', async () => {
  const sandbox = createSandbox();
  await send(sandbox, 'paymentoptions', { edit: (body) => (body['amount'] = 400) });
  expect(sandbox.truth.authorizations({ provider: 'paymentoptions' })).toMatchObject([
    { capturedAmount: { minor: 400 }, remainingAmount: { minor: 0 }, state: 'captured' },
  ]);
  const again = await send(sandbox, 'paymentoptions', { edit: (body) => (body['amount'] = 1) });
  expect(again).toMatchObject({
    status: 412,
    body: { gateway_response: { message: expect.stringContaining('already captured') as string } },
  });
});

test('a currency with decimals is captured in major units', async () => {
  const sandbox = createSandbox();
  const { id } = sandbox.authorize({ provider: 'paymentoptions', amount: { minor: 1999, currency: 'USD' } });
  await send(sandbox, 'paymentoptions', { edit: (body) => Object.assign(body, { transactionId: id, amount: 19.99 }) });
  expect(sandbox.truth.captures({ authorizationId: id })).toMatchObject([{ amount: { minor: 1999, currency: 'USD' } }]);
});

test.each([
  ['decline-insufficient-funds', 51],
  ['decline-do-not-honor', 5],
  ['decline-expired-card', 54],
  ['decline-suspected-fraud', -8000],
])('the capture of an authorization with the reference %s is declined with response code %i', async (name, code) => {
  const sandbox = createSandbox();
  const amount = { minor: 1000, currency: 'JPY' };
  const { id } = sandbox.authorize({ provider: 'paymentoptions', amount, reference: `${name}-1` });
  const response = await send(sandbox, 'paymentoptions', { edit: (body) => (body['transactionId'] = id) });
  expect(response).toMatchObject({ status: 400, body: { success: false, payment_details: { response_code: code } } });
  expect(sandbox.truth.captures()).toMatchObject([{ state: 'declined' }]);
});

describe('lookups', () => {
  test('a lookup finds a capture by its own id', async () => {
    const sandbox = createSandbox();
    const { body } = await send(sandbox, 'paymentoptions');
    const { id } = body['transaction_details'] as Body;
    expect(await status(sandbox, String(id))).toMatchObject({
      status: 200,
      body: { success: true, status_code: 200, transaction_type: 'CAPTURE', payment_details: { amount: 1000 } },
    });
  });

  test.each([
    [false, 'PRE_AUTH', 1000],
    [true, 'CAPTURE', 400],
  ])(
    'a lookup by the id of the authorization, with lookupShowsLaterCaptures %s, responds %s with amount %i',
    async (lookupShowsLaterCaptures, type, amount) => {
      const sandbox = createSandbox({ lookupShowsLaterCaptures });
      await send(sandbox, 'paymentoptions', { edit: (body) => (body['amount'] = 400) });
      const { body } = await status(sandbox, SAMPLE_ID);
      expect(body).toMatchObject({
        transaction_type: type,
        payment_details: { amount },
        transaction_details: { id: SAMPLE_ID },
      });
    },
  );

  test('a lookup by an unknown id responds 404', async () => {
    expect(await status(createSandbox(), 'unknown')).toMatchObject({ status: 404, body: { success: false } });
  });
});
