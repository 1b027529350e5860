import { describe, expect, test } from 'vitest';
import { amount, changed, info, verdict } from '../test/support.ts';

describe('failures', () => {
  test.each([
    [400, 'invalid_request'],
    [403, 'credentials_rejected'],
  ])('a failure with HTTP %i is declined with %s', async (status, code) => {
    for (const outer of ['fail', 'error', 'Fail'])
      for (const data of ['', { transaction_info: { type: 'capture_response' } }])
        expect(await verdict({ status: outer, message: 'Refused', data }, { status })).toMatchObject({
          status: 'declined',
          error: { code, httpStatus: status, moneyMoved: 'no' },
        });
  });

  test.each<[string, object]>([
    ['no data', { message: 'Response blocked by policy' }],
    ['null for data', { message: 'Response blocked by policy', data: null }],
    ['a message in data', { message: 'Refused', data: 'The reason' }],
    ['other details in data', { message: 'Refused', data: { field: 'currency' } }],
    ['an empty object for data', { message: 'Refused', data: {} }],
    ['no message', { data: '' }],
  ])('a failure with %s may be that of a proxy, so it is unknown', async (_what, rest) => {
    for (const status of [400, 403])
      for (const outer of ['fail', 'error'])
        expect(await verdict({ status: outer, ...rest }, { status })).toMatchObject({
          status: 'unknown',
          reason: 'undecided',
        });
  });

  test('a failure with HTTP 400 is unknown beside a success, or beside a state that is no refusal', async () => {
    for (const response of [
      { status: 'success', message: 'Refused', data: '' },
      { ...info('status', 'Reversed'), status: 'fail' },
    ])
      expect(await verdict(response, { status: 400 })).toMatchObject({
        status: 'unknown',
        error: { code: 'unknown_status' },
      });
  });

  test('a failure with HTTP 403 names the key, the account and the source address as possible reasons', async () => {
    const result = await verdict({ status: 'fail', message: 'Forbidden', data: '' }, { status: 403 });
    expect(result.status === 'declined' && result.error.message).toContain(
      'the key, the account or the source address',
    );
  });

  test('a failure keeps its message and a data that is a string', async () => {
    expect(
      await verdict({ status: 'fail', message: 'Bad request', data: 'currency is missing' }, { status: 400 }),
    ).toMatchObject({
      error: { providerMessage: 'Bad request: currency is missing' },
    });
  });

  test('a failure with HTTP 400 and a reason of the processor is declined with the code of that reason', async () => {
    expect(await verdict({ status: 'fail', message: 'Failed', data: 'ExpiredCard' }, { status: 400 })).toMatchObject({
      status: 'declined',
      error: { code: 'card_expired' },
    });
  });

  test.each([
    'Transaction already captured',
    'Duplicate reference_code',
    'Duplication of request',
    'Transacción duplicada',
    'The payment was captured',
    'Payment settled',
  ])('a failure that says "%s", wherever, may refer to our own capture, so it is unknown', async (message) => {
    for (const words of [
      { message, data: '' },
      { message: 'Fail', data: message },
      { message: 'Fail', data: { reason: message } },
      { message: 'Fail', data: { details: [{ text: message }] } },
      { message: 'Fail', data: '', error: message },
      { message: 'Fail', data: { already_captured: true } },
    ])
      expect(await verdict({ status: 'fail', ...words }, { status: 400 })).toMatchObject({
        status: 'unknown',
        error: { code: 'already_captured', moneyMoved: 'unknown' },
      });
    expect(await verdict({ ...info('status', 'Declined'), reason: message })).toMatchObject({
      status: 'unknown',
      error: { code: 'already_captured' },
    });
  });

  test('a failure is declined whatever words the reference of the merchant has in it', async () => {
    const reference = 'duplicate-of-1042';
    const response = changed('data.transaction_info.reference_code', reference, info('status', 'Declined'));
    expect(await verdict(response, { reference })).toMatchObject({ status: 'declined', error: { code: 'declined' } });
  });

  test.each([
    ['another amount', 'total_amount', '1000.01'],
    ['another currency', 'currency', 'MXN'],
  ])('a refusal that names %s is for a different payment, so it is unknown', async (_what, member, value) => {
    const refused = { ...amount(member, value), status: 'fail' };
    for (const [status, http] of [
      ['Declined', 200],
      [undefined, 400],
    ] as const)
      expect(await verdict(changed('data.transaction_info.status', status, refused), { status: http })).toMatchObject({
        status: 'unknown',
        error: { code: 'amount_differs' },
      });
  });

  test.each([
    [200, 'unknown_status'],
    [401, 'credentials_rejected'],
    [404, 'unknown_status'],
    [409, 'unknown_status'],
    [422, 'unknown_status'],
    [429, 'rate_limited'],
    [500, 'provider_error'],
    [503, 'provider_error'],
  ])('a failure with HTTP %i is undocumented, so it is unknown with %s', async (status, code) => {
    expect(await verdict({ status: 'fail', message: 'InsufficientFunds', data: '' }, { status })).toMatchObject({
      status: 'unknown',
      reason: 'undecided',
      error: { code, moneyMoved: 'unknown' },
    });
  });

  test.each([{ reference_code: '123456780' }, { type: 'refund_response' }])(
    'a failure that names another payment is unknown: %j',
    async (info) => {
      const type = 'capture_response';
      const response = { status: 'fail', message: 'Refused', data: { transaction_info: { type, ...info } } };
      expect(await verdict(response, { status: 400 })).toMatchObject({
        status: 'unknown',
        error: { code: 'other_payment' },
      });
    },
  );

  test('an inner status of Declined with HTTP 500 is unknown: the server failed', async () => {
    expect(await verdict(info('status', 'Declined'), { status: 500 })).toMatchObject({
      status: 'unknown',
      error: { code: 'provider_error' },
    });
  });
});

test('the message of a failed capture is the message and the data of its response, without empty ones', async () => {
  const failed = (message: unknown, data: unknown) => verdict({ status: 'fail', message, data }, { status: 400 });
  expect(await failed('Wrong value', 'total_amount')).toMatchObject({
    error: { providerMessage: 'Wrong value: total_amount' },
  });
  expect(await failed('Wrong value', '')).toMatchObject({ error: { providerMessage: 'Wrong value' } });
  expect(await failed(undefined, 'total_amount')).toMatchObject({ error: { providerMessage: 'total_amount' } });
  expect(await failed('', '')).toMatchObject({ error: { providerMessage: undefined } });
});
