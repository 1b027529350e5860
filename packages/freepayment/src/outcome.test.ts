import { describe, expect, test } from 'vitest';
import { answering, sampleOf } from '@capture/testing';
import { createFreepayment } from './index.ts';

const { response } = sampleOf('freepayment');
const sample = response.body['transaction'] as Record<string, unknown>;
const request = {
  authorizationId: '1-310b0da80b',
  amount: { minor: 50, currency: 'USD' },
  reference: 'order-1042',
};

/** What a capture of 0.50 USD becomes when the provider answers this. */
function verdict(answer: unknown, status = 200) {
  const { fetch } = answering(status, answer);
  return createFreepayment({ shopId: '12345', secretKey: 'sandbox-secret-key', fetch }).capture(request);
}

/** The page's example answer with changes; `state` is both the outer and the inner status. */
const changed = (change: Record<string, unknown>) => ({ transaction: { ...sample, ...change } });
const inState = (state: string, change: Record<string, unknown> = {}) =>
  changed({ status: state, capture: { status: state, ref_id: '8889999', message: 'the method says' }, ...change });

describe("the page's example answer", () => {
  test('is captured', async () => {
    expect(await verdict(response.body)).toMatchObject({
      status: 'captured',
      captureId: '2-310b0da80b',
      authorizationId: '1-310b0da80b',
      reportedAmount: { minor: 50, currency: 'USD' },
      amountCheck: 'matched',
      providerTime: { text: '2014-06-11T12:04:59+03:00', instant: '2014-06-11T09:04:59.000Z' },
      lookup: { captureId: '2-310b0da80b', reference: 'order-1042' },
    });
  });

  test('is read in every field that the page has', async () => {
    const others = { description: 'Order', tracking_id: 'order-1042', language: 'en', paid_at: '2014-06-11T12:05:01Z' };
    const result = await verdict(changed(others));
    expect(result).toMatchObject({
      status: 'captured',
      answer: { transaction: { ...sample, ...others } },
      providerTime: { instant: '2014-06-11T12:05:01.000Z' },
    });
  });

  test('may leave out everything that does not matter', async () => {
    const { uid, parent_uid, type, status, amount, currency } = sample;
    expect(await verdict({ transaction: { uid, parent_uid, type, status, amount, currency } })).toMatchObject({
      status: 'captured',
      providerTime: undefined,
    });
  });
});

describe('states', () => {
  test.each([
    ['successful', 'captured'],
    ['pending', 'pending'],
    ['incomplete', 'pending'],
    ['processing', 'pending'],
    ['failed', 'declined'],
    ['expired', 'declined'],
  ])('%s is %s', async (state, status) => {
    expect(await verdict(inState(state))).toMatchObject({ status });
  });

  test.each(['initial', 'Successful', 'success', 'error', 'authorized', '', 'constructor', '__proto__', null])(
    '"%s" is no documented state, so the outcome is unknown',
    async (state) => {
      expect(await verdict(changed({ status: state, capture: null }))).toMatchObject({
        status: 'unknown',
        stage: 'undecided',
        error: { code: 'unknown_status', moneyMoved: 'unknown' },
      });
    },
  );
});

describe('an answer that contradicts itself is unknown', () => {
  test.each([
    ['successful', 'failed'],
    ['successful', 'pending'],
    ['failed', 'successful'],
    ['pending', 'successful'],
    ['pending', 'failed'],
    ['expired', 'failed'],
  ])('%s outside, %s inside', async (outer, inner) => {
    expect(await verdict(inState(outer, { capture: { status: inner } }))).toMatchObject({
      status: 'unknown',
      stage: 'contradictory',
      error: { code: 'contradictory_answer' },
    });
  });

  test.each([
    ['successful', 'F.0105'],
    ['successful', 'P.0001'],
    ['successful', 'S.9999'],
    ['pending', 'S.0000'],
    ['pending', 'P.9999'],
    ['failed', 'S.0000'],
    ['failed', 'P.0001'],
  ])('%s with code %s', async (state, code) => {
    expect(await verdict(inState(state, { code }))).toMatchObject({ status: 'unknown', stage: 'contradictory' });
  });

  test('a transaction beside errors', async () => {
    expect(await verdict({ ...response.body, errors: { system: ['System error.'] } })).toMatchObject({
      status: 'unknown',
      error: { code: 'contradictory_answer' },
    });
  });

  test.each([400, 401, 404, 422, 500, 502])('a success with HTTP %i', async (status) => {
    expect(await verdict(response.body, status)).toMatchObject({ status: 'unknown', stage: 'contradictory' });
  });
});

describe('an answer about something else is unknown', () => {
  test.each([
    ['another parent', { parent_uid: '1-310b0da80c' }, 'other_payment'],
    ['no parent', { parent_uid: null }, 'other_payment'],
    ['an authorization', { type: 'authorization' }, 'other_payment'],
    ['no type', { type: undefined }, 'other_payment'],
    ['another reference', { tracking_id: 'order-1043' }, 'other_payment'],
    ['a reference that only begins alike', { tracking_id: 'order-10421;order-104' }, 'other_payment'],
    ['another amount', { amount: 51 }, 'amount_differs'],
    ['a hundred times the amount', { amount: 5000 }, 'amount_differs'],
    ['another currency', { currency: 'EUR' }, 'amount_differs'],
    ['a currency that is none', { currency: 'USDT' }, 'unreadable_answer'],
    ['no amount', { amount: undefined }, 'unreadable_answer'],
    ['no currency', { currency: null }, 'unreadable_answer'],
    ['an amount as text', { amount: '50' }, 'unreadable_answer'],
    ['half a cent', { amount: 50.5 }, 'unreadable_answer'],
    ['no uid', { uid: undefined }, 'unreadable_answer'],
    ['a uid that is a number', { uid: 2310 }, 'unreadable_answer'],
  ])('%s', async (_what, change, code) => {
    expect(await verdict(changed(change))).toMatchObject({ status: 'unknown', error: { code } });
  });

  test.each([
    ['another parent', { parent_uid: '1-310b0da80c' }],
    ['an authorization', { type: 'authorization' }],
    ['another reference', { tracking_id: 'order-1043' }],
    ['another amount', { amount: 51 }],
    ['another currency', { currency: 'EUR' }],
  ])('so is a refusal of %s', async (_what, change) => {
    expect(await verdict(inState('failed', change))).toMatchObject({
      status: 'unknown',
      error: { code: 'other_payment' },
    });
  });

  test('our reference may be one of several', async () => {
    expect(await verdict(changed({ tracking_id: 'cart-7;order-1042; shop-3' }))).toMatchObject({ status: 'captured' });
  });
});

describe('result codes of a failed transaction', () => {
  const byCode = {
    declined: 'F.0105 F.0132 F.0998',
    insufficient_funds: 'F.0114 F.0207',
    card_expired: 'F.0111',
    card_invalid: 'F.0100 F.0101 F.0126 F.0127 F.0133 F.0202 F.0203 F.0221',
    cvv_invalid: 'F.0112',
    suspected_fraud: 'F.0115 F.0116 F.0217',
    authentication_failed: 'F.0129 F.0130 F.0131 F.0134 F.0206 F.0996',
    limit_exceeded: 'F.0123 F.0124 F.0125',
    authorization_not_found: 'F.0110 F.0204',
    authorization_expired: 'F.0109 F.0205',
    currency_not_supported: 'F.0113 F.0214',
    invalid_request: 'F.0128 F.0216 F.0218',
    operation_not_allowed: 'F.0104 F.0106 F.0107 F.0208 F.0209 F.0213',
    credentials_rejected: 'F.0102 F.0201',
    signature_rejected: 'F.0103 F.0219',
  };
  const pairs = (table: Record<string, string>) =>
    Object.entries(table).flatMap(([ours, codes]) => codes.split(' ').map((code) => [code, ours] as const));

  test.each(pairs(byCode))('%s is a refusal: %s', async (code, ours) => {
    expect(await verdict(inState('failed', { code }))).toMatchObject({
      status: 'declined',
      error: { code: ours, providerCode: code, moneyMoved: 'no' },
    });
  });

  const undecided = {
    duplicate_reference: 'F.0108 F.0135 F.0215',
    provider_error: 'F.0117 F.0118 F.0119 F.0120 F.0121 F.0122 F.0210 F.0211 F.0212 F.0222',
    unknown_status: 'F.0399 F.0997 F.0999 P.9999 F.7777 E.0600 nonsense',
  };
  test.each(pairs(undecided))('%s says nothing of the money: %s', async (code, ours) => {
    expect(await verdict(inState('failed', { code }))).toMatchObject({
      status: 'unknown',
      stage: 'undecided',
      error: { code: ours },
    });
  });

  test('without a code it is a plain refusal, and an expired one says why', async () => {
    expect(await verdict(inState('failed'))).toMatchObject({ status: 'declined', error: { code: 'declined' } });
    expect(await verdict(inState('expired'))).toMatchObject({ error: { code: 'authorization_expired' } });
  });

  test.each(['Duplicate transaction', 'Transaction was captured, multiple captures not allowed', 'Already processed'])(
    '"%s" hints at an earlier capture, perhaps ours: unknown',
    async (message) => {
      expect(await verdict(inState('failed', { message, code: 'F.0105' }))).toMatchObject({
        status: 'unknown',
        error: { code: 'duplicate_reference' },
      });
    },
  );

  test('captured and pending agree with their codes', async () => {
    expect(await verdict(inState('successful', { code: 'S.0000' }))).toMatchObject({ status: 'captured' });
    expect(await verdict(inState('pending', { code: 'P.0001' }))).toMatchObject({ status: 'pending' });
    expect(await verdict(inState('processing', { code: 'P.0220' }))).toMatchObject({ status: 'pending' });
  });
});

describe('a refusal of the request', () => {
  test.each<[string, number, unknown, string]>([
    [
      'wrong credentials',
      401,
      { message: 'Invalid shop_id/secret_key.', errors: { system: ['System error.'] } },
      'credentials_rejected',
    ],
    ['no access', 403, { message: 'Access denied', errors: { system: 'Access denied' } }, 'credentials_rejected'],
    ['an unknown parent', 404, { message: 'Not found', errors: ['Transaction not found'] }, 'authorization_not_found'],
    [
      'a missing field',
      422,
      { message: 'Unprocessable entity', errors: { request: { amount: ['is missing'] } } },
      'invalid_request',
    ],
    ['too much', 422, { message: "Amount can't be greater than 50", errors: {} }, 'amount_exceeds_authorization'],
    [
      'too much, said of the field',
      422,
      { message: 'Unprocessable entity', errors: { request: { amount: ["Amount can't be greater than 50"] } } },
      'amount_exceeds_authorization',
    ],
    ['too many requests', 429, { message: 'Too many requests', errors: { system: ['limit'] } }, 'rate_limited'],
    ['a listed code', 422, { message: 'Refused', errors: {}, code: 'F.0113' }, 'currency_not_supported'],
    ['a code that is not listed', 422, { message: 'Invalid request', errors: {}, code: 'E.0625' }, 'invalid_request'],
  ])('%s: declined, nothing moved', async (_what, status, answer, code) => {
    expect(await verdict(answer, status)).toMatchObject({ status: 'declined', error: { code, moneyMoved: 'no' } });
  });

  test('says where it hurts, whether errors are text, a list or nested', async () => {
    const said = async (errors: unknown) => {
      const result = await verdict({ message: 'Unprocessable entity', errors }, 422);
      return result.status === 'declined' ? result.error.providerMessage : result.status;
    };
    expect(await said('amount is missing')).toBe('Unprocessable entity; amount is missing');
    expect(await said(['is missing', { amount: 'is 0' }])).toBe('Unprocessable entity; is missing; amount: is 0');
    expect(await said({ request: { amount: ['is missing', 'is 0'] } })).toBe(
      'Unprocessable entity; request.amount: is missing; request.amount: is 0',
    );
  });

  test.each([
    ['a duplicate', { message: 'Duplicate transaction', errors: {} }],
    ['a duplicate, said of the field', { message: 'Unprocessable entity', errors: { base: ['has been captured'] } }],
    ['an earlier capture', { message: 'Parent transaction is already captured', errors: {} }],
    ['a duplicate by its code', { message: 'Refused', errors: {}, code: 'F.0215' }],
  ])('%s may be our own earlier capture: unknown', async (_what, answer) => {
    expect(await verdict(answer, 422)).toMatchObject({ status: 'unknown', error: { code: 'duplicate_reference' } });
  });

  test.each([200, 202, 400, 402, 409, 408, 500, 502, 503])('with HTTP %i proves nothing', async (status) => {
    for (const code of [undefined, 'F.0105'])
      expect(await verdict({ message: 'Refused', errors: {}, code }, status)).toMatchObject({ status: 'unknown' });
  });

  test('only HTTP 422 says that the amount is too much', async () => {
    const answer = { message: "Amount can't be greater than 50", errors: {} };
    expect(await verdict(answer, 404)).toMatchObject({ error: { code: 'authorization_not_found' } });
  });

  test('that reports a fault of the provider proves nothing', async () => {
    expect(await verdict({ message: 'Refused', errors: {}, code: 'F.0210' }, 422)).toMatchObject({
      status: 'unknown',
      error: { code: 'provider_error' },
    });
    expect(await verdict({ message: 'Fine', errors: {}, code: 'S.0000' }, 422)).toMatchObject({
      status: 'unknown',
      stage: 'contradictory',
    });
  });

  test.each([401, 403, 404, 422, 429])("HTTP %i with a proxy's body is not the provider's word", async (status) => {
    for (const body of [{ message: 'Forbidden' }, { errors: ['x'] }, { error: 'x' }, {}, '<html></html>', '']) {
      expect(await verdict(body, status)).toMatchObject({ status: 'unknown', stage: 'unreadable' });
    }
  });
});

describe('a result says what was compared, in the names of the page', () => {
  const fieldsOf = (result: Awaited<ReturnType<typeof verdict>>) =>
    'checks' in result ? result.checks.map(({ field }) => field) : [];

  test('captured', async () => {
    const result = await verdict(changed({ tracking_id: 'other; order-1042 ', code: 'S.0000' }));
    expect(result).toMatchObject({ status: 'captured', providerCode: 'successful' });
    expect(fieldsOf(result)).toEqual(['HTTP status', 'capture.status', 'code', 'type', 'parent_uid', 'tracking_id']);
  });

  test('refused', async () => {
    const result = await verdict(inState('failed'));
    expect(result).toMatchObject({ status: 'declined' });
    expect(fieldsOf(result)).toEqual(['type', 'parent_uid', 'amount', 'currency']);
  });

  test('contradictory: a transaction beside errors, and a code of success in a failure', async () => {
    expect(await verdict({ ...response.body, errors: { system: ['x'] } })).toMatchObject({
      status: 'unknown',
      checks: [{ field: 'errors', expected: '(absent)', agrees: false }],
    });
    expect(await verdict(inState('failed', { code: 'S.0000' }))).toMatchObject({
      status: 'unknown',
      checks: [{ field: 'code', expected: 'declined', found: 'captured', agrees: false }],
    });
  });
});
