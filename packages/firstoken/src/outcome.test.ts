import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amount, changed, info, sample, verdict } from '../test/support.ts';

describe("the page's example answer", () => {
  test('is pending: the outer success says that it was taken, not that it is done', async () => {
    expect(await verdict(sample)).toMatchObject({
      status: 'pending',
      captureId: '0001708980791641783622',
      reference: '123456789',
      reportedAmount: { minor: 100_000, currency: 'COP' },
      amountCheck: 'matched',
      providerTime: { text: '2024-02-26T20:53:13Z', instant: '2024-02-26T20:53:13.000Z' },
      nextAction: undefined,
      answer: {
        data: {
          transaction_info: { request_id: '7089807930896719904951', reconciliation_id: '7089807826426366604953' },
        },
      },
      lookup: {
        captureId: '0001708980791641783622',
        authorizationId: '0001708980782641783611',
        reference: '123456789',
      },
    });
  });

  test('keeps the 22 digits of its ids', async () => {
    expect(JSON.stringify(await verdict(sample))).toContain('"captureId":"0001708980791641783622"');
  });

  test.each([
    ['another amount', { amount: { minor: 100_001, currency: 'COP' } }, 'amount_differs'],
    ['a hundredth of it', { amount: { minor: 1000, currency: 'COP' } }, 'amount_differs'],
    ['another currency', { amount: { minor: 100_000, currency: 'MXN' } }, 'amount_differs'],
    ['another payment', { reference: '123456780' }, 'other_payment'],
  ])('is unknown where %s was asked', async (_what, asked, code) => {
    expect(await verdict(sample, asked)).toMatchObject({ status: 'unknown', stage: 'contradictory', error: { code } });
  });

  test.each(['1000', '1000.0', '1000.00', 1000])('is the same with an amount of %s', async (total) => {
    expect(await verdict(amount('total_amount', total))).toMatchObject({ status: 'pending', amountCheck: 'matched' });
  });

  test.each(['success', 'Success', 'SUCCESS'])('is the same with the status %s: the page has both', async (status) => {
    expect(await verdict(changed('status', status))).toMatchObject({ status: 'pending' });
  });
});

describe('the inner status decides', () => {
  test('Captured is captured', async () => {
    const result = await verdict(info('status', 'Captured'));
    expect(JSON.stringify(result)).not.toContain('duplicateHint');
    expect(result).toMatchObject({
      status: 'captured',
      captureId: '0001708980791641783622',
      amountCheck: 'matched',
    });
  });

  test.each(['success', 'fail', 'error'])('Declined is declined, with the outer status %s', async (outer) => {
    expect(await verdict({ ...info('status', 'Declined'), status: outer })).toMatchObject({
      status: 'declined',
      error: { code: 'declined', providerCode: 'Declined', moneyMoved: 'no' },
    });
  });

  const others = 'Collected Authorized Reversed Voided Opened Cancelled Failed Unknown captured PENDING constructor';

  test.each([...others.split(' '), ''])('%s is no state of a capture: unknown', async (status) => {
    for (const outer of ['success', 'fail'])
      expect(await verdict({ ...info('status', status), status: outer })).toMatchObject({
        status: 'unknown',
        stage: 'undecided',
        error: { code: 'unknown_status', moneyMoved: 'unknown' },
      });
  });

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
  ])('%s, where a decline gives the reason %s', async (code, reason) => {
    const answer = { ...info('status', 'Declined'), message: `Capture declined: ${reason}` };
    expect(await verdict(answer)).toMatchObject({ status: 'declined', error: { code } });
  });

  test.each(['Pending', 'Captured', 'Declined'])('%s of another operation or payment is unknown', async (status) => {
    const answer = info('status', status);
    for (const [member, value] of [
      ['type', 'payment_response'],
      ['type', undefined],
      ['reference_code', '123456780'],
      ['reference_code', undefined],
    ])
      expect(await verdict(changed(`data.transaction_info.${String(member)}`, value, answer))).toMatchObject({
        status: 'unknown',
        stage: 'contradictory',
        error: { code: member === 'type' ? 'contradictory_answer' : 'other_payment' },
      });
  });
});

describe('the response code, where there is one', () => {
  const coded = (status: string | undefined, response_code: string | null) =>
    changed('data.transaction_info.response_code', response_code, info('status', status));

  test('00 approves, as in the transaction details of the provider', async () => {
    expect(await verdict(coded('Captured', '00'))).toMatchObject({ status: 'captured' });
    expect(await verdict(coded('Pending', '00'))).toMatchObject({ status: 'pending' });
    expect(await verdict(coded('Captured', null))).toMatchObject({ status: 'captured' });
  });

  test.each(['05', '0', '000', ''])('"%s" beside an accepted status contradicts it', async (code) => {
    for (const status of ['Captured', 'Pending'])
      expect(await verdict(coded(status, code))).toMatchObject({
        status: 'unknown',
        stage: 'contradictory',
        error: { code: 'contradictory_answer' },
      });
    expect(await verdict(coded('Declined', code))).toMatchObject({ status: 'declined' });
  });

  test('00 beside a refusal contradicts it', async () => {
    const contradiction = {
      status: 'unknown',
      error: { code: 'contradictory_answer' },
      checks: [{ field: 'transaction_info.response_code', expected: 'other than 00', found: '00', agrees: false }],
    };
    expect(await verdict({ ...coded(undefined, '00'), status: 'fail' }, { status: 400 })).toMatchObject(contradiction);
    expect(await verdict(coded('Declined', '00'))).toMatchObject({
      ...contradiction,
      checks: [{ field: 'transaction_info.type', agrees: true }, contradiction.checks[0]],
    });
  });
});

describe('a success needs everything to agree', () => {
  test.each([
    ['the outer status is fail', changed('status', 'fail'), 'contradictory_answer'],
    ['the outer status is error', changed('status', 'Error'), 'contradictory_answer'],
    ['the outer status is another word', changed('status', 'ok'), 'unknown_status'],
    ['the outer status is missing', changed('status', undefined), 'unreadable_answer'],
    ['there is no inner status', info('status', undefined), 'unknown_status'],
    ['data is empty', changed('data', ''), 'unknown_status'],
    ['data is missing', changed('data', undefined), 'unknown_status'],
    ['data is a number', changed('data', 1000), 'unreadable_answer'],
    ['the capture has no id', info('transaction_id', undefined), 'unreadable_answer'],
    ['the capture has an empty id', info('transaction_id', ''), 'unreadable_answer'],
    ['the id is a number', info('transaction_id', 17089807), 'unreadable_answer'],
    ['the amount is missing', amount('total_amount', undefined), 'unreadable_answer'],
    ['the amount is no amount', amount('total_amount', '1.000,00'), 'unreadable_answer'],
    ['the amount has a centavo more', amount('total_amount', '1000.01'), 'amount_differs'],
    ['the amount is in centavos', amount('total_amount', '100000'), 'amount_differs'],
    ['the currency is missing', amount('currency', undefined), 'unreadable_answer'],
    ['the currency is another', amount('currency', 'MXN'), 'amount_differs'],
  ])('unknown where %s', async (_what, answer, code) => {
    expect(await verdict(answer)).toMatchObject({ status: 'unknown', error: { code } });
  });

  test.each([201, 400, 403, 409, 500, 503])('HTTP %i', async (status) => {
    expect((await verdict(sample, { status })).status).toBe(status === 201 ? 'pending' : 'unknown');
  });

  test('an id beyond 2^53 that comes as a number is not read: it has lost digits', async () => {
    const body = JSON.stringify(sample).replace('"0001708980791641783622"', '1708980791641783622');
    expect(await verdict(body)).toMatchObject({ status: 'unknown', stage: 'unreadable' });
  });

  test('no other value in any place that counts is ever pending or captured', async () => {
    const places = [
      'status',
      'data',
      'data.order_info',
      'data.transaction_info.type',
      'data.transaction_info.reference_code',
    ];
    const details = [
      'data.transaction_info.status',
      'data.order_info.amount_details.total_amount',
      'data.order_info.amount_details.currency',
    ];
    const values = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('pending', 'Captured ', 'Collected', '1000.001', 999.99, '1e3', 'cop'),
    );
    const same = ['success', 'capture_response', '123456789', 'Pending', 'Captured', 'COP', 1000];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places, ...details), values, async (path, value) => {
        fc.pre(!same.includes(value as never));
        expect((await verdict(changed(path, value))).status).toBe('unknown');
      }),
      { seed: 20240226, numRuns: 300 },
    );
  });
});

describe('what is no answer of the provider', () => {
  test.each([
    ['empty', '', 200],
    ['HTML', '<html></html>', 200],
    ['a list', '[]', 200],
    ["the page's own print, with the last brace missing", JSON.stringify(sample).slice(0, -1), 200],
    ['a repeated key', '{"status":"fail","status":"success"}', 200],
    ["a gateway's refusal", '{"message":"Forbidden"}', 403],
  ])('%s: unknown', async (_what, body, status) => {
    expect(await verdict(body, { status })).toMatchObject({ status: 'unknown', stage: 'unreadable' });
  });
});

test('a result says what was compared, in the names of the page', async () => {
  const result = await verdict(sample);
  expect(result).toMatchObject({ status: 'pending', providerCode: 'Pending' });
  expect('checks' in result && result.checks.map(({ field }) => field)).toEqual([
    'HTTP status',
    'status',
    'transaction_info.type',
    'transaction_info.reference_code',
  ]);
});
