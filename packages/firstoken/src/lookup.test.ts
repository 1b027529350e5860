import type { LookupKeys } from '@capture/core';
import { issuesOf, loopback, respondingWith } from '@capture/testing';
import { describe, expect, test } from 'vitest';
import { apiKey, captureId, connect, request } from '../test/support.ts';

const { authorizationId, reference, amount } = request;

/** As documented under "Get Transaction Details": the amount has another name and is a number. */
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

function lookup(body: unknown, keys: LookupKeys, status = 200) {
  return connect({ fetch: respondingWith(status, body).fetch }).lookup(keys as LookupKeys<'captureId'>);
}

test('a lookup requests the details of the capture, by its percent-encoded id and without a body', async () => {
  const { baseUrl, requests } = await loopback(200, details());
  await connect({ baseUrl }).lookup({ captureId: 'a:b', authorizationId });
  expect(requests).toMatchObject([
    { method: 'GET', path: '/v1/payments/transactions/a%3Ab', headers: { 'x-api-key': apiKey }, body: '' },
  ]);
});

test('a lookup of a capture without an id requests the authorization', async () => {
  const { fetch, requests } = respondingWith(200, parent());
  await connect({ fetch }).lookup({ authorizationId, reference, amount });
  expect(requests[0]?.path).toBe(`https://api.firstoken.co/v1/payments/transactions/${authorizationId}`);
});

test('a lookup without either id is refused: there is none by reference', async () => {
  expect(await issuesOf(() => lookup(details(), { reference }))).toHaveLength(1);
});

describe('lookups by the id of the capture', () => {
  const keys = { captureId, reference, amount };

  test.each(['payment_response', 'transaction_details_response', 'capture_response'])(
    'a lookup that finds the capture as Captured is captured (%s)',
    async (type) => {
      expect(await lookup(details({ type }), keys)).toMatchObject({
        status: 'captured',
        decides: true,
        captureId,
        amountCheck: 'match',
        providerTime: { instant: '2024-02-27T18:37:08.000Z' },
      });
    },
  );

  test('a lookup that finds the capture as Pending is pending, which decides nothing', async () => {
    expect(await lookup(details({ status: 'Pending' }), keys)).toMatchObject({ status: 'pending', decides: false });
  });

  test('a lookup that finds the capture as Declined is declined', async () => {
    expect(await lookup(details({ status: 'Declined', response_code: '05' }), keys)).toMatchObject({
      status: 'declined',
      decides: true,
      error: { code: 'declined', providerCode: '05' },
    });
  });

  test('a lookup reads the amount under the name that it has in a capture too', async () => {
    const response = details({}, { authorized_amount: undefined, total_amount: '1000.00' });
    expect(await lookup(response, keys)).toMatchObject({ status: 'captured', amountCheck: 'match' });
  });

  test.each(['Authorized', 'Collected', 'Reversed', 'Voided', 'Failed', 'captured', undefined])(
    'a lookup that finds the capture as %s is undecidable',
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
    ['the capture with HTTP 500', details(), 500],
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
  ])('a lookup that finds %s is unknown', async (_what, body, status) => {
    expect(await lookup(body, keys, status)).toMatchObject({ status: 'unknown', decides: false });
  });
});

describe('lookups by the id of the authorization', () => {
  const keys = { authorizationId, reference, amount };

  test('a lookup that finds the authorization as Authorized is undecidable: a capture need not show', async () => {
    expect(await lookup(parent({ status: 'Authorized' }), keys)).toMatchObject({
      status: 'undecidable',
      decides: false,
    });
  });

  test.each([
    ['Captured, for all of the amount and with our reference', parent(), keys],
    ['Captured, and no other capture is known', parent(), { ...keys, knownCaptureIds: [] }],
    ['Pending', parent({ status: 'Pending' }), keys],
    ['Declined', parent({ status: 'Declined' }), keys],
    ['Collected', parent({ status: 'Collected' }), keys],
    ['Captured with another reference', parent({ reference_code: 'authorization-1' }), keys],
    ['Captured, for a lookup without a reference', parent(), { authorizationId, amount }],
    ['Captured, for a lookup without an amount', parent(), { authorizationId, reference }],
    ['Captured, for a lookup of a part', parent(), { ...keys, amount: { minor: 50_000, currency: 'COP' } }],
    ['Captured without an amount', parent({}, { authorized_amount: undefined }), keys],
    ['Captured in another currency', parent({}, { currency: 'MXN' }), keys],
  ])('a lookup that finds the authorization as %s is undecidable', async (_what, body, by) => {
    expect(await lookup(body, by)).toMatchObject({ status: 'undecidable', decides: false });
  });

  test('a lookup of the authorization that finds another transaction decides nothing', async () => {
    expect(await lookup(details(), keys)).toMatchObject({ status: 'undecidable', decides: false });
  });
});

describe('refused lookups', () => {
  const refusal = { status: 'fail', message: 'No', data: '' };

  test('a lookup that is refused with HTTP 404 is not found, which decides nothing', async () => {
    expect(await lookup(refusal, { captureId }, 404)).toMatchObject({ status: 'not-found', decides: false });
  });

  test.each([
    [200, 'provider_error'],
    [400, 'provider_error'],
    [403, 'credentials_rejected'],
    [500, 'provider_error'],
  ])('a lookup that is refused with HTTP %i is unknown, never declined', async (status, code) => {
    const declined = { ...details({ status: 'Declined' }), status: 'fail' };
    for (const response of [refusal, declined])
      expect(await lookup(response, { captureId }, status)).toMatchObject({
        status: 'unknown',
        decides: false,
        error: { code },
      });
  });
});
