import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answering } from '@capture/testing';
import { changed, request, sample, verdict } from '../test/support.ts';
import { createPaymentOptions } from './index.ts';

describe("the page's example answer", () => {
  test('is captured', async () => {
    expect(await verdict(sample, { reference: 'qwe' })).toMatchObject({
      status: 'captured',
      captureId: '9dfd39ec-eb4a-4f8b-a526-17abf140a717',
      reference: 'qwe',
      reportedAmount: { minor: 1000, currency: 'JPY' },
      amountCheck: 'matched',
      providerTime: { text: '2024-11-25T08:41:15.000Z', instant: '2024-11-25T08:41:15.000Z' },
      answer: {
        is_live: false,
        payment_details: { auth_code: '264302', scheme: 'MASTERCARD' },
        transaction_details: { ref: 74819 },
      },
      lookup: { captureId: '9dfd39ec-eb4a-4f8b-a526-17abf140a717', authorizationId: request.authorizationId },
    });
  });

  test('leaves nothing of the card that it repeats', async () => {
    const seen: unknown[] = [];
    const { fetch } = answering(201, sample);
    const result = await createPaymentOptions({
      apiKey: 'key-of-x-api-key',
      merchantId: '< Merchant ID >',
      baseUrl: 'https://api-dev.paymentoptions.com/api/v1/api/v1',
      fetch,
      hooks: { onResponse: (event) => seen.push(event), onResult: (event) => seen.push(event) },
    }).capture(request);
    expect(inspect(result.status === 'captured' && result.answer, { depth: Infinity })).not.toMatch(/card:|John Doe/);
    const shown = [inspect([result, seen], { depth: Infinity, showHidden: true }), JSON.stringify([result, seen])];
    expect(shown.join('\n')).not.toMatch(/5200\D{0,3}0000\D{0,3}0000\D{0,3}1005/);
  });

  test.each([
    ['another amount', { amount: { minor: 1001, currency: 'JPY' } }, 'amount_differs'],
    ['a hundredth of it', { amount: { minor: 1000, currency: 'EUR' } }, 'amount_differs'],
    ['another payment', { reference: 'order-1042' }, 'other_payment'],
  ])('is unknown where %s was asked', async (_what, asked, code) => {
    expect(await verdict(sample, asked)).toMatchObject({ status: 'unknown', stage: 'contradictory', error: { code } });
  });

  test('has the amount as a number or as a text: both occur', async () => {
    for (const amount of ['1000', '1000.00'])
      expect(await verdict(changed('payment_details.amount', amount))).toMatchObject({ status: 'captured' });
  });

  test('may leave out status_code and merchant, and has no say by its words', async () => {
    for (const path of ['status_code', 'merchant_details', 'gateway_response.message', 'is_live'])
      expect(await verdict(changed(path, undefined))).toMatchObject({ status: 'captured' });
    expect(await verdict(changed('gateway_response.message', 'Declined'))).toMatchObject({ status: 'captured' });
  });
});

describe('a success needs everything to agree', () => {
  test.each([
    ['status_code is 200', 'status_code', 200, 'contradictory_answer'],
    ['status_code is 400', 'status_code', 400, 'contradictory_answer'],
    ['it is an authorization', 'transaction_type', 'PRE_AUTH', 'contradictory_answer'],
    ['it is a void', 'transaction_type', 'VOID', 'contradictory_answer'],
    ['it has no type', 'transaction_type', undefined, 'contradictory_answer'],
    ['the gateway says ERROR', 'gateway_response.type', 'ERROR', 'contradictory_answer'],
    ['the code is that of a payment', 'gateway_response.code', 'INFO0000', 'contradictory_answer'],
    ['the code is that of a refund', 'gateway_response.code', 'INFO0002', 'contradictory_answer'],
    ['the code is that of a void', 'gateway_response.code', 'INFO0003', 'contradictory_answer'],
    ['the code is a refusal', 'gateway_response.code', 'ERR3001', 'contradictory_answer'],
    ['there is no gateway_response', 'gateway_response', undefined, 'contradictory_answer'],
    ['response_code is a refusal', 'payment_details.response_code', -8000, 'contradictory_answer'],
    ['response_code is a text', 'payment_details.response_code', '0', 'contradictory_answer'],
    ['response_code is missing', 'payment_details.response_code', undefined, 'contradictory_answer'],
    ['it is for another merchant', 'merchant_details.mid', 'another', 'other_payment'],
    ['the amount is missing', 'payment_details.amount', undefined, 'unreadable_answer'],
    ['the amount is no amount', 'payment_details.amount', '1,000', 'unreadable_answer'],
    ['the amount has half a yen', 'payment_details.amount', 1000.5, 'unreadable_answer'],
    ['the currency is missing', 'payment_details.currency', undefined, 'unreadable_answer'],
    ['the currency is another', 'payment_details.currency', 'KRW', 'amount_differs'],
    ['the capture has no id', 'transaction_details.id', undefined, 'unreadable_answer'],
    ['the capture has an id that is a number', 'transaction_details.id', 74819, 'unreadable_answer'],
    ['success is a text', 'success', 'true', 'unreadable_answer'],
    ['success is missing', 'success', undefined, 'unreadable_answer'],
    ['success is false and all the rest is a success', 'success', false, 'contradictory_answer'],
  ])('unknown where %s', async (_what, path, value, code) => {
    expect(await verdict(changed(path, value))).toMatchObject({ status: 'unknown', error: { code } });
  });

  test.each([
    ['merchant_details.merchant_txn_ref', undefined],
    ['merchant_details.merchant_txn_ref', 'another'],
    ['transaction_details.merchant_txn_ref', 'another'],
  ])('unknown where a reference was given and %s is %s', async (path, value) => {
    expect(await verdict(changed(path, value), { reference: 'qwe' })).toMatchObject({
      status: 'unknown',
      error: { code: 'other_payment' },
    });
  });

  test.each([200, 202, 400, 404, 412, 500, 504])('HTTP %i', async (status) => {
    const { status: found } = await verdict(sample, { status });
    expect(found).toBe(status < 300 ? 'captured' : 'unknown');
  });

  test('no other value in any place that counts is ever captured', async () => {
    const places = ['success', 'status_code', 'transaction_type', 'gateway_response.type', 'gateway_response.code'];
    const details = [
      'payment_details.response_code',
      'payment_details.currency',
      'payment_details.amount',
      'payment_details',
    ];
    const values = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('INFO0000', 'INFO0001 ', 'info0001', 200, 202, -0.5, 1, 'TRUE', 'capture'),
    );
    const same = [true, 201, 'CAPTURE', 'INFO', 'INFO0001', 0, 'JPY', 1000, '1000', null];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places, ...details), values, async (path, value) => {
        fc.pre(!same.includes(value as never));
        expect((await verdict(changed(path, value))).status).toBe('unknown');
      }),
      { seed: 20241125, numRuns: 300 },
    );
  });
});

describe('what is no answer of the provider', () => {
  test.each([
    ['empty', ''],
    ['HTML', '<html></html>'],
    ['a list', '[]'],
    ['cut off', JSON.stringify(sample).slice(0, -1)],
    ['a repeated key', '{"success":false,"success":true}'],
    ['another provider’s error', '{"message":"Forbidden"}'],
  ])('%s: unknown', async (_what, body) => {
    expect(await verdict(body)).toMatchObject({ status: 'unknown', stage: 'unreadable' });
  });
});

test('a result says what was compared, in the names of the page', async () => {
  const result = await verdict(sample, { reference: 'qwe' });
  expect(result).toMatchObject({ status: 'captured', providerCode: 'INFO0001' });
  expect('checks' in result && result.checks.map(({ field }) => field)).toEqual([
    'HTTP status',
    'success',
    'status_code',
    'transaction_type',
    'gateway_response.type',
    'gateway_response.code',
    'payment_details.response_code',
    'merchant_details.mid',
    'merchant_details.merchant_txn_ref',
    'transaction_details.merchant_txn_ref',
  ]);
});
