import { ERROR_CODES, money } from '@capture/core';
import { comparedFields, describeResponseRules, printed } from '@capture/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { credentials, request, responses, success, verdict, type PockytResponse } from '../test/support.ts';

const successWith = (change: object): PockytResponse => ({ ...success, result: { ...success.result, ...change } });
const pendingWith = (change: object): PockytResponse => ({
  ...responses.pending,
  result: { ...responses.pending.result, ...change },
});
const refusal = (ret_code: string, ret_msg = 'no'): PockytResponse => ({ ret_code, ret_msg });

test('the documented response is captured', async () => {
  expect(await verdict(success)).toMatchObject({
    provider: 'pockyt',
    status: 'captured',
    captureId: '305680500880311923',
    authorizationId: undefined,
    reference: '1699583693607',
    amount: { minor: 30_000, currency: 'USD' },
    reportedAmount: { minor: 30_000, currency: 'USD' },
    amountCheck: 'match',
    providerTime: { text: '2024-12-03T21:00:00Z', instant: '2024-12-03T21:00:00.000Z' },
    lookupKeys: { reference: '1699583693607', captureId: '305680500880311923' },
  });
});

test('a success whose amount is a JSON number is captured', async () => {
  expect(await verdict(successWith({ amount: 300 }))).toMatchObject({ status: 'captured', amountCheck: 'match' });
});

test('a success in won is captured although it has decimals', async () => {
  const amount = money('5000', 'KRW');
  const response = successWith({ amount: '5000.00', currency: 'KRW' });
  expect(await verdict(response, { amount })).toMatchObject({ status: 'captured' });
});

describe('pending captures', () => {
  test.each(['authenticationUrl', 'authUrl'])(
    'the 3-D Secure address of a pending capture is read from %s',
    async (name) => {
      const url = 'https://www.sandbox.paypal.com/webapps/helios?action=verify&flow=3ds';
      const body = pendingWith({ authenticationUrl: undefined, [name]: url });
      expect(await verdict(body)).toMatchObject({ status: 'pending', nextAction: { type: 'redirect', url } });
    },
  );

  test('a pending capture may have no address', async () => {
    const result = await verdict(pendingWith({ authenticationUrl: undefined }));
    expect(result).toMatchObject({ status: 'pending', nextAction: undefined });
  });

  test('an address of a pending capture that is not secure is not passed on', async () => {
    const result = await verdict(pendingWith({ authenticationUrl: 'http://www.sandbox.paypal.com/' }));
    expect(result).toMatchObject({ status: 'pending', nextAction: undefined });
  });

  test("a pending capture may name neither reference nor amount, as in the vendor's sample", async () => {
    const result = {
      authenticationUrl:
        'https://www.sandbox.paypal.com/webapps/helios?action=verify&flow=3ds&cart_id=57785247L5766591F',
      customerNo: '2000357955353018248632',
      transactionNo: '378125656535259873',
      status: 'pending',
    };
    expect(await verdict({ ret_code: '000100', ret_msg: 'success', result })).toMatchObject({
      status: 'pending',
      captureId: '378125656535259873',
      reportedAmount: undefined,
      amountCheck: 'not-reported',
      nextAction: { url: result.authenticationUrl },
    });
  });

  test.each([
    ['another reference', { reference: 'other' }, 'other_payment'],
    ['another amount', { amount: '301.00' }, 'amount_differs'],
    ['another currency', { currency: 'CNY' }, 'amount_differs'],
    ['half an amount', { currency: undefined }, 'unreadable_response'],
    ['no id', { transactionNo: undefined }, 'unreadable_response'],
  ])('a pending capture with %s is unknown', async (_what, change, code) => {
    expect(await verdict(pendingWith(change))).toMatchObject({ status: 'unknown', error: { code } });
  });
});

describe('successes', () => {
  test.each([
    ['another reference', { reference: 'other' }, 'contradictory', 'other_payment'],
    ['no reference', { reference: undefined }, 'contradictory', 'other_payment'],
    ['another amount', { amount: '300.01' }, 'contradictory', 'amount_differs'],
    ['an amount a hundred times as large', { amount: '30000' }, 'contradictory', 'amount_differs'],
    ['another currency', { currency: 'CNY' }, 'contradictory', 'amount_differs'],
    ['an unreadable amount', { amount: '300,00' }, 'unreadable', 'unreadable_response'],
    ['no amount', { amount: undefined }, 'unreadable', 'unreadable_response'],
    ['no currency', { currency: undefined }, 'unreadable', 'unreadable_response'],
    ['neither amount nor currency', { amount: undefined, currency: undefined }, 'unreadable', 'unreadable_response'],
    ['no id', { transactionNo: undefined }, 'unreadable', 'unreadable_response'],
    ['an empty id', { transactionNo: '' }, 'unreadable', 'unreadable_response'],
    ['an id that is a number', { transactionNo: 305680 }, 'unreadable', 'unreadable_response'],
    ['the type of a refund', { transactionType: 'refund' }, 'contradictory', 'other_payment'],
  ])('a success with %s is unknown', async (_what, change, reason, code) => {
    expect(await verdict(successWith(change))).toMatchObject({ status: 'unknown', reason, error: { code } });
  });

  test.each(Object.keys(responses.returnCodes).filter((code) => code !== '000100'))(
    'a success with the return code %s contradicts itself, so it is unknown',
    async (ret_code) => {
      const result = await verdict({ ...success, ret_code });
      expect(result).toMatchObject({ status: 'unknown', error: { code: 'contradictory_response' } });
    },
  );
});

describeResponseRules(verdict, success, {
  status: 'captured',
  unreadable: [
    ['without a ret_code', JSON.stringify({ result: success.result })],
    ['with a ret_code that is a number', '{"ret_code":100}'],
    ['the wrapper of a test tool', JSON.stringify({ status: 200, resultBody: success.result })],
    [
      'a success with its status given twice',
      JSON.stringify(success).replace('"status":', '"status":"failed","status":'),
    ],
    ['a refusal with a string for its result', '{"ret_code":"000023","result":"no"}'],
  ],
});

describe('status words', () => {
  test('a failed payment is declined', async () => {
    const result = await verdict(successWith({ status: 'failed' }));
    expect(result).toMatchObject({
      status: 'declined',
      error: { code: 'declined', providerCode: 'failed', moneyMoved: 'no' },
    });
  });

  test('a failed payment with another reference is unknown', async () => {
    const result = await verdict(successWith({ status: 'failed', reference: 'other' }));
    expect(result).toMatchObject({ status: 'unknown', error: { code: 'other_payment' } });
  });

  test('a failed payment with a server error is unknown', async () => {
    expect(await verdict(successWith({ status: 'failed' }), { status: 500 })).toMatchObject({ status: 'unknown' });
  });

  test.each(['Success', 'SUCCESS', 'succeeded', 'init', 'dealing', 'closed', 'returned', ''])(
    'a payment with the undocumented status %j is unknown',
    async (status) => {
      const result = await verdict(successWith({ status }));
      expect(result).toMatchObject({ status: 'unknown', reason: 'undecided', error: { code: 'unknown_status' } });
    },
  );

  test.each([
    ['no result', { ret_code: '000100' }],
    ['a result of null', { ret_code: '000100', result: null }],
  ])('a response with %s is unknown', async (_what, body) => {
    expect(await verdict(body)).toMatchObject({ status: 'unknown', error: { code: 'unknown_status' } });
  });
});

describe('return codes', () => {
  test.each([
    ['000010', 'invalid_request'],
    ['000020', 'invalid_request'],
    ['000021', 'invalid_request'],
    ['000022', 'invalid_request'],
    ['000023', 'invalid_request'],
    ['000030', 'operation_not_allowed'],
  ])('a refusal with return code %s is declined with %s', async (code, ours) => {
    expect(await verdict(refusal(code))).toMatchObject({
      status: 'declined',
      error: { code: ours, providerCode: code, providerMessage: 'no', moneyMoved: 'no' },
    });
  });

  test.each([
    ['000000', 'provider_error'],
    ['000080', 'provider_error'],
    ['000040', 'unknown_status'],
    ['000099', 'unknown_status'],
    ['100', 'unknown_status'],
    ['constructor', 'unknown_status'],
    ['toString', 'unknown_status'],
  ])('a refusal with return code %s is unknown with %s', async (code, ours) => {
    const result = await verdict(refusal(code));
    expect(result).toMatchObject({ status: 'unknown', error: { code: ours, moneyMoved: 'unknown', retriable: false } });
  });

  test('every documented return code is in these tables', () => {
    expect(Object.keys(responses.returnCodes)).toHaveLength(10);
    expect(responses.statuses).toEqual(['success', 'pending', 'failed']);
  });

  test.each([
    'duplicate reference',
    'The reference has been used',
    'Order already exists',
    'repeated request',
    '订单号重复',
    'Transacción duplicada',
  ])('a refusal that says %j may refer to our own capture, so it is unknown', async (words) => {
    const codes = ['000020', '000022', '000023', '000040', '000080', '000999'];
    for (const code of codes) {
      const result = await verdict(refusal(code, words));
      expect(result).toMatchObject({ status: 'unknown', error: { code: 'duplicate_reference' } });
    }
    const failed = await verdict({ ...successWith({ status: 'failed' }), ret_msg: words });
    expect(failed).toMatchObject({ status: 'unknown', error: { code: 'duplicate_reference' } });
  });

  test.each([
    ['a status that is none of a capture', { status: 'dealing' }],
    ['an empty status', { status: '' }],
    ['an id', { transactionNo: '305680500880311923' }],
    ['a failed payment with an id', { status: 'failed', transactionNo: '305680500880311923' }],
  ])('a refusal beside %s contradicts itself, so it is unknown', async (_what, result) => {
    for (const code of ['000010', '000020', '000023', '000030'])
      expect(await verdict({ ...refusal(code), result })).toMatchObject({
        status: 'unknown',
        reason: 'contradictory',
        error: { code: 'contradictory_response', providerCode: code },
      });
  });

  test.each([{}, null, { status: 'failed' }, { reference: request.reference, amount: '300.00', currency: 'USD' }])(
    'a refusal beside the result %j is declined',
    async (result) => {
      expect(await verdict({ ...refusal('000023'), result })).toMatchObject({ status: 'declined' });
    },
  );

  test.each([
    ['another amount', { amount: '301.00', currency: 'USD' }],
    ['another currency', { amount: '300.00', currency: 'CNY' }],
  ])('a refusal that names %s is for a different payment, so it is unknown', async (_what, change) => {
    for (const response of [{ ...refusal('000023'), result: change }, successWith({ ...change, status: 'failed' })])
      expect(await verdict(response)).toMatchObject({ status: 'unknown', error: { code: 'amount_differs' } });
  });

  test.each(['merchantNo: no permission', 'store No is invalid', 'unknown merGroupNo'])(
    'a refusal that says %j is declined with credentials_rejected',
    async (words) => {
      expect(await verdict(refusal('000030', words))).toMatchObject({
        status: 'declined',
        error: { code: 'credentials_rejected', advice: 'Check merchantNo, storeNo and token.' },
      });
    },
  );

  test('a refusal for missing permission names merchantNo and storeNo, in message and advice', async () => {
    const { error } = (await verdict(refusal('000030', 'no permission'))) as { error: Error & { advice: string } };
    expect(error.message).toContain(error.advice);
    expect(error.advice).toMatch(/merchantNo and storeNo/);
    expect(error.message).toContain('000030: no permission');
  });

  test.each(['verifySign error', 'Verify sign failed', 'invalid signature'])(
    'a refusal that says %j is declined with signature_rejected',
    async (words) => {
      expect(await verdict(refusal('000030', words))).toMatchObject({
        status: 'declined',
        error: { code: 'signature_rejected', category: 'credentials' },
      });
    },
  );

  test.each([500, 503, 408])('a refusal with HTTP %i is unknown', async (status) => {
    expect(await verdict(refusal('000023'), { status })).toMatchObject({ status: 'unknown' });
  });

  test.each([400, 401, 403])('a refusal with HTTP %i is declined', async (status) => {
    expect(await verdict(refusal('000030'), { status })).toMatchObject({ status: 'declined' });
  });
});

test('the card data and credentials that a response repeats are left out of the result', async () => {
  const { card } = request;
  const leak = `card ${card.number} cvv ${card.cvv} token ${credentials.token}`;
  const bodies = [
    successWith({ cardNumber: card.number, reference: leak }),
    refusal('000023', leak),
    pendingWith({ transactionNo: card.number }),
  ];
  for (const body of bodies) {
    expect(printed(await verdict(body))).not.toMatch(new RegExp(`${card.number}|${credentials.token}|cvv 123`));
  }
});

test('a response is captured only where every member that decides is genuine, and none throws', async () => {
  const word = fc.constantFrom(
    'success',
    'pending',
    'failed',
    '000100',
    '000023',
    '1699583693607',
    '300.00',
    'USD',
    '',
    '__proto__',
  );
  const value = fc.oneof(word, fc.anything({ maxDepth: 1 }));
  const member = fc.constantFrom('status', 'transactionNo', 'reference', 'amount', 'currency', 'transactionType');
  await fc.assert(
    fc.asyncProperty(member, value, fc.option(value), async (name, inner, outer) => {
      const body =
        outer === null ? successWith({ [name]: inner }) : { ...successWith({ [name]: inner }), ret_code: outer };
      const text = JSON.stringify(body, (_key, item: unknown) => (typeof item === 'bigint' ? String(item) : item)) as
        string | undefined;
      const result = await verdict(text ?? '');
      if (result.status !== 'captured') {
        if ('error' in result) expect(Object.keys(ERROR_CODES)).toContain(result.error.code);
        return;
      }
      const seen = JSON.parse(text ?? '') as PockytResponse;
      expect(seen).toMatchObject({
        ret_code: '000100',
        result: { status: 'success', reference: request.reference, currency: 'USD' },
      });
      expect(Number(seen.result?.['amount'])).toBe(300);
    }),
    { seed: 20_260_402, numRuns: 500 },
  );
});

test('a captured result lists what was compared, by the names of the response', async () => {
  const result = await verdict(successWith({ transactionType: 'payment' }));
  expect(result).toMatchObject({ status: 'captured', providerCode: '000100' });
  expect(comparedFields(result)).toBe('HTTP status, ret_code, reference, transactionType');
});
