import { describe, expect, test } from 'vitest';
import { verdict } from '../test/support.ts';

describe('a refusal', () => {
  const refusal = (code: string, status_code?: number, rest: object = {}) => ({
    success: false,
    ...(status_code === undefined ? {} : { status_code }),
    gateway_response: { version: '1', type: 'ERROR', message: 'Transaction is restricted', code },
    ...rest,
  });

  const rules: Record<string, string> = {
    suspected_fraud: 'ERR3001 ERR3005',
    declined: 'ERR3002 ERR3003 ERR3004 ERR3007 ERR3017 ERR3018',
    limit_exceeded: 'ERR3006 ERR3008 ERR3009 ERR3010 ERR3011 ERR3012 ERR3013 ERR3014 ERR3015 ERR3016',
  };
  const listed = Object.entries(rules).flatMap(([expected, codes]) => codes.split(' ').map((code) => [code, expected]));

  test.each(listed as [string, string][])(
    'by the risk rule %s is %s, whatever the HTTP status',
    async (code, expected) => {
      for (const status of [200, 400, 406, 422])
        expect(
          await verdict(refusal(code, undefined, { payment_details: { response_code: -8000 } }), { status }),
        ).toMatchObject({
          status: 'declined',
          error: { code: expected, providerCode: code, providerMessage: 'Transaction is restricted', moneyMoved: 'no' },
        });
    },
  );

  test.each([
    [400, 'invalid_request'],
    [401, 'credentials_rejected'],
    [404, 'authorization_not_found'],
    [406, 'card_invalid'],
    [412, 'authorization_not_capturable'],
  ])('with HTTP %i is %s, if the body is the provider’s', async (status, code) => {
    const expected = { status: 'declined', error: { code, httpStatus: status, moneyMoved: 'no' } };
    expect(await verdict(refusal('ERR1234'), { status })).toMatchObject(expected);
    expect(await verdict({ success: false, status_code: status }, { status })).toMatchObject(expected);
    expect(await verdict({ success: false, error: 'blocked by a firewall' }, { status })).toMatchObject({
      status: 'unknown',
      stage: 'undecided',
    });
  });

  test.each([
    'The transaction is already captured.',
    'Duplicate request',
    'Duplication of request',
    'Operación duplicada',
    'Amount was captured',
    'It has been captured',
  ])('that says "%s" may speak of our own capture: unknown', async (message) => {
    for (const status of [400, 404, 412])
      expect(
        await verdict(refusal('ERR2002', status, { gateway_response: { code: 'ERR2002', message } }), { status }),
      ).toMatchObject({
        status: 'unknown',
        error: { code: 'already_captured', moneyMoved: 'unknown' },
      });
  });

  test.each([
    ['beside the envelope', { message: 'Transaction already captured' }],
    ['in a field of another page', { responseDescription: 'Transaction already captured' }],
    ['in a list', { errors: [{ detail: 'Duplication of request' }] }],
    ['inside the payment', { payment_details: { response_code: -8000, response_message: 'already captured' } }],
    ['as a name', { errors: { already_captured: true } }],
  ])('that says it %s may speak of our own capture too', async (_what, rest) => {
    for (const answer of [refusal('ERR2002', 412, rest), refusal('ERR3001', 412, rest)])
      expect(await verdict(answer, { status: 412 })).toMatchObject({
        status: 'unknown',
        error: { code: 'already_captured' },
      });
  });

  test('is not doubted for what the merchant wrote, nor for the card', async () => {
    const rest = {
      merchant_details: { legal_name: 'Already & Settled Ltd', merchant_txn_ref: 'duplicate-7' },
      transaction_details: { merchant_txn_ref: 'duplicate-7' },
      payment_details: { response_code: -8000, card: { name: 'Al Ready-Already' } },
    };
    expect(await verdict(refusal('ERR3001', 400, rest), { status: 400, reference: 'duplicate-7' })).toMatchObject({
      status: 'declined',
      error: { code: 'suspected_fraud' },
    });
  });

  test.each([
    ['another amount', { amount: 1001, currency: 'JPY' }],
    ['another currency', { amount: 1000, currency: 'KRW' }],
  ])('of %s is none of this payment', async (_what, payment) => {
    const rest = { payment_details: { response_code: -8000, ...payment } };
    for (const answer of [refusal('ERR3001', 400, rest), refusal('ERR1234', 400, rest)])
      expect(await verdict(answer, { status: 400 })).toMatchObject({
        status: 'unknown',
        error: { code: 'amount_differs' },
      });
  });

  test.each([
    ['refund rules', 'ERR3019', 200],
    ['refund rules', 'ERR3020', 200],
    ['a code that is listed without a word', 'VAL0035', 200],
    ['a code of nobody', 'ERR3021', 200],
    ['no code', '', 200],
    ['a longer code', 'ERR30010', 200],
    ['a status that is on no page', 'ERR1234', 402],
    ['a status that is on no page', 'ERR1234', 403],
    ['a status that is on no page', 'ERR1234', 409],
    ['a status that is on no page', 'ERR1234', 422],
  ])('%s (%s, HTTP %i): unknown', async (_what, code, status) => {
    expect(await verdict(refusal(code), { status })).toMatchObject({
      status: 'unknown',
      stage: 'undecided',
      error: { code: 'unknown_status', moneyMoved: 'unknown' },
    });
  });

  test('429 has a name and is still unknown: nobody says that it comes before the work', async () => {
    expect(await verdict(refusal('ERR1002', 429), { status: 429 })).toMatchObject({
      status: 'unknown',
      error: { code: 'rate_limited' },
    });
  });

  test.each([500, 502, 504, 408])('a listed code with HTTP %i is unknown: the server failed', async (status) => {
    expect(await verdict(refusal('ERR3001'), { status })).toMatchObject({
      status: 'unknown',
      error: { code: 'provider_error' },
    });
    if (status >= 500)
      expect(await verdict(refusal('ERR9999', status), { status })).toMatchObject({
        status: 'unknown',
        error: { code: 'provider_error' },
      });
  });

  test.each([
    ['another status_code than HTTP', refusal('ERR3001', 500)],
    ['status_code 201', refusal('ERR3001', 201)],
    ['response_code 0', refusal('ERR3001', 400, { payment_details: { response_code: 0 } })],
    ['response_code "0"', refusal('ERR3001', 400, { payment_details: { response_code: '0' } })],
    ['the code of a capture', refusal('INFO0001', 400)],
    ['the type of a success', refusal('ERR3001', 400, { gateway_response: { type: 'INFO', code: 'ERR3001' } })],
  ])('with %s contradicts itself', async (_what, answer) => {
    expect(await verdict(answer, { status: 400 })).toMatchObject({
      status: 'unknown',
      stage: 'contradictory',
      error: { code: 'contradictory_answer' },
    });
  });

  test('of another payment is unknown', async () => {
    const others = [
      { merchant_details: { mid: 'another' } },
      { merchant_details: { merchant_txn_ref: 'another' } },
      { transaction_type: 'REFUND' },
    ];
    for (const other of others)
      expect(await verdict(refusal('ERR3001', 400, other), { status: 400, reference: 'qwe' })).toMatchObject({
        status: 'unknown',
        error: { code: 'other_payment' },
      });
  });
});

test.each(['ERR30011', 'XERR3001', 'ERR300'])(
  'the code %s is none of the provider, so its refusal proves nothing',
  async (code) => {
    const refusal = { success: false, gateway_response: { type: 'ERROR', code, message: 'no' } };
    expect(await verdict(refusal, { status: 400 })).toMatchObject({ status: 'unknown' });
  },
);

test.each([
  ['status_code 200', { status_code: 200 }],
  ['status_code 201', { status_code: 201 }],
  ['response_code 0', { payment_details: { response_code: 0 } }],
])('a refusal with %s contradicts itself', async (_what, part) => {
  const refusal = { success: false, gateway_response: { type: 'ERROR', code: 'ERR3001' }, ...part };
  const status = 'status_code' in part ? part.status_code : 400;
  expect(await verdict(refusal, { status })).toMatchObject({ status: 'unknown', stage: 'contradictory' });
});
