import { comparedFields, describeResponseRules } from '@capture/testing';
import { describe, expect, test } from 'vitest';
import { captureId, response, sample, verdict } from '../test/support.ts';

/** The documented response with changes; `state` is both the outer and the inner status. */
const changed = (change: Record<string, unknown>) => ({ transaction: { ...sample, ...change } });
const inState = (state: string, change: Record<string, unknown> = {}) =>
  changed({ status: state, capture: { status: state, ref_id: '8889999', message: 'the method says' }, ...change });

describe("the documented example's response", () => {
  test('the documented response is captured', async () => {
    expect(await verdict(response.body)).toMatchObject({
      status: 'captured',
      captureId,
      authorizationId: '1-310b0da80b',
      reportedAmount: { minor: 50, currency: 'USD' },
      amountCheck: 'match',
      providerTime: { text: '2014-06-11T12:04:59+03:00', instant: '2014-06-11T09:04:59.000Z' },
      lookupKeys: { captureId, reference: 'order-1042' },
    });
  });

  test('a response is read with every documented member in it', async () => {
    const others = { description: 'Order', tracking_id: 'order-1042', language: 'en', paid_at: '2014-06-11T12:05:01Z' };
    const result = await verdict(changed(others));
    expect(result).toMatchObject({
      status: 'captured',
      response: { transaction: { ...sample, ...others } },
      providerTime: { instant: '2014-06-11T12:05:01.000Z' },
    });
  });

  test('a response may leave out everything that decides nothing', async () => {
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
  ])('a transaction that is %s is %s', async (state, status) => {
    expect(await verdict(inState(state))).toMatchObject({ status });
  });

  test.each(['initial', 'Successful', 'success', 'error', 'authorized', '', 'constructor', '__proto__', null])(
    'a transaction in the undocumented state "%s" is unknown',
    async (state) => {
      expect(await verdict(changed({ status: state, capture: null }))).toMatchObject({
        status: 'unknown',
        reason: 'undecided',
        error: { code: 'unknown_status', moneyMoved: 'unknown' },
      });
    },
  );
});

describe('responses that contradict themselves', () => {
  test.each([
    ['successful', 'failed'],
    ['successful', 'pending'],
    ['failed', 'successful'],
    ['pending', 'successful'],
    ['pending', 'failed'],
    ['expired', 'failed'],
  ])('a response that is %s outside and %s inside is unknown', async (outer, inner) => {
    expect(await verdict(inState(outer, { capture: { status: inner } }))).toMatchObject({
      status: 'unknown',
      reason: 'contradictory',
      error: { code: 'contradictory_response' },
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
  ])('a response that is %s with code %s is unknown', async (state, code) => {
    expect(await verdict(inState(state, { code }))).toMatchObject({ status: 'unknown', reason: 'contradictory' });
  });

  test('a response with a transaction beside errors is unknown', async () => {
    expect(await verdict({ ...response.body, errors: { system: ['System error.'] } })).toMatchObject({
      status: 'unknown',
      error: { code: 'contradictory_response' },
    });
  });
});

describeResponseRules(verdict, response.body, { status: 'captured' });

describe('responses for something else', () => {
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
    ['a currency that is none', { currency: 'USDT' }, 'unreadable_response'],
    ['no amount', { amount: undefined }, 'unreadable_response'],
    ['no currency', { currency: null }, 'unreadable_response'],
    ['an amount that is a string', { amount: '50' }, 'unreadable_response'],
    ['half a cent', { amount: 50.5 }, 'unreadable_response'],
    ['no uid', { uid: undefined }, 'unreadable_response'],
    ['a uid that is a number', { uid: 2310 }, 'unreadable_response'],
  ])('a success that reports %s is unknown', async (_what, change, code) => {
    expect(await verdict(changed(change))).toMatchObject({ status: 'unknown', error: { code } });
  });

  test.each([
    ['another parent', { parent_uid: '1-310b0da80c' }, 'other_payment'],
    ['an authorization', { type: 'authorization' }, 'other_payment'],
    ['another reference', { tracking_id: 'order-1043' }, 'other_payment'],
    ['another amount', { amount: 51 }, 'amount_differs'],
    ['another currency', { currency: 'EUR' }, 'amount_differs'],
    ['another amount without a currency', { amount: 51, currency: undefined }, 'amount_differs'],
    ['half a cent', { amount: 50.5 }, 'amount_differs'],
  ])('a refusal that reports %s is unknown', async (_what, change, code) => {
    expect(await verdict(inState('failed', change))).toMatchObject({ status: 'unknown', error: { code } });
  });

  test('a response under the uid of the authorization is unknown: a capture has its own', async () => {
    for (const state of ['successful', 'pending', 'failed'])
      expect(await verdict(inState(state, { uid: '1-310b0da80b' }))).toMatchObject({
        status: 'unknown',
        error: { code: 'other_payment' },
      });
  });

  test('a refusal that leaves amount or currency out is declined', async () => {
    for (const change of [{ amount: undefined }, { currency: undefined }, { amount: null, currency: null }])
      expect(await verdict(inState('failed', change))).toMatchObject({ status: 'declined' });
  });

  test('a success may list our reference as one of several', async () => {
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

  test.each(pairs(byCode))('a failed transaction with code %s is declined with %s', async (code, ours) => {
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
  test.each(pairs(undecided))('a failed transaction with code %s is unknown with %s', async (code, ours) => {
    expect(await verdict(inState('failed', { code }))).toMatchObject({
      status: 'unknown',
      reason: 'undecided',
      error: { code: ours },
    });
  });

  test('a failed transaction without a code is declined, and an expired one is authorization_expired', async () => {
    expect(await verdict(inState('failed'))).toMatchObject({ status: 'declined', error: { code: 'declined' } });
    expect(await verdict(inState('expired'))).toMatchObject({ error: { code: 'authorization_expired' } });
  });

  test.each([
    'Duplicate transaction',
    'Duplication of request',
    'Operación duplicada',
    'Mükerrer işlem',
    'Transaction was captured, multiple captures not allowed',
    'Parent transaction is fully captured',
    'Already processed',
  ])('a failed transaction that says "%s" may refer to our own capture, so it is unknown', async (message) => {
    for (const said of [{ message }, { capture: { status: 'failed', message } }])
      expect(await verdict(inState('failed', { ...said, code: 'F.0105' }))).toMatchObject({
        status: 'unknown',
        error: { code: 'duplicate_reference' },
      });
  });

  test('a captured or pending transaction may have the code of its state', async () => {
    expect(await verdict(inState('successful', { code: 'S.0000' }))).toMatchObject({ status: 'captured' });
    expect(await verdict(inState('pending', { code: 'P.0001' }))).toMatchObject({ status: 'pending' });
    expect(await verdict(inState('processing', { code: 'P.0220' }))).toMatchObject({ status: 'pending' });
  });
});

describe('compared fields', () => {
  test('a captured result lists what was compared, by the documented names', async () => {
    const result = await verdict(changed({ tracking_id: 'other; order-1042 ', code: 'S.0000' }));
    expect(result).toMatchObject({ status: 'captured', providerCode: 'successful' });
    expect(comparedFields(result)).toBe('HTTP status, capture.status, code, type, parent_uid, tracking_id');
  });

  test('a declined result lists what was compared', async () => {
    const result = await verdict(inState('failed'));
    expect(result).toMatchObject({ status: 'declined' });
    expect(comparedFields(result)).toBe('type, parent_uid');
    expect(result).toMatchObject({ reportedAmount: { minor: 50, currency: 'USD' }, amountCheck: 'match' });
  });

  test('an unknown result lists what contradicts: errors, or a code of success in a failure', async () => {
    const errors = { field: 'errors', expected: '(absent)', found: '{"system":["x"]}', agrees: false };
    for (const state of ['successful', 'pending', 'failed']) {
      const result = await verdict({ ...inState(state), errors: { system: ['x'] } });
      expect(result).toMatchObject({ status: 'unknown', error: { code: 'contradictory_response' } });
      expect('checks' in result && result.checks.filter(({ agrees }) => !agrees)).toEqual([errors]);
    }
    expect(await verdict(inState('failed', { code: 'S.0000' }))).toMatchObject({
      status: 'unknown',
      checks: [{ field: 'code', expected: 'declined', found: 'captured', agrees: false }],
    });
  });
});

test('a decline without a message of its own has that of the capture', async () => {
  const declined = { message: undefined, status: 'failed', capture: { status: 'failed', message: 'No funds' } };
  expect(await verdict(changed(declined))).toMatchObject({
    status: 'declined',
    error: { providerMessage: 'No funds' },
  });
});

test('a capture is live or a test only as the transaction states it', async () => {
  for (const [test, live] of [
    [true, false],
    [false, true],
    [undefined, undefined],
    [null, undefined],
    ['true', undefined],
  ])
    expect((await verdict(changed({ test }))).live).toBe(live);
});
