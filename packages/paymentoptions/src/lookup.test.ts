import { resolveOutcome, type LookupKeys } from '@capture/core';
import { issuesOf, loopback, printed, respondingWith } from '@capture/testing';
import { describe, expect, test } from 'vitest';
import { captureId, connect, request, sample } from '../test/support.ts';

const { authorizationId, amount } = request;

/** A status response: the envelope of a capture with 200, and the reference in one place only. */
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

const lookup = (body: unknown, keys: LookupKeys, status = 200) =>
  connect({ fetch: respondingWith(status, body).fetch }).lookup(keys as LookupKeys<'captureId'>);

test('a lookup requests the capture by its percent-encoded id, with both headers and no body', async () => {
  const { baseUrl: local, requests } = await loopback(200, found);
  await connect({ baseUrl: local }).lookup({ captureId: 'a:b', authorizationId });
  expect(requests).toMatchObject([
    {
      method: 'GET',
      path: '/server-to-server-interface/transaction/status/a%3Ab',
      headers: { authorization: 'Basic key-of-x-api-key', 'x-api-key': 'key-of-x-api-key' },
      body: '',
    },
  ]);
});

test('a lookup of a capture without an id requests the authorization', async () => {
  const { fetch, requests } = respondingWith(200, parent());
  await connect({ fetch }).lookup({ authorizationId, amount });
  expect(requests[0]?.path).toBe(
    `https://api-dev.paymentoptions.com/api/v1/api/v1/server-to-server-interface/transaction/status/${authorizationId}`,
  );
});

test('a lookup by reference is refused, because there is none', async () => {
  expect(await issuesOf(() => lookup(found, { reference: 'qwe' }))).toHaveLength(1);
});

describe('lookups by the id of the capture', () => {
  test('a lookup that finds the capture is captured, with the code of a capture or of a payment', async () => {
    const expected = { status: 'captured', decides: true, captureId, amountCheck: 'match' };
    expect(await lookup(found, { captureId, amount, reference: 'qwe' })).toMatchObject(expected);
    expect(await lookup({ ...found, gateway_response: purchaseCode }, { captureId, amount })).toMatchObject(expected);
  });

  test('a lookup without an amount to compare reports that', async () => {
    expect(await lookup(found, { captureId })).toMatchObject({ status: 'captured', amountCheck: 'not-requested' });
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
    ['a response_code of -8000', { payment_details: { ...details, response_code: -8000 } }, 200],
    ['a status_code of 201', { status_code: 201 }, 200],
    ['the capture with HTTP 500', {}, 500],
  ])('a lookup that finds %s is unknown', async (_what, over, status) => {
    expect(await lookup({ ...found, ...over }, { captureId, amount, reference: 'qwe' }, status)).toMatchObject({
      status: 'unknown',
      decides: false,
      captureId: undefined,
    });
  });
});

describe('lookups by the id of the authorization', () => {
  const keys = { authorizationId, amount, reference: 'qwe' };

  test('a lookup that finds the authorization is undecidable: a later capture need not show', async () => {
    expect(await lookup(parent(), keys)).toMatchObject({ status: 'undecidable', decides: false, error: undefined });
  });

  test.each([
    ['a capture, for all of the amount', capturedParent, keys],
    ['a capture, and no other is known', capturedParent, { ...keys, knownCaptureIds: [] }],
    ['another transaction', { ...capturedParent, transaction_details: { id: captureId } }, keys],
    ['a purchase, which is CAPTURE too', { ...capturedParent, gateway_response: purchaseCode }, keys],
    ['a void', parent({ transaction_type: 'VOID' }), keys],
    ['a capture of less', { ...capturedParent, payment_details: { ...details, amount: 999 } }, keys],
    ['a capture in another currency', { ...capturedParent, payment_details: { ...details, currency: 'KRW' } }, keys],
    ['a capture without an amount', { ...capturedParent, payment_details: undefined }, keys],
    ['a capture, without an amount to compare', capturedParent, { authorizationId }],
  ])('a lookup that finds %s is undecidable', async (_what, body, by) => {
    expect(await lookup(body, by)).toMatchObject({ status: 'undecidable', decides: false });
  });
});

describe('refused lookups', () => {
  const refusal = (code: string) => ({ success: false, gateway_response: { type: 'ERROR', code, message: 'No' } });

  test('a lookup that is refused with HTTP 404 is not found, which decides nothing', async () => {
    expect(await lookup(refusal('ERR2001'), { captureId }, 404)).toMatchObject({ status: 'not-found', decides: false });
  });

  test.each([
    ['another server’s 404', { success: false, message: 'Not Found' }, 404, 'unknown_status'],
    ['403', refusal('ERR1001'), 403, 'credentials_rejected'],
    ['429', refusal('ERR1002'), 429, 'rate_limited'],
  ])('a lookup that gets %s is unknown', async (_what, body, status, code) => {
    expect(await lookup(body, { captureId }, status)).toMatchObject({ status: 'unknown', error: { code } });
  });

  test.each([
    [200, 'ERR3001', 'provider_error'],
    [400, 'ERR3002', 'provider_error'],
    [401, 'ERR1001', 'credentials_rejected'],
    [500, 'ERR9999', 'provider_error'],
  ])('a lookup that is refused with HTTP %i and %s is unknown, never declined', async (status, providerCode, code) => {
    expect(await lookup(refusal(providerCode), { captureId }, status)).toMatchObject({
      status: 'unknown',
      decides: false,
      error: { code, providerCode },
    });
  });
});

test('the card that a status response repeats is left out of the result', async () => {
  expect(printed(await lookup(found, { captureId }))).not.toMatch(/52000000|John Doe/);
});

describe('the environment that a response states', () => {
  const clientOf = (body: unknown, status: number) =>
    connect({ fetch: respondingWith(status, body).fetch, environment: 'live', expect: 'live' });
  const refusal = { success: false, status_code: 404, is_live: false, gateway_response: { code: 'ERR2001' } };

  test.each([true, false])('%s decides over the host', async (live) => {
    const client = connect({ fetch: respondingWith(201, { ...sample, is_live: live }).fetch });
    expect(await client.capture(request)).toMatchObject({ status: 'captured', live });
  });

  test('makes a refusal by a test unknown where a live one is expected, in captures and lookups', async () => {
    const other = { status: 'unknown', live: false, error: { code: 'other_environment' } };
    const client = clientOf(refusal, 404);
    expect(await client.capture(request)).toMatchObject(other);
    expect(await client.lookup({ captureId })).toMatchObject({ ...other, decides: false });
  });

  test('leaves it to the host where it is null', async () => {
    expect(await clientOf({ ...sample, is_live: null }, 201).capture(request)).toMatchObject({
      status: 'captured',
      live: true,
    });
  });
});

test.each<[string, object | string]>([
  ['another amount', { payment_details: { ...details, amount: 1001 } }],
  ['an amount in words', { payment_details: { ...details, amount: ['1000 JPY'] } }],
  ['no amount', { payment_details: { ...details, amount: null } }],
  ['another status code', { status_code: 400 }],
  ['a success in words', { success: 'true' }],
  ['a gateway response that is a list', { gateway_response: ['INFO0001'] }],
  ['an amount twice', JSON.stringify(sample).replace('"amount"', '"amount":1000,"amount"')],
])('a capture whose response has %s is unknown, and its id leads to the outcome', async (_what, change) => {
  const body = typeof change === 'string' ? change : { ...sample, ...change };
  const result = await connect({ fetch: respondingWith(201, body).fetch }).capture(request);
  if (result.status !== 'unknown') throw new Error(result.status);
  expect(result.lookupKeys.captureId).toBe(captureId);
  const resolution = await resolveOutcome(connect({ fetch: respondingWith(200, found).fetch }), result, {
    delays: [0],
    wait: () => Promise.resolve(),
  });
  expect(resolution).toMatchObject({ status: 'captured', ended: 'decided', lastLookup: { captureId } });
});
