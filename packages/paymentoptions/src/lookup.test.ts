import { inspect } from 'node:util';
import { InvalidRequestError, type LookupKeys } from '@capture/core';
import { describe, expect, test } from 'vitest';
import { answering, loopback, sampleOf } from '@capture/testing';
import { createPaymentOptions } from './index.ts';

const options = {
  apiKey: 'key-of-x-api-key',
  merchantId: '< Merchant ID >',
  baseUrl: 'https://api-dev.paymentoptions.com/api/v1/api/v1',
};
const sample = sampleOf('paymentoptions').response.body;
const captureId = '9dfd39ec-eb4a-4f8b-a526-17abf140a717';
const authorizationId = 'e0b0731e-7170-4b64-8a21-7d835eebd641';
const amount = { minor: 1000, currency: 'JPY' };

/** A status answer: the envelope of a capture with 200, and the reference in one place only. */
const found = {
  ...sample,
  status_code: 200,
  transaction_details: { id: captureId, ref: 74819, timestamp: '2024-11-25T08:41:15.000Z' },
};
const purchaseCode = { version: '1', type: 'INFO', message: 'Payment Successful.', code: 'INFO0000' };
/** The state of the authorization, with this laid over it. */
const parent = (over: object = {}) => ({
  ...found,
  transaction_type: 'PRE_AUTH',
  gateway_response: purchaseCode,
  transaction_details: { id: authorizationId },
  ...over,
});
const capturedParent = parent({ transaction_type: 'CAPTURE', gateway_response: sample['gateway_response'] });
const details = sample['payment_details'] as object;

function lookup(answer: unknown, keys: LookupKeys, status = 200) {
  return createPaymentOptions({ ...options, fetch: answering(status, answer).fetch }).lookup(
    keys as LookupKeys<'captureId'>,
  );
}

test('asks for the status of the capture, by its percent-encoded id, with both headers and no body', async () => {
  const { baseUrl, arrived } = await loopback(200, found);
  await createPaymentOptions({ ...options, baseUrl }).lookup({ captureId: 'a:b', authorizationId });
  expect(arrived).toMatchObject([
    {
      method: 'GET',
      path: '/server-to-server-interface/transaction/status/a%3Ab',
      headers: { authorization: 'Basic key-of-x-api-key', 'x-api-key': 'key-of-x-api-key' },
      body: '',
    },
  ]);
});

test('asks for the authorization where the capture has no id yet', async () => {
  const { fetch, asked } = answering(200, parent());
  await createPaymentOptions({ ...options, fetch }).lookup({ authorizationId, amount });
  expect(asked[0]?.path).toBe(`${options.baseUrl}/server-to-server-interface/transaction/status/${authorizationId}`);
});

test('needs one of the two ids: there is none by reference', async () => {
  const error: unknown = await lookup(found, { reference: 'qwe' }).catch((thrown: unknown) => thrown);
  expect(InvalidRequestError.is(error)).toBe(true);
});

describe('by the id of the capture', () => {
  test('captured, with the code of a capture or of a payment', async () => {
    const expected = { status: 'captured', decides: true, captureId, amountCheck: 'matched' };
    expect(await lookup(found, { captureId, amount, reference: 'qwe' })).toMatchObject(expected);
    expect(await lookup({ ...found, gateway_response: purchaseCode }, { captureId, amount })).toMatchObject(expected);
  });

  test('without an amount to compare it says so', async () => {
    expect(await lookup(found, { captureId })).toMatchObject({ status: 'captured', amountCheck: 'not-reported' });
  });

  test.each([
    ['another transaction', { transaction_details: { id: authorizationId } }, 200],
    ['no id', { transaction_details: {} }, 200],
    ['another merchant', { merchant_details: { mid: 'another', merchant_txn_ref: 'qwe' } }, 200],
    ['another reference', { merchant_details: { merchant_txn_ref: 'another' } }, 200],
    ['no reference', { merchant_details: {} }, 200],
    ['another amount', { payment_details: { ...details, amount: 999 } }, 200],
    ['no amount', { payment_details: { ...details, amount: null } }, 200],
    ['an authorization', { transaction_type: 'PRE_AUTH' }, 200],
    ['a refund', { transaction_type: 'REFUND', gateway_response: { type: 'INFO', code: 'INFO0002' } }, 200],
    ['response_code -8000', { payment_details: { ...details, response_code: -8000 } }, 200],
    ['status_code 201', { status_code: 201 }, 200],
    ['HTTP 500', {}, 500],
  ])('unknown where it shows %s', async (_what, over, status) => {
    expect(await lookup({ ...found, ...over }, { captureId, amount, reference: 'qwe' }, status)).toMatchObject({
      status: 'unknown',
      decides: false,
      captureId: undefined,
    });
  });
});

describe('by the id of the authorization', () => {
  const keys = { authorizationId, amount, reference: 'qwe' };

  test('undecidable where it is an authorization: nobody says that a later capture would show', async () => {
    expect(await lookup(parent(), keys)).toMatchObject({ status: 'undecidable', decides: false, error: undefined });
  });

  test('captured only where the authorization itself says so, for this amount', async () => {
    expect(await lookup(capturedParent, keys)).toMatchObject({
      status: 'captured',
      decides: true,
      captureId: authorizationId,
      amountCheck: 'matched',
    });
  });

  test.each([
    ['a purchase, which is CAPTURE too', { ...capturedParent, gateway_response: purchaseCode }, keys],
    ['a void', parent({ transaction_type: 'VOID' }), keys],
    ['a capture of less', { ...capturedParent, payment_details: { ...details, amount: 999 } }, keys],
    ['a capture in another currency', { ...capturedParent, payment_details: { ...details, currency: 'KRW' } }, keys],
    ['a capture without an amount', { ...capturedParent, payment_details: undefined }, keys],
    ['a capture when no amount was asked', capturedParent, { authorizationId }],
  ])('undecidable: %s', async (_what, answer, asked) => {
    expect(await lookup(answer, asked)).toMatchObject({ status: 'undecidable', decides: false });
  });

  test.each([
    ['another transaction', { transaction_details: { id: captureId } }],
    ['another reference', { merchant_details: { merchant_txn_ref: 'another' } }],
    ['response_code -8000', { payment_details: { ...details, response_code: -8000 } }],
  ])('unknown where a capture of %s is shown', async (_what, over) => {
    expect(await lookup({ ...capturedParent, ...over }, keys)).toMatchObject({ status: 'unknown', decides: false });
  });
});

describe('a refused look-up says nothing about the capture', () => {
  const refusal = (code: string) => ({ success: false, gateway_response: { type: 'ERROR', code, message: 'No' } });

  test('not-found with 404, which proves nothing by itself', async () => {
    expect(await lookup(refusal('ERR2001'), { captureId }, 404)).toMatchObject({ status: 'not-found', decides: false });
  });

  test.each([
    [200, 'ERR3001', 'provider_error'],
    [400, 'ERR3002', 'provider_error'],
    [401, 'ERR1001', 'credentials_rejected'],
    [500, 'ERR9999', 'provider_error'],
  ])('unknown with HTTP %i and %s, never declined', async (status, providerCode, code) => {
    expect(await lookup(refusal(providerCode), { captureId }, status)).toMatchObject({
      status: 'unknown',
      decides: false,
      error: { code, providerCode },
    });
  });
});

test('nothing of the card number that a status answer repeats is left', async () => {
  const result = await lookup(found, { captureId });
  expect(inspect(result, { depth: Infinity, showHidden: true }) + JSON.stringify(result)).not.toMatch(
    /52000000|John Doe/,
  );
});
