import { describe, expect, test } from 'vitest';
import { answering, sampleOf } from '@capture/testing';
import { createPayfull } from './index.ts';

const sample = sampleOf('payfull').response.body;
const request = {
  authorizationId: 'T4U_8d8125d10a_481a77f38',
  amount: { minor: 100, currency: 'TRY' },
  clientIp: '192.168.1.1',
  notes: 'just any passive data',
  reference: 'order-1042',
} as const;

/** What a capture of 1.00 TRY becomes when the provider answers this. */
function verdict(answer: unknown, { status = 200, minor = 100, currency = 'TRY' } = {}) {
  const { fetch } = answering(status, answer);
  const client = createPayfull({
    merchant: 'merchant name',
    password: 'sandbox-payfull-password',
    baseUrl: 'https://shop.payfull.com',
    fetch,
  });
  return client.capture({ ...request, amount: { minor, currency } });
}

describe("the page's example answer", () => {
  test('is captured when 1.00 TRY was asked', async () => {
    expect(await verdict(sample)).toMatchObject({
      status: 'captured',
      captureId: '16252PRtA01010454',
      reference: 'order-1042',
      reportedAmount: { minor: 100, currency: 'TRY' },
      amountCheck: 'matched',
      answer: { bank_id: 'Akbank', ErrorMSG: 'Success Transaction' },
    });
  });

  test('is unknown when 23.02 TRY was asked, as in the page: it reports another amount', async () => {
    expect(await verdict(sample, { minor: 2302 })).toMatchObject({
      status: 'unknown',
      stage: 'contradictory',
      amountCheck: 'differs',
      reportedAmount: { minor: 100, currency: 'TRY' },
      error: { code: 'amount_differs', moneyMoved: 'unknown' },
      lookup: { reference: 'order-1042' },
    });
  });

  test('is unknown when 1.00 USD was asked', async () => {
    expect(await verdict(sample, { currency: 'USD' })).toMatchObject({
      status: 'unknown',
      error: { code: 'amount_differs' },
    });
  });

  test('has a time of day-month-year without a zone, which is not made up', async () => {
    expect(await verdict(sample)).toMatchObject({
      providerTime: { text: '08-09-2016 03:17:44', local: '2016-09-08T03:17:44' },
    });
    expect(await verdict({ ...sample, time: '20-02-2018 11:26:09' })).toMatchObject({
      providerTime: { local: '2018-02-20T11:26:09' },
    });
    expect(await verdict({ ...sample, time: '31-02-2018 11:26:09' })).toMatchObject({
      status: 'captured',
      providerTime: { text: '31-02-2018 11:26:09' },
    });
  });

  test('is judged without its words: in Turkish the message of a success is empty', async () => {
    expect(await verdict({ ...sample, ErrorMSG: '' })).toMatchObject({ status: 'captured' });
    expect(await verdict({ ...sample, ErrorMSG: 'Red' })).toMatchObject({ status: 'captured' });
  });
});

describe('a success needs everything to agree', () => {
  test.each([
    ['ErrorCode is another', { ErrorCode: '05' }, 'contradictory_answer'],
    ['ErrorCode is missing', { ErrorCode: undefined }, 'contradictory_answer'],
    ['type is another', { type: 'Sale' }, 'contradictory_answer'],
    ['type is missing', { type: undefined }, 'contradictory_answer'],
    ['the total is missing', { total: undefined }, 'unreadable_answer'],
    ['the total is no amount', { total: '1,00' }, 'unreadable_answer'],
    ['the total is a number', { total: 1 }, 'unreadable_answer'],
    ['the currency is missing', { currency: null }, 'unreadable_answer'],
    ['the total has a cent more', { total: '1.01' }, 'amount_differs'],
    ['the capture has no id', { transaction_id: '' }, 'unreadable_answer'],
    ['the capture has the id of the preauthorization', { transaction_id: request.authorizationId }, 'other_payment'],
    ['it carries the reference of another payment', { merchant_trx_id: 'order-1043' }, 'other_payment'],
    ['it carries the notes of another payment', { passive_data: 'another' }, 'other_payment'],
    ['status is the text "1"', { status: '1' }, 'unknown_status'],
    ['status is 2', { status: 2 }, 'unknown_status'],
    ['status is missing', { status: undefined }, 'unreadable_answer'],
    ['status is a refusal, ErrorCode is not', { status: 0 }, 'contradictory_answer'],
  ])('unknown where %s', async (_what, change, code) => {
    expect(await verdict({ ...sample, ...change })).toMatchObject({ status: 'unknown', error: { code } });
  });

  test('1.0 and 1.000 are 1.00', async () => {
    expect(await verdict({ ...sample, total: '1.0' })).toMatchObject({ status: 'captured', amountCheck: 'matched' });
    expect(await verdict({ ...sample, total: '1.000' })).toMatchObject({ status: 'captured', amountCheck: 'matched' });
  });

  test.each([201, 400, 402, 500, 503])('HTTP %i', async (status) => {
    const { status: found } = await verdict(sample, { status });
    expect(found).toBe(status === 201 ? 'captured' : 'unknown');
  });

  test('a reference of ours in the answer is evidence, its absence is not held against it', async () => {
    expect(await verdict({ ...sample, merchant_trx_id: 'order-1042' })).toMatchObject({ status: 'captured' });
  });
});

describe('a refusal', () => {
  const refusal = (ErrorCode: string) => ({ status: 0, ErrorCode, ErrorMSG: 'Red' });

  test.each([
    ['04', 'card_lost_or_stolen'],
    ['05', 'declined'],
    ['14', 'card_invalid'],
    ['34', 'suspected_fraud'],
    ['41', 'card_lost_or_stolen'],
    ['43', 'card_lost_or_stolen'],
    ['51', 'insufficient_funds'],
    ['54', 'card_expired'],
    ['57', 'operation_not_allowed'],
    ['59', 'suspected_fraud'],
    ['61', 'limit_exceeded'],
    ['65', 'limit_exceeded'],
    ['82', 'cvv_invalid'],
  ])('ErrorCode %s is %s', async (ErrorCode, code) => {
    expect(await verdict(refusal(ErrorCode))).toMatchObject({
      status: 'declined',
      error: { code, moneyMoved: 'no', providerCode: ErrorCode, providerMessage: 'Red' },
    });
  });

  test.each(['91', '96', '99', '12', 'E100', '', 'constructor', '__proto__', 'toString'])(
    'ErrorCode "%s" is nobody\'s, so the outcome is unknown',
    async (ErrorCode) => {
      expect(await verdict(refusal(ErrorCode))).toMatchObject({
        status: 'unknown',
        stage: 'undecided',
        error: { code: 'unknown_status' },
      });
    },
  );

  test('without an ErrorCode is unknown', async () => {
    expect(await verdict({ status: 0 })).toMatchObject({ status: 'unknown', error: { code: 'unknown_status' } });
  });

  test('of another operation or another payment is unknown', async () => {
    for (const other of [{ type: 'Sale' }, { merchant_trx_id: 'order-1043' }, { passive_data: 'another' }]) {
      expect(await verdict({ ...refusal('51'), ...other })).toMatchObject({
        status: 'unknown',
        error: { code: 'other_payment' },
      });
    }
  });

  test.each([
    ['another total', { total: '1.01', currency: 'TRY' }],
    ['another currency', { total: '1.00', currency: 'USD' }],
  ])('of %s is none of this payment', async (_what, change) => {
    expect(await verdict({ ...refusal('51'), ...change })).toMatchObject({
      status: 'unknown',
      error: { code: 'amount_differs' },
    });
  });

  test('may repeat what was asked, the id of the preauthorization too', async () => {
    const asked = { type: 'Capture', transaction_id: request.authorizationId, total: '1.00', currency: 'TRY' };
    expect(await verdict({ ...refusal('51'), ...asked })).toMatchObject({ status: 'declined', amountCheck: 'matched' });
  });

  test.each([
    'Mükerrer işlem',
    'İŞLEM MÜKERRER',
    'Bu işlem daha önce yapılmış',
    'Duplicate transaction',
    'Already captured',
  ])('that says "%s" may speak of our own capture: unknown', async (ErrorMSG) => {
    expect(await verdict({ ...refusal('05'), ErrorMSG })).toMatchObject({
      status: 'unknown',
      error: { code: 'duplicate_reference', providerMessage: ErrorMSG },
    });
  });

  test.each([500, 502, 503, 408])('with HTTP %i is unknown: the server failed', async (status) => {
    expect(await verdict(refusal('51'), { status })).toMatchObject({
      status: 'unknown',
      error: { code: 'provider_error' },
    });
  });
});

describe('what is no answer of the provider', () => {
  test.each([
    ['empty', ''],
    ['HTML, as for a 3-D Secure sale', '<html><form action="/3d"></form></html>'],
    ['false', 'false'],
    ['a list', '[]'],
    ['cut off', '{"type":"Capture","status":1,"transaction_id":"16252PRtA01010454","ErrorCode":"0'],
    ['a repeated key', '{"status":0,"status":1}'],
  ])('%s: unknown', async (_what, body) => {
    expect(await verdict(body)).toMatchObject({ status: 'unknown', stage: 'unreadable' });
  });
});

describe('a result says what was compared, in the names of the page', () => {
  const compared = async (answer: unknown) => {
    const result = await verdict(answer);
    return {
      code: 'providerCode' in result && result.providerCode,
      fields: 'checks' in result ? result.checks.map(({ field }) => field) : [],
    };
  };

  test('captured', async () => {
    expect(await compared({ ...sample, merchant_trx_id: 'order-1042' })).toEqual({
      code: '00',
      fields: ['HTTP status', 'ErrorCode', 'type', 'merchant_trx_id', 'passive_data'],
    });
  });

  test('refused, and contradictory', async () => {
    const refusal = { ...sample, status: 0, ErrorCode: '51' };
    expect(await compared(refusal)).toEqual({ code: '51', fields: ['type', 'passive_data'] });
    expect(await verdict({ ...sample, status: 0 })).toMatchObject({
      checks: [
        { field: 'status', expected: '1', found: '0', agrees: false },
        { field: 'ErrorCode', expected: '00', found: '00', agrees: true },
      ],
    });
  });
});
