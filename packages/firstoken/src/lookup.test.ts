import { InvalidRequestError, type LookupKeys } from '@capture/core';
import { describe, expect, test } from 'vitest';
import { answering, loopback } from '@capture/testing';
import { createFirstoken } from './index.ts';

const apiKey = 'key-of-firstoken';
const captureId = '0001708980791641783622';
const authorizationId = '0001708980782641783611';
const reference = '123456789';
const amount = { minor: 100_000, currency: 'COP' };

/** Transaction details, as the provider's page "Get Transaction Details" has them: the amount has another name and is a number. */
function details(over: object = {}, amounts: object = {}) {
  return {
    status: 'success',
    data: {
      order_info: { amount_details: { currency: 'COP', authorized_amount: 1000, ...amounts } },
      processor_info: { approval_code: '831000', transaction_id: '016153570198200' },
      transaction_info: {
        type: 'payment_response',
        status: 'Captured',
        created_at: '2024-02-27T18:37:08Z',
        request_id: '7090590278666030704951',
        response_code: '00',
        reference_code: reference,
        transaction_id: captureId,
        ...over,
      },
    },
  };
}
const parent = (over: object = {}, amounts: object = {}) =>
  details({ transaction_id: authorizationId, ...over }, amounts);

function lookup(answer: unknown, keys: LookupKeys, status = 200) {
  return createFirstoken({ apiKey, fetch: answering(status, answer).fetch }).lookup(keys as LookupKeys<'captureId'>);
}

test('asks for the details of the capture, by its percent-encoded id and without a body', async () => {
  const { baseUrl, arrived } = await loopback(200, details());
  await createFirstoken({ apiKey, baseUrl }).lookup({ captureId: 'a:b', authorizationId });
  expect(arrived).toMatchObject([
    { method: 'GET', path: '/v1/payments/transactions/a%3Ab', headers: { 'x-api-key': apiKey }, body: '' },
  ]);
});

test('asks for the authorization where the capture has no id yet', async () => {
  const { fetch, asked } = answering(200, parent());
  await createFirstoken({ apiKey, fetch }).lookup({ authorizationId, reference, amount });
  expect(asked[0]?.path).toBe(`https://api.firstoken.co/v1/payments/transactions/${authorizationId}`);
});

test('needs one of the two ids: there is none by reference', async () => {
  const error: unknown = await lookup(details(), { reference }).catch((thrown: unknown) => thrown);
  expect(InvalidRequestError.is(error)).toBe(true);
});

describe('by the id of the capture', () => {
  const keys = { captureId, reference, amount };

  test.each(['payment_response', 'transaction_details_response', 'capture_response'])(
    'Captured is captured (%s)',
    async (type) => {
      expect(await lookup(details({ type }), keys)).toMatchObject({
        status: 'captured',
        decides: true,
        captureId,
        amountCheck: 'matched',
        providerTime: { instant: '2024-02-27T18:37:08.000Z' },
      });
    },
  );

  test('Pending is still pending, which decides nothing', async () => {
    expect(await lookup(details({ status: 'Pending' }), keys)).toMatchObject({ status: 'pending', decides: false });
  });

  test('Declined is declined', async () => {
    expect(await lookup(details({ status: 'Declined', response_code: '05' }), keys)).toMatchObject({
      status: 'declined',
      decides: true,
      error: { code: 'declined', providerCode: '05' },
    });
  });

  test('the amount may have the name that it has in a capture', async () => {
    const answer = details({}, { authorized_amount: undefined, total_amount: '1000.00' });
    expect(await lookup(answer, keys)).toMatchObject({ status: 'captured', amountCheck: 'matched' });
  });

  test.each(['Authorized', 'Collected', 'Reversed', 'Voided', 'Failed', 'captured', undefined])(
    'undecidable where the state is %s',
    async (status) => {
      expect(await lookup(details({ status }), keys)).toMatchObject({ status: 'undecidable', decides: false });
    },
  );

  test.each([
    ['another transaction', details({ transaction_id: authorizationId }), 200],
    ['no id', details({ transaction_id: undefined }), 200],
    ['another reference', details({ reference_code: '123456780' }), 200],
    ['another operation', details({ type: 'refund_response' }), 200],
    ['another amount', details({}, { authorized_amount: 999 }), 200],
    ['no amount', details({}, { authorized_amount: undefined }), 200],
    ['HTTP 500', details(), 500],
    ['Captured with the code of a refusal', details({ response_code: '05' }), 200],
    ['Declined with the code of an approval', details({ status: 'Declined' }), 200],
    [
      'a refusal of another amount',
      details({ status: 'Declined', response_code: '05' }, { authorized_amount: 9 }),
      200,
    ],
    [
      'a refusal of another',
      details({ status: 'Declined', response_code: '05', transaction_id: authorizationId }),
      200,
    ],
  ])('unknown where it shows %s', async (_what, answer, status) => {
    expect(await lookup(answer, keys, status)).toMatchObject({ status: 'unknown', decides: false });
  });
});

describe('by the id of the authorization', () => {
  const keys = { authorizationId, reference, amount };

  test('undecidable where it is Authorized: nobody says that a later capture would show', async () => {
    expect(await lookup(parent({ status: 'Authorized' }), keys)).toMatchObject({
      status: 'undecidable',
      decides: false,
    });
  });

  test('captured only where the authorization itself is Captured with our reference, for the whole of it', async () => {
    expect(await lookup(parent(), keys)).toMatchObject({
      status: 'captured',
      decides: true,
      captureId: authorizationId,
      amountCheck: 'matched',
    });
  });

  test.each([
    ['Pending', parent({ status: 'Pending' }), keys],
    ['Declined', parent({ status: 'Declined' }), keys],
    ['Collected', parent({ status: 'Collected' }), keys],
    ['Captured with another reference', parent({ reference_code: 'authorization-1' }), keys],
    ['Captured when no reference was asked', parent(), { authorizationId, amount }],
    ['Captured when no amount was asked', parent(), { authorizationId, reference }],
    ['Captured when a part was asked', parent(), { ...keys, amount: { minor: 50_000, currency: 'COP' } }],
    ['Captured without an amount', parent({}, { authorized_amount: undefined }), keys],
    ['Captured in another currency', parent({}, { currency: 'MXN' }), keys],
  ])('undecidable: %s', async (_what, answer, asked) => {
    expect(await lookup(answer, asked)).toMatchObject({ status: 'undecidable', decides: false });
  });

  test('unknown where another transaction is shown', async () => {
    expect(await lookup(details(), keys)).toMatchObject({ status: 'unknown', decides: false });
  });
});

describe('a refused look-up says nothing about the capture', () => {
  const refusal = { status: 'fail', message: 'No', data: '' };

  test('not-found with 404, which proves nothing by itself', async () => {
    expect(await lookup(refusal, { captureId }, 404)).toMatchObject({ status: 'not-found', decides: false });
  });

  test.each([
    [200, 'provider_error'],
    [400, 'provider_error'],
    [403, 'credentials_rejected'],
    [500, 'provider_error'],
  ])('unknown with HTTP %i, never declined', async (status, code) => {
    const declined = { ...details({ status: 'Declined' }), status: 'fail' };
    for (const answer of [refusal, declined])
      expect(await lookup(answer, { captureId }, status)).toMatchObject({
        status: 'unknown',
        decides: false,
        error: { code },
      });
  });
});
