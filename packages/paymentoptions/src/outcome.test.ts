import { comparedFields, describeResponseRules, printed, respondingWith } from '@capture/testing';
import { describe, expect, test } from 'vitest';
import { captureId, changed, connect, request, sample, verdict } from '../test/support.ts';

describe("the documented example's response", () => {
  test('the documented response is captured', async () => {
    expect(await verdict(sample, { reference: 'qwe' })).toMatchObject({
      status: 'captured',
      captureId,
      reference: 'qwe',
      reportedAmount: { minor: 1000, currency: 'JPY' },
      amountCheck: 'match',
      providerTime: { text: '2024-11-25T08:41:15.000Z', instant: '2024-11-25T08:41:15.000Z' },
      response: {
        is_live: false,
        payment_details: { auth_code: '264302', scheme: 'MASTERCARD' },
        transaction_details: { ref: 74819 },
      },
      lookupKeys: { captureId, authorizationId: request.authorizationId },
    });
  });

  test('the card that a response repeats is left out of the result and of what hooks receive', async () => {
    const events: unknown[] = [];
    const record = (event: unknown) => events.push(event);
    const hooks = { onResponse: record, onResult: record };
    const result = await connect({ fetch: respondingWith(201, sample).fetch, hooks }).capture(request);
    expect(printed(result.status === 'captured' && result.response)).not.toMatch(/card:|John Doe/);
    expect(printed([result, events])).not.toMatch(/5200\D{0,3}0000\D{0,3}0000\D{0,3}1005/);
  });

  test.each([
    ['another amount', { amount: { minor: 1001, currency: 'JPY' } }, 'amount_differs'],
    ['a hundredth of it', { amount: { minor: 1000, currency: 'EUR' } }, 'amount_differs'],
    ['another payment', { reference: 'order-1042' }, 'other_payment'],
  ])('the documented response is unknown where %s was requested', async (_what, change, code) => {
    expect(await verdict(sample, change)).toMatchObject({
      status: 'unknown',
      reason: 'contradictory',
      error: { code },
    });
  });

  test('a response may state the amount as a number or as a string', async () => {
    for (const amount of ['1000', '1000.00'])
      expect(await verdict(changed('payment_details.amount', amount))).toMatchObject({ status: 'captured' });
  });

  test('a response may leave out status_code, and its words decide nothing', async () => {
    for (const path of ['status_code', 'merchant_details.legal_name', 'gateway_response.message', 'is_live'])
      expect(await verdict(changed(path, undefined))).toMatchObject({ status: 'captured' });
    expect(await verdict(changed('gateway_response.message', 'Declined'))).toMatchObject({ status: 'captured' });
  });
});

describe('successes', () => {
  test.each([
    ['status_code is 200', 'status_code', 200, 'contradictory_response'],
    ['status_code is 400', 'status_code', 400, 'contradictory_response'],
    ['it is an authorization', 'transaction_type', 'PRE_AUTH', 'contradictory_response'],
    ['it is a void', 'transaction_type', 'VOID', 'contradictory_response'],
    ['it has no type', 'transaction_type', undefined, 'contradictory_response'],
    ['the gateway says ERROR', 'gateway_response.type', 'ERROR', 'contradictory_response'],
    ['the code is that of a payment', 'gateway_response.code', 'INFO0000', 'contradictory_response'],
    ['the code is that of a refund', 'gateway_response.code', 'INFO0002', 'contradictory_response'],
    ['the code is that of a void', 'gateway_response.code', 'INFO0003', 'contradictory_response'],
    ['the code is a refusal', 'gateway_response.code', 'ERR3001', 'contradictory_response'],
    ['there is no gateway_response', 'gateway_response', undefined, 'contradictory_response'],
    ['response_code is a refusal', 'payment_details.response_code', -8000, 'contradictory_response'],
    ['response_code is a string', 'payment_details.response_code', '0', 'contradictory_response'],
    ['response_code is missing', 'payment_details.response_code', undefined, 'contradictory_response'],
    ['it is for another merchant', 'merchant_details.mid', 'another', 'other_payment'],
    ['the amount is missing', 'payment_details.amount', undefined, 'unreadable_response'],
    ['the amount is no amount', 'payment_details.amount', '1,000', 'unreadable_response'],
    ['the amount has half a yen', 'payment_details.amount', 1000.5, 'unreadable_response'],
    ['the currency is missing', 'payment_details.currency', undefined, 'unreadable_response'],
    ['the currency is another', 'payment_details.currency', 'KRW', 'amount_differs'],
    ['the capture has no id', 'transaction_details.id', undefined, 'unreadable_response'],
    ['the capture has an id that is a number', 'transaction_details.id', 74819, 'unreadable_response'],
    ['success is a string', 'success', 'true', 'unreadable_response'],
    ['success is missing', 'success', undefined, 'unreadable_response'],
    ['success is false and all the rest is a success', 'success', false, 'contradictory_response'],
  ])('a success is unknown where %s', async (_what, path, value, code) => {
    expect(await verdict(changed(path, value))).toMatchObject({ status: 'unknown', error: { code } });
  });

  test.each([
    ['merchant_details.merchant_txn_ref', undefined],
    ['merchant_details.merchant_txn_ref', 'another'],
    ['transaction_details.merchant_txn_ref', 'another'],
  ])('a success is unknown where a reference was given and %s is %s', async (path, value) => {
    expect(await verdict(changed(path, value), { reference: 'qwe' })).toMatchObject({
      status: 'unknown',
      error: { code: 'other_payment' },
    });
  });
});

describeResponseRules(verdict, sample, {
  status: 'captured',
  decisive: {
    members: [
      'success',
      'status_code',
      'transaction_type',
      'gateway_response.type',
      'gateway_response.code',
      'payment_details.response_code',
      'payment_details.currency',
      'payment_details.amount',
      'payment_details',
    ],
    similar: ['INFO0000', 'INFO0001 ', 'info0001', 200, 202, -0.5, 1, 'TRUE', 'capture'],
    genuine: [true, 201, 'CAPTURE', 'INFO', 'INFO0001', 0, 'JPY', 1000, '1000', null],
  },
  unreadable: [
    ['a success given twice', '{"success":false,"success":true}'],
    ['the error of something else', '{"message":"Forbidden"}'],
  ],
});

test('a captured result lists what was compared, by the documented names', async () => {
  const result = await verdict(sample, { reference: 'qwe' });
  expect(result).toMatchObject({ status: 'captured', providerCode: 'INFO0001' });
  expect(comparedFields(result)).toBe(
    'HTTP status, success, status_code, transaction_type, gateway_response.type, gateway_response.code, ' +
      'payment_details.response_code, merchant_details.mid, merchant_details.merchant_txn_ref, ' +
      'transaction_details.merchant_txn_ref',
  );
});
