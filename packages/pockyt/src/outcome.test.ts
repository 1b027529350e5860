import { inspect } from 'node:util';
import { ERROR_CODES, money } from '@capture/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answering, answers, request, sample, type Answer } from '../test/support.ts';

const capture = (body: unknown, status?: number) =>
  answering(body, status === undefined ? {} : { status }).client.capture(request);
const success = sample.response.body;
const successWith = (change: object): Answer => ({ ...success, result: { ...success.result, ...change } });
const pendingWith = (change: object): Answer => ({
  ...answers.pending,
  result: { ...answers.pending.result, ...change },
});
const refusal = (ret_code: string, ret_msg = 'no'): Answer => ({ ret_code, ret_msg });

test("the page's example is captured", async () => {
  expect(await capture(success)).toMatchObject({
    provider: 'pockyt',
    status: 'captured',
    captureId: '305680500880311923',
    authorizationId: undefined,
    reference: '1699583693607',
    amount: { minor: 30_000, currency: 'USD' },
    reportedAmount: { minor: 30_000, currency: 'USD' },
    amountCheck: 'matched',
    providerTime: { text: '2024-12-03T21:00:00Z', instant: '2024-12-03T21:00:00.000Z' },
    lookup: { reference: '1699583693607', captureId: '305680500880311923' },
  });
});

test('an amount that is a JSON number is read as well', async () => {
  expect(await capture(successWith({ amount: 300 }))).toMatchObject({ status: 'captured', amountCheck: 'matched' });
});

test('won come back with decimals that change nothing', async () => {
  const { client } = answering(successWith({ amount: '5000.00', currency: 'KRW' }));
  expect(await client.capture({ ...request, amount: money('5000', 'KRW') })).toMatchObject({ status: 'captured' });
});

describe('pending', () => {
  test.each(['authenticationUrl', 'authUrl'])('the 3-D Secure address is found under %s', async (name) => {
    const url = 'https://www.sandbox.paypal.com/webapps/helios?action=verify&flow=3ds';
    const body = pendingWith({ authenticationUrl: undefined, [name]: url });
    expect(await capture(body)).toMatchObject({ status: 'pending', nextAction: { type: 'redirect', url } });
  });

  test('there may be no address', async () => {
    const result = await capture(pendingWith({ authenticationUrl: undefined }));
    expect(result).toMatchObject({ status: 'pending', nextAction: undefined });
  });

  test('an address that is not secure is not handed on', async () => {
    const result = await capture(pendingWith({ authenticationUrl: 'http://www.sandbox.paypal.com/' }));
    expect(result).toMatchObject({ status: 'pending', nextAction: undefined });
  });

  test("the vendor's own sample names neither reference nor amount, and another customer", async () => {
    const result = {
      authenticationUrl:
        'https://www.sandbox.paypal.com/webapps/helios?action=verify&flow=3ds&cart_id=57785247L5766591F',
      customerNo: '2000357955353018248632',
      transactionNo: '378125656535259873',
      status: 'pending',
    };
    expect(await capture({ ret_code: '000100', ret_msg: 'success', result })).toMatchObject({
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
    ['half an amount', { currency: undefined }, 'unreadable_answer'],
    ['no id', { transactionNo: undefined }, 'unreadable_answer'],
  ])('with %s it is unknown', async (_what, change, code) => {
    expect(await capture(pendingWith(change))).toMatchObject({ status: 'unknown', error: { code } });
  });
});

describe('a success is believed only where everything agrees', () => {
  test.each([
    ['another reference', { reference: 'other' }, 'contradictory', 'other_payment'],
    ['no reference', { reference: undefined }, 'contradictory', 'other_payment'],
    ['another amount', { amount: '300.01' }, 'contradictory', 'amount_differs'],
    ['an amount a hundred times as large', { amount: '30000' }, 'contradictory', 'amount_differs'],
    ['another currency', { currency: 'CNY' }, 'contradictory', 'amount_differs'],
    ['an unreadable amount', { amount: '300,00' }, 'unreadable', 'unreadable_answer'],
    ['no amount', { amount: undefined }, 'unreadable', 'unreadable_answer'],
    ['no currency', { currency: undefined }, 'unreadable', 'unreadable_answer'],
    ['neither', { amount: undefined, currency: undefined }, 'unreadable', 'unreadable_answer'],
    ['no id', { transactionNo: undefined }, 'unreadable', 'unreadable_answer'],
    ['an empty id', { transactionNo: '' }, 'unreadable', 'unreadable_answer'],
    ['an id that is a number', { transactionNo: 305680 }, 'unreadable', 'unreadable_answer'],
    ['a refund', { transactionType: 'refund' }, 'contradictory', 'other_payment'],
  ])('with %s it is unknown', async (_what, change, stage, code) => {
    expect(await capture(successWith(change))).toMatchObject({ status: 'unknown', stage, error: { code } });
  });

  test.each(Object.keys(answers.returnCodes).filter((code) => code !== '000100'))(
    'success inside and %s outside is a contradiction',
    async (ret_code) => {
      const result = await capture({ ...success, ret_code });
      expect(result).toMatchObject({ status: 'unknown', error: { code: 'contradictory_answer' } });
    },
  );

  test.each([199 + 102, 400, 401, 403, 404, 409, 429, 500, 502, 503])('with HTTP %i it is unknown', async (status) => {
    expect(await capture(success, status)).toMatchObject({ status: 'unknown' });
  });
});

describe('status words', () => {
  test('failed is declined', async () => {
    const result = await capture(successWith({ status: 'failed' }));
    expect(result).toMatchObject({
      status: 'declined',
      error: { code: 'declined', providerCode: 'failed', moneyMoved: 'no' },
    });
  });

  test('failed about another payment is unknown', async () => {
    const result = await capture(successWith({ status: 'failed', reference: 'other' }));
    expect(result).toMatchObject({ status: 'unknown', error: { code: 'other_payment' } });
  });

  test('failed with a server error is unknown', async () => {
    expect(await capture(successWith({ status: 'failed' }), 500)).toMatchObject({ status: 'unknown' });
  });

  test.each(['Success', 'SUCCESS', 'succeeded', 'init', 'dealing', 'closed', 'returned', ''])(
    '%j is no documented word of a capture, so it is unknown',
    async (status) => {
      const result = await capture(successWith({ status }));
      expect(result).toMatchObject({ status: 'unknown', stage: 'undecided', error: { code: 'unknown_status' } });
    },
  );

  test.each([
    ['none', { ret_code: '000100' }],
    ['null', { ret_code: '000100', result: null }],
  ])('%s at all is unknown', async (_what, body) => {
    expect(await capture(body)).toMatchObject({ status: 'unknown', error: { code: 'unknown_status' } });
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
  ])('%s is declined: %s', async (code, ours) => {
    expect(await capture(refusal(code))).toMatchObject({
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
  ])('%s does not say what became of the money: unknown', async (code, ours) => {
    const result = await capture(refusal(code));
    expect(result).toMatchObject({ status: 'unknown', error: { code: ours, moneyMoved: 'unknown', retriable: false } });
  });

  test('every documented code is in these tables', () => {
    expect(Object.keys(answers.returnCodes)).toHaveLength(10);
    expect(answers.statuses).toEqual(['success', 'pending', 'failed']);
  });

  test.each([
    'duplicate reference',
    'The reference has been used',
    'Order already exists',
    'repeated request',
    '订单号重复',
    'Transacción duplicada',
  ])('%j may be the trace of an earlier capture: unknown', async (words) => {
    const codes = ['000020', '000022', '000023', '000040', '000080', '000999'];
    for (const code of codes) {
      const result = await capture(refusal(code, words));
      expect(result).toMatchObject({ status: 'unknown', error: { code: 'duplicate_reference' } });
    }
    const failed = await capture({ ...successWith({ status: 'failed' }), ret_msg: words });
    expect(failed).toMatchObject({ status: 'unknown', error: { code: 'duplicate_reference' } });
  });

  test.each([
    ['a status that is none of a capture', { status: 'dealing' }],
    ['an empty status', { status: '' }],
    ['an id', { transactionNo: '305680500880311923' }],
    ['a failed payment with an id', { status: 'failed', transactionNo: '305680500880311923' }],
  ])('a refusal beside %s contradicts itself', async (_what, result) => {
    for (const code of ['000010', '000020', '000023', '000030'])
      expect(await capture({ ...refusal(code), result })).toMatchObject({
        status: 'unknown',
        stage: 'contradictory',
        error: { code: 'contradictory_answer', providerCode: code },
      });
  });

  test.each([{}, null, { status: 'failed' }, { reference: request.reference, amount: '300.00', currency: 'USD' }])(
    'a refusal beside %j is one',
    async (result) => {
      expect(await capture({ ...refusal('000023'), result })).toMatchObject({ status: 'declined' });
    },
  );

  test.each([
    ['another amount', { amount: '301.00', currency: 'USD' }],
    ['another currency', { amount: '300.00', currency: 'CNY' }],
  ])('a refusal of %s is none of this payment', async (_what, change) => {
    for (const answer of [{ ...refusal('000023'), result: change }, successWith({ ...change, status: 'failed' })])
      expect(await capture(answer)).toMatchObject({ status: 'unknown', error: { code: 'amount_differs' } });
  });

  test.each(['verifySign error', 'Verify sign failed', 'invalid signature'])(
    '%j names the signature',
    async (words) => {
      expect(await capture(refusal('000030', words))).toMatchObject({
        status: 'declined',
        error: { code: 'signature_rejected', category: 'credentials' },
      });
    },
  );

  test.each([500, 503, 408])('a refusal under HTTP %i proves nothing', async (status) => {
    expect(await capture(refusal('000023'), status)).toMatchObject({ status: 'unknown' });
  });

  test.each([400, 401, 403])('a refusal under HTTP %i is one', async (status) => {
    expect(await capture(refusal('000030'), status)).toMatchObject({ status: 'declined' });
  });
});

test.each([
  ['nothing', ''],
  ['HTML', '<html>502</html>'],
  ['half of it', JSON.stringify(success).slice(0, -20)],
  ['a list', '[]'],
  ['no ret_code', JSON.stringify({ result: success.result })],
  ['a ret_code that is a number', '{"ret_code":100}'],
  ['the wrapper of a test tool', JSON.stringify({ status: 200, resultBody: success.result })],
  ['a status twice', JSON.stringify(success).replace('"status":', '"status":"failed","status":')],
  ['text for a result', '{"ret_code":"000023","result":"no"}'],
])('%s is unreadable, so it is unknown', async (_what, body) => {
  expect(await capture(body)).toMatchObject({ status: 'unknown', stage: 'unreadable' });
});

test('an answer that repeats card data and credentials does not bring them back', async () => {
  const { card } = request;
  const leak = `card ${card.number} cvv ${card.cvv} token ${sample.credentials.token}`;
  const bodies = [
    successWith({ cardNumber: card.number, reference: leak }),
    refusal('000023', leak),
    pendingWith({ transactionNo: card.number }),
  ];
  for (const body of bodies) {
    const result = await capture(body);
    const printed = inspect(result, { depth: Infinity, showHidden: true }) + JSON.stringify(result);
    expect(printed).not.toMatch(new RegExp(`${card.number}|${sample.credentials.token}|cvv 123`));
  }
});

test('no answer is captured but the genuine one, and none throws', async () => {
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
      const result = await capture(text ?? '');
      if (result.status !== 'captured') {
        if ('error' in result) expect(Object.keys(ERROR_CODES)).toContain(result.error.code);
        return;
      }
      const seen = JSON.parse(text ?? '') as Answer;
      expect(seen).toMatchObject({
        ret_code: '000100',
        result: { status: 'success', reference: request.reference, currency: 'USD' },
      });
      expect(Number(seen.result?.['amount'])).toBe(300);
    }),
    { seed: 20_260_402, numRuns: 500 },
  );
});

test('a result says what was compared, in the names of the answer', async () => {
  const result = await capture(successWith({ transactionType: 'payment' }));
  expect(result).toMatchObject({ status: 'captured', providerCode: '000100' });
  expect('checks' in result && result.checks.map(({ field }) => field)).toEqual([
    'HTTP status',
    'ret_code',
    'reference',
    'transactionType',
  ]);
});
