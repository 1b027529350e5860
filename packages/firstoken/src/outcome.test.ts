import { comparedFields, describeResponseRules } from '@capture/testing';
import { describe, expect, test } from 'vitest';
import { amount, changed, info, sample, verdict } from '../test/support.ts';

describe("the documented example's response", () => {
  test('the documented response is pending: its outer success means accepted, not done', async () => {
    expect(await verdict(sample)).toMatchObject({
      status: 'pending',
      captureId: '0001708980791641783622',
      reference: '123456789',
      reportedAmount: { minor: 100_000, currency: 'COP' },
      amountCheck: 'match',
      providerTime: { text: '2024-02-26T20:53:13Z', instant: '2024-02-26T20:53:13.000Z' },
      nextAction: undefined,
      response: {
        data: {
          transaction_info: { request_id: '7089807930896719904951', reconciliation_id: '7089807826426366604953' },
        },
      },
      lookupKeys: {
        captureId: '0001708980791641783622',
        authorizationId: '0001708980782641783611',
        reference: '123456789',
      },
    });
  });

  test('the 22 digits of an id are kept', async () => {
    expect(JSON.stringify(await verdict(sample))).toContain('"captureId":"0001708980791641783622"');
  });

  test.each([
    ['another amount', { amount: { minor: 100_001, currency: 'COP' } }, 'amount_differs'],
    ['a hundredth of it', { amount: { minor: 1000, currency: 'COP' } }, 'amount_differs'],
    ['another currency', { amount: { minor: 100_000, currency: 'MXN' } }, 'amount_differs'],
    ['another payment', { reference: '123456780' }, 'other_payment'],
  ])('the documented response is unknown where %s was requested', async (_what, change, code) => {
    expect(await verdict(sample, change)).toMatchObject({
      status: 'unknown',
      reason: 'contradictory',
      error: { code },
    });
  });

  test.each(['1000', '1000.0', '1000.00', 1000])(
    'the documented response is pending with its amount written as %s',
    async (total) => {
      expect(await verdict(amount('total_amount', total))).toMatchObject({ status: 'pending', amountCheck: 'match' });
    },
  );

  test.each(['success', 'Success', 'SUCCESS'])(
    'the documented response is pending with the outer status %s: both spellings are documented',
    async (status) => {
      expect(await verdict(changed('status', status))).toMatchObject({ status: 'pending' });
    },
  );
});

describe('inner statuses', () => {
  test('an inner status of Captured is captured', async () => {
    const result = await verdict(info('status', 'Captured'));
    expect(JSON.stringify(result)).not.toContain('duplicateHint');
    expect(result).toMatchObject({
      status: 'captured',
      captureId: '0001708980791641783622',
      amountCheck: 'match',
    });
  });

  test.each(['success', 'fail', 'error'])(
    'an inner status of Declined is declined, with the outer status %s',
    async (outer) => {
      expect(await verdict({ ...info('status', 'Declined'), status: outer })).toMatchObject({
        status: 'declined',
        error: { code: 'declined', providerCode: 'Declined', moneyMoved: 'no' },
      });
    },
  );

  const others = 'Collected Authorized Reversed Voided Opened Cancelled Failed Unknown captured PENDING constructor';

  test.each([...others.split(' '), ''])(
    'an inner status of "%s" is no state of a capture, so it is unknown',
    async (status) => {
      for (const outer of ['success', 'fail'])
        expect(await verdict({ ...info('status', status), status: outer })).toMatchObject({
          status: 'unknown',
          reason: 'undecided',
          error: { code: 'unknown_status', moneyMoved: 'unknown' },
        });
    },
  );

  test.each([
    ['insufficient_funds', 'InsufficientFunds'],
    ['card_invalid', 'InvalidCard'],
    ['card_expired', 'ExpiredCard'],
    ['card_lost_or_stolen', 'StolenCard'],
    ['operation_not_allowed', 'InvalidConfiguration'],
    ['invalid_request', 'InvalidData'],
    ['declined', 'Rejected'],
    ['declined', 'Referred'],
    ['declined', 'Undefined'],
  ])('a decline is %s where its reason is %s', async (code, reason) => {
    const response = { ...info('status', 'Declined'), message: `Capture declined: ${reason}` };
    expect(await verdict(response)).toMatchObject({ status: 'declined', error: { code } });
  });

  test.each(['Pending', 'Captured', 'Declined'])(
    'an inner status of %s for another operation or payment is unknown',
    async (status) => {
      const response = info('status', status);
      for (const [member, value] of [
        ['type', 'payment_response'],
        ['type', undefined],
        ['reference_code', '123456780'],
        ['reference_code', undefined],
      ])
        expect(await verdict(changed(`data.transaction_info.${String(member)}`, value, response))).toMatchObject({
          status: 'unknown',
          reason: 'contradictory',
          error: { code: member === 'type' ? 'contradictory_response' : 'other_payment' },
        });
    },
  );
});

describe('response codes', () => {
  const coded = (status: string | undefined, response_code: string | null) =>
    changed('data.transaction_info.response_code', response_code, info('status', status));

  test('the response code 00 approves, as it does in the details of a transaction', async () => {
    expect(await verdict(coded('Captured', '00'))).toMatchObject({ status: 'captured' });
    expect(await verdict(coded('Pending', '00'))).toMatchObject({ status: 'pending' });
    expect(await verdict(coded('Captured', null))).toMatchObject({ status: 'captured' });
  });

  test.each(['05', '0', '000', ''])('the response code "%s" contradicts an accepted status', async (code) => {
    for (const status of ['Captured', 'Pending'])
      expect(await verdict(coded(status, code))).toMatchObject({
        status: 'unknown',
        reason: 'contradictory',
        error: { code: 'contradictory_response' },
      });
    expect(await verdict(coded('Declined', code))).toMatchObject({ status: 'declined' });
  });

  test('the response code 00 contradicts a refusal', async () => {
    const contradiction = {
      status: 'unknown',
      error: { code: 'contradictory_response' },
      checks: [{ field: 'transaction_info.response_code', expected: 'other than 00', found: '00', agrees: false }],
    };
    expect(await verdict({ ...coded(undefined, '00'), status: 'fail' }, { status: 400 })).toMatchObject(contradiction);
    expect(await verdict(coded('Declined', '00'))).toMatchObject({
      ...contradiction,
      checks: [{ field: 'transaction_info.type', agrees: true }, contradiction.checks[0]],
    });
  });
});

describe('successes', () => {
  test.each([
    ['the outer status is fail', changed('status', 'fail'), 'contradictory_response'],
    ['the outer status is error', changed('status', 'Error'), 'contradictory_response'],
    ['the outer status is another word', changed('status', 'ok'), 'unknown_status'],
    ['the outer status is missing', changed('status', undefined), 'unreadable_response'],
    ['there is no inner status', info('status', undefined), 'unknown_status'],
    ['data is empty', changed('data', ''), 'unknown_status'],
    ['data is missing', changed('data', undefined), 'unknown_status'],
    ['data is a number', changed('data', 1000), 'unreadable_response'],
    ['the capture has no id', info('transaction_id', undefined), 'unreadable_response'],
    ['the capture has an empty id', info('transaction_id', ''), 'unreadable_response'],
    ['the id is a number', info('transaction_id', 17089807), 'unreadable_response'],
    ['the amount is missing', amount('total_amount', undefined), 'unreadable_response'],
    ['the amount is no amount', amount('total_amount', '1.000,00'), 'unreadable_response'],
    ['the amount has a centavo more', amount('total_amount', '1000.01'), 'amount_differs'],
    ['the amount is in centavos', amount('total_amount', '100000'), 'amount_differs'],
    ['the currency is missing', amount('currency', undefined), 'unreadable_response'],
    ['the currency is another', amount('currency', 'MXN'), 'amount_differs'],
  ])('a success is unknown where %s', async (_what, response, code) => {
    expect(await verdict(response)).toMatchObject({ status: 'unknown', error: { code } });
  });

  test('an id above 2^53 that comes as a number is unreadable: it has lost digits', async () => {
    const body = JSON.stringify(sample).replace('"0001708980791641783622"', '1708980791641783622');
    expect(await verdict(body)).toMatchObject({ status: 'unknown', reason: 'unreadable' });
  });
});

describeResponseRules(verdict, sample, {
  status: 'pending',
  decisive: {
    members: [
      'status',
      'data',
      'data.order_info',
      'data.transaction_info.type',
      'data.transaction_info.reference_code',
      'data.transaction_info.status',
      'data.order_info.amount_details.total_amount',
      'data.order_info.amount_details.currency',
    ],
    similar: ['pending', 'Captured ', 'Collected', '1000.001', 999.99, '1e3', 'cop'],
    genuine: ['success', 'capture_response', '123456789', 'Pending', 'Captured', 'COP', 1000],
  },
  unreadable: [
    ['a status given twice', '{"status":"fail","status":"success"}'],
    ["a gateway's own refusal", '{"message":"Forbidden"}', 403],
  ],
});

test('a pending result lists what was compared, by the documented names', async () => {
  const result = await verdict(sample);
  expect(result).toMatchObject({ status: 'pending', providerCode: 'Pending' });
  expect(comparedFields(result)).toBe('HTTP status, status, transaction_info.type, transaction_info.reference_code');
});
