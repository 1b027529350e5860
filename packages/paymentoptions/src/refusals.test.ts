import { describe, expect, test } from 'vitest';
import { verdict } from '../test/support.ts';

describe('refusals', () => {
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
    'a refusal by the risk rule %s is declined with %s, whatever the HTTP status',
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
  ])('a refusal with HTTP %i is declined with %s, if the body is that of the provider', async (status, code) => {
    const expected = { status: 'declined', error: { code, httpStatus: status, moneyMoved: 'no' } };
    expect(await verdict(refusal('ERR1234'), { status })).toMatchObject(expected);
    for (const generic of [{ status_code: status }, { error: 'blocked by a firewall' }])
      expect(await verdict({ success: false, ...generic }, { status })).toMatchObject({
        status: 'unknown',
        reason: 'undecided',
      });
  });

  test.each([
    'The transaction is already captured.',
    'Duplicate request',
    'Duplication of request',
    'Operación duplicada',
    'Amount was captured',
    'It has been captured',
  ])('a refusal that says "%s" may refer to our own capture, so it is unknown', async (message) => {
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
    ['in an undocumented field', { responseDescription: 'Transaction already captured' }],
    ['in a list', { errors: [{ detail: 'Duplication of request' }] }],
    ['inside the payment', { payment_details: { response_code: -8000, response_message: 'already captured' } }],
    ['as a name', { errors: { already_captured: true } }],
  ])('a refusal that mentions a capture %s may refer to our own, so it is unknown', async (_what, rest) => {
    for (const response of [refusal('ERR2002', 412, rest), refusal('ERR3001', 412, rest)])
      expect(await verdict(response, { status: 412 })).toMatchObject({
        status: 'unknown',
        error: { code: 'already_captured' },
      });
  });

  test('a refusal is declined whatever words the merchant, the reference or the card have in them', async () => {
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
  ])('a refusal that names %s is for a different payment, so it is unknown', async (_what, payment) => {
    const rest = { payment_details: { response_code: -8000, ...payment } };
    const byStatus = refusal('ERR1234', 400, { payment_details: payment });
    for (const response of [refusal('ERR3001', 400, rest), byStatus])
      expect(await verdict(response, { status: 400 })).toMatchObject({
        status: 'unknown',
        error: { code: 'amount_differs' },
      });
  });

  test.each([
    ['a rule for refunds', 'ERR3019', 200],
    ['a rule for refunds', 'ERR3020', 200],
    ['a code that is documented without a meaning', 'VAL0035', 200],
    ['an undocumented code', 'ERR3021', 200],
    ['no code', '', 200],
    ['a code with one digit more', 'ERR30010', 200],
    ['an undocumented status', 'ERR1234', 402],
    ['an undocumented status', 'ERR1234', 403],
    ['an undocumented status', 'ERR1234', 409],
    ['an undocumented status', 'ERR1234', 422],
  ])('a refusal with %s is unknown (%s, HTTP %i)', async (_what, code, status) => {
    expect(await verdict(refusal(code), { status })).toMatchObject({
      status: 'unknown',
      reason: 'undecided',
      error: { code: 'unknown_status', moneyMoved: 'unknown' },
    });
  });

  test('a refusal with HTTP 429 is unknown: it is not documented to come before the capture', async () => {
    expect(await verdict(refusal('ERR1002', 429), { status: 429 })).toMatchObject({
      status: 'unknown',
      error: { code: 'rate_limited' },
    });
  });

  test.each([500, 502, 504, 408])(
    'a refusal with a listed code and HTTP %i is unknown: the server failed',
    async (status) => {
      expect(await verdict(refusal('ERR3001'), { status })).toMatchObject({
        status: 'unknown',
        error: { code: 'provider_error' },
      });
      if (status >= 500)
        expect(await verdict(refusal('ERR9999', status), { status })).toMatchObject({
          status: 'unknown',
          error: { code: 'provider_error' },
        });
    },
  );

  test.each([
    ['another status_code than HTTP', refusal('ERR3001', 500)],
    ['status_code 201', refusal('ERR3001', 201)],
    ['response_code 0', refusal('ERR3001', 400, { payment_details: { response_code: 0 } })],
    ['response_code "0"', refusal('ERR3001', 400, { payment_details: { response_code: '0' } })],
    ['the code of a capture', refusal('INFO0001', 400)],
    ['the type of a success', refusal('ERR3001', 400, { gateway_response: { type: 'INFO', code: 'ERR3001' } })],
  ])('a refusal with %s contradicts itself, so it is unknown', async (_what, response) => {
    expect(await verdict(response, { status: 400 })).toMatchObject({
      status: 'unknown',
      reason: 'contradictory',
      error: { code: 'contradictory_response' },
    });
  });

  test('a refusal for another payment is unknown', async () => {
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
  "a refusal with the code %s, which is not the provider's, is unknown",
  async (code) => {
    const refusal = { success: false, gateway_response: { type: 'ERROR', code, message: 'no' } };
    expect(await verdict(refusal, { status: 400 })).toMatchObject({ status: 'unknown' });
  },
);

test.each([
  ['status_code 200', { status_code: 200 }],
  ['status_code 201', { status_code: 201 }],
  ['response_code 0', { payment_details: { response_code: 0 } }],
])('a refusal that reports %s contradicts itself, so it is unknown', async (_what, part) => {
  const refusal = { success: false, gateway_response: { type: 'ERROR', code: 'ERR3001' }, ...part };
  const status = 'status_code' in part ? part.status_code : 400;
  expect(await verdict(refusal, { status })).toMatchObject({ status: 'unknown', reason: 'contradictory' });
});
