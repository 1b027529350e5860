import { comparedFields, describeResponseRules } from '@capture/testing';
import { describe, expect, test } from 'vitest';
import { request, sample, verdict } from '../test/support.ts';

const response = sample.response.body;

describe('refusals of the account', () => {
  test.each([
    ['03', undefined, 'credentials_rejected'],
    ['99', 'Wrong merchant or hash: hash', 'credentials_rejected'],
    ['99', 'MERCHANT NOT FOUND', 'credentials_rejected'],
    ['99', 'Invalid password', 'credentials_rejected'],
    ['99', 'Üye işyeri veya hash hatalı', 'credentials_rejected'],
    ['99', 'ÜYE İŞYERİ BULUNAMADI', 'credentials_rejected'],
    ['99', 'Hash is wrong', 'signature_rejected'],
    ['99', 'HATALI HASH', 'signature_rejected'],
    ['99', 'İmza geçersiz', 'signature_rejected'],
  ])('%s with "%s" is unknown with %s, and says what to check', async (ErrorCode, ErrorMSG, code) => {
    const result = await verdict({ status: 0, ErrorCode, ErrorMSG });
    expect(result).toMatchObject({ status: 'unknown', reason: 'undecided', error: { code, moneyMoved: 'unknown' } });
    const { message, advice } = (result as { error: Error & { advice: string } }).error;
    expect(advice).toMatch(/^Check merchant and password.*Do not send again\. Look up the payment first\.$/);
    if (ErrorMSG !== undefined) expect(message).toContain(ErrorMSG);
  });

  test.each([
    ['Wrong merchant_trx_id'],
    ['Transaction not found'],
    ['Declined by the merchant’s bank'],
    ['System error'],
  ])('"%s" does not refuse the account', async (ErrorMSG) => {
    expect(await verdict({ status: 0, ErrorCode: '99', ErrorMSG })).toMatchObject({
      status: 'unknown',
      error: { code: 'unknown_status' },
    });
  });
});

describe("the documented example's response", () => {
  test('the documented response to a capture of 1.00 TRY is captured', async () => {
    expect(await verdict(response)).toMatchObject({
      status: 'captured',
      captureId: '16252PRtA01010454',
      reference: 'order-1042',
      reportedAmount: { minor: 100, currency: 'TRY' },
      amountCheck: 'match',
      response: { bank_id: 'Akbank', ErrorMSG: 'Success Transaction' },
    });
  });

  test('the documented response to its own request of 23.02 TRY is unknown: it reports another amount', async () => {
    expect(await verdict(response, { amount: { minor: 2302, currency: 'TRY' } })).toMatchObject({
      status: 'unknown',
      reason: 'contradictory',
      amountCheck: 'mismatch',
      reportedAmount: { minor: 100, currency: 'TRY' },
      error: { code: 'amount_differs', moneyMoved: 'unknown' },
      lookupKeys: { reference: 'order-1042' },
    });
  });

  test('the documented response to a capture of 1.00 USD is unknown', async () => {
    expect(await verdict(response, { amount: { minor: 100, currency: 'USD' } })).toMatchObject({
      status: 'unknown',
      error: { code: 'amount_differs' },
    });
  });

  test('the time of a response is day-month-year without a zone, and no zone is assumed', async () => {
    expect(await verdict(response)).toMatchObject({
      providerTime: { text: '08-09-2016 03:17:44', local: '2016-09-08T03:17:44' },
    });
    expect(await verdict({ ...response, time: '20-02-2018 11:26:09' })).toMatchObject({
      providerTime: { local: '2018-02-20T11:26:09' },
    });
    expect(await verdict({ ...response, time: '31-02-2018 11:26:09' })).toMatchObject({
      status: 'captured',
      providerTime: { text: '31-02-2018 11:26:09' },
    });
  });

  test('the message of a success decides nothing: in Turkish it is empty', async () => {
    expect(await verdict({ ...response, ErrorMSG: '' })).toMatchObject({ status: 'captured' });
    expect(await verdict({ ...response, ErrorMSG: 'Red' })).toMatchObject({ status: 'captured' });
  });
});

describe('successes', () => {
  test.each([
    ['ErrorCode is another', { ErrorCode: '05' }, 'contradictory_response'],
    ['ErrorCode is missing', { ErrorCode: undefined }, 'contradictory_response'],
    ['type is another', { type: 'Sale' }, 'contradictory_response'],
    ['type is missing', { type: undefined }, 'contradictory_response'],
    ['the total is missing', { total: undefined }, 'unreadable_response'],
    ['the total is no amount', { total: '1,00' }, 'unreadable_response'],
    ['the total is a number', { total: 1 }, 'unreadable_response'],
    ['the currency is missing', { currency: null }, 'unreadable_response'],
    ['the total has a cent more', { total: '1.01' }, 'amount_differs'],
    ['the capture has no id', { transaction_id: '' }, 'unreadable_response'],
    ['the capture has the id of the preauthorization', { transaction_id: request.authorizationId }, 'other_payment'],
    ['it carries the reference of another payment', { merchant_trx_id: 'order-1043' }, 'other_payment'],
    ['it carries the notes of another payment', { passive_data: 'another' }, 'other_payment'],
    ['status is the string "1"', { status: '1' }, 'unknown_status'],
    ['status is 2', { status: 2 }, 'unknown_status'],
    ['status is missing', { status: undefined }, 'unreadable_response'],
    ['status is a refusal, ErrorCode is not', { status: 0 }, 'contradictory_response'],
  ])('a success is unknown where %s', async (_what, change, code) => {
    expect(await verdict({ ...response, ...change })).toMatchObject({ status: 'unknown', error: { code } });
  });

  test('a success whose total is 1.0 or 1.000 reports 1.00', async () => {
    expect(await verdict({ ...response, total: '1.0' })).toMatchObject({ status: 'captured', amountCheck: 'match' });
    expect(await verdict({ ...response, total: '1.000' })).toMatchObject({
      status: 'captured',
      amountCheck: 'match',
    });
  });

  test('a success that repeats the reference is captured, as is one that names none', async () => {
    expect(await verdict({ ...response, merchant_trx_id: 'order-1042' })).toMatchObject({ status: 'captured' });
  });
});

describeResponseRules(verdict, response, {
  status: 'captured',
  unreadable: [
    ['HTML, as for a 3-D Secure sale', '<html><form action="/3d"></form></html>'],
    ['a success that is cut off', '{"type":"Capture","status":1,"transaction_id":"16252PRtA01010454","ErrorCode":"0'],
    ['a status given twice', '{"status":0,"status":1}'],
  ],
});

describe('refusals', () => {
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
  ])('a refusal with ErrorCode %s is declined with %s', async (ErrorCode, code) => {
    expect(await verdict(refusal(ErrorCode))).toMatchObject({
      status: 'declined',
      error: { code, moneyMoved: 'no', providerCode: ErrorCode, providerMessage: 'Red' },
    });
  });

  test.each(['91', '96', '99', '12', 'E100', '', 'constructor', '__proto__', 'toString'])(
    'a refusal with the undocumented ErrorCode "%s" is unknown',
    async (ErrorCode) => {
      expect(await verdict(refusal(ErrorCode))).toMatchObject({
        status: 'unknown',
        reason: 'undecided',
        error: { code: 'unknown_status' },
      });
    },
  );

  test('a refusal without an ErrorCode is unknown', async () => {
    expect(await verdict({ status: 0 })).toMatchObject({ status: 'unknown', error: { code: 'unknown_status' } });
  });

  test('a refusal of another operation or another payment is unknown', async () => {
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
  ])('a refusal that names %s is for a different payment, so it is unknown', async (_what, change) => {
    expect(await verdict({ ...refusal('51'), ...change })).toMatchObject({
      status: 'unknown',
      error: { code: 'amount_differs' },
    });
  });

  test('a refusal may repeat the request, including the id of the preauthorization', async () => {
    const repeated = { type: 'Capture', transaction_id: request.authorizationId, total: '1.00', currency: 'TRY' };
    expect(await verdict({ ...refusal('51'), ...repeated })).toMatchObject({
      status: 'declined',
      amountCheck: 'match',
    });
  });

  test.each([
    'Mükerrer işlem',
    'İŞLEM MÜKERRER',
    'Bu işlem daha önce yapılmış',
    'Duplicate transaction',
    'Already captured',
  ])('a refusal that says "%s" may refer to our own capture, so it is unknown', async (ErrorMSG) => {
    expect(await verdict({ ...refusal('05'), ErrorMSG })).toMatchObject({
      status: 'unknown',
      error: { code: 'duplicate_reference', providerMessage: ErrorMSG },
    });
  });

  test('a doubt keeps the id of the capture only where the response names something of ours', async () => {
    const transaction_id = '16252PRtA01010454';
    const idOf = async (body: object) => {
      const result = await verdict({ ...refusal('QQ'), transaction_id, ...body });
      return result.status === 'unknown' ? result.lookupKeys.captureId : result.status;
    };
    expect(await idOf({ passive_data: request.notes })).toBe(transaction_id);
    expect(await idOf({ merchant_trx_id: 'order-1042' })).toBe(transaction_id);
    expect(await idOf({ merchant_trx_id: 'order-1043' })).toBeUndefined();
    expect(await idOf({ passive_data: request.notes, merchant_trx_id: 'order-1043' })).toBeUndefined();
    expect(await idOf({})).toBeUndefined();
    expect(await idOf({ passive_data: request.notes, status: [0] })).toBe(transaction_id);
    expect(await idOf({ passive_data: request.notes, ErrorCode: 94 })).toBe(transaction_id);
  });

  test('ErrorCode 94, "duplicate transmission", is named as a duplicate whatever the message says', async () => {
    for (const ErrorMSG of ['Red', undefined, { code: 94 }])
      expect(await verdict({ ...refusal('94'), ErrorMSG })).toMatchObject({
        status: 'unknown',
        error: { code: 'duplicate_reference' },
      });
  });

  test('a hint at a duplicate is found in a message of any type, and in one that is repeated', async () => {
    expect(await verdict({ ...refusal('05'), ErrorMSG: { reason: 'already captured' } })).toMatchObject({
      error: { code: 'duplicate_reference' },
    });
    expect(await verdict('{"status":0,"ErrorCode":"05","ErrorMSG":"duplicate","ErrorMSG":"Red"}')).toMatchObject({
      status: 'unknown',
      error: { code: 'duplicate_reference' },
    });
  });

  test.each([500, 502, 503, 408])('a refusal with HTTP %i is unknown: the server failed', async (status) => {
    expect(await verdict(refusal('51'), { status })).toMatchObject({
      status: 'unknown',
      error: { code: 'provider_error' },
    });
  });
});

describe('compared fields', () => {
  test('a captured result lists what was compared, by the documented names', async () => {
    const result = await verdict({ ...response, merchant_trx_id: 'order-1042' });
    expect(result).toMatchObject({ status: 'captured', providerCode: '00' });
    expect(comparedFields(result)).toBe('HTTP status, ErrorCode, type, merchant_trx_id, passive_data');
  });

  test('a declined result lists what was compared, and a contradiction what was expected and found', async () => {
    const declined = await verdict({ ...response, status: 0, ErrorCode: '51' });
    expect(declined).toMatchObject({ status: 'declined', providerCode: '51' });
    expect(comparedFields(declined)).toBe('type, passive_data');
    expect(await verdict({ ...response, status: 0 })).toMatchObject({
      checks: [
        { field: 'status', expected: '1', found: '0', agrees: false },
        { field: 'ErrorCode', expected: '00', found: '00', agrees: true },
      ],
    });
  });
});
