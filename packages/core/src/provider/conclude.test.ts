import { describe, expect, test } from 'vitest';
import { conclude, type Evidence } from './conclude.ts';
import { contradictory, declined, mustBe, undecided, type AcceptedVerdict, type Verdict } from './verdict.ts';

const accepted: AcceptedVerdict = {
  status: 'captured',
  captureId: 'C-1',
  reported: { major: '23.02', currency: 'TRY' },
  agreement: [mustBe('code', '00', '00')],
  identity: [mustBe('reference', 'order-1042', 'order-1042')],
};
const evidence: Evidence = {
  httpStatus: 200,
  asked: { minor: 2302, currency: 'TRY' },
  reportsAmount: true,
  holdsSecret: () => false,
};
const of = (verdict: Verdict, other: Partial<Evidence> = {}) => conclude(verdict, { ...evidence, ...other });

describe('a verdict is believed only as far as everything else agrees', () => {
  test('captured, when all agrees', () => {
    expect(of(accepted)).toMatchObject({ status: 'captured', amountCheck: 'matched', reportedAmount: evidence.asked });
    expect(of({ ...accepted, status: 'pending' })).toMatchObject({ status: 'pending' });
  });

  test.each([100, 199, 300, 302, 400, 401, 404, 429, 500, 503])('never captured with HTTP %i', (httpStatus) => {
    expect(of(accepted, { httpStatus })).toMatchObject({
      status: 'unknown',
      stage: 'contradictory',
      code: 'contradictory_answer',
    });
  });

  test.each<[string, Partial<AcceptedVerdict>, string]>([
    ['a part of the answer that says otherwise', { agreement: [mustBe('code', '00', '51')] }, 'contradictory_answer'],
    ['a part of the answer that is absent', { agreement: [mustBe('code', '00', undefined)] }, 'contradictory_answer'],
    ['another reference', { identity: [mustBe('reference', 'order-1042', 'order-1043')] }, 'other_payment'],
    ['another amount', { reported: { major: '23.03', currency: 'TRY' } }, 'amount_differs'],
    ['a hundredth of the amount', { reported: { minor: 23, currency: 'TRY' } }, 'amount_differs'],
    ['another currency', { reported: { major: '23.02', currency: 'USD' } }, 'amount_differs'],
    ['no amount', { reported: {} }, 'unreadable_answer'],
    ['no currency', { reported: { major: '23.02' } }, 'unreadable_answer'],
    ['an amount that is none', { reported: { major: 'all', currency: 'TRY' } }, 'unreadable_answer'],
    [
      'an amount with more digits than the currency',
      { reported: { major: '23.021', currency: 'TRY' } },
      'unreadable_answer',
    ],
    ['a negative amount', { reported: { minor: -2302, currency: 'TRY' } }, 'unreadable_answer'],
    ['no id', { captureId: undefined }, 'unreadable_answer'],
    ['an empty id', { captureId: '' }, 'unreadable_answer'],
  ])('never captured with %s', (_what, part, code) => {
    expect(of({ ...accepted, ...part })).toMatchObject({ status: 'unknown', code });
  });

  test('never captured with a secret in place of the id', () => {
    expect(of(accepted, { holdsSecret: (text) => text === 'C-1' })).toMatchObject({ status: 'unknown' });
  });

  test('an echoed card number is no amount, and a currency that is none is not repeated', () => {
    const echoed = { reported: { minor: 5425233430109903, currency: 'JPY' } };
    const holdsSecret = (text: string) => text === '5425233430109903';
    expect(of({ ...accepted, ...echoed }, { holdsSecret })).toMatchObject({
      status: 'unknown',
      reportedAmount: undefined,
    });
    expect(of({ ...accepted, reported: { minor: 2302, currency: 'a-secret-key' } })).toMatchObject({
      reportedAmount: undefined,
    });
  });

  test('a provider that reports no amount is believed without one, and the result says so', () => {
    expect(of({ ...accepted, reported: {} }, { reportsAmount: false })).toMatchObject({
      status: 'captured',
      amountCheck: 'not-reported',
    });
  });

  test('declined stays declined with the statuses with which providers refuse', () => {
    for (const httpStatus of [200, 400, 401, 402, 403, 404, 409, 422, 429]) {
      expect(of(declined('insufficient_funds'), { httpStatus })).toMatchObject({
        status: 'declined',
        code: 'insufficient_funds',
      });
    }
  });

  test.each([301, 408, 421, 425, 500, 502, 503, 504])('declined proves nothing with HTTP %i', (httpStatus) => {
    expect(of(declined('insufficient_funds'), { httpStatus })).toMatchObject({
      status: 'unknown',
      code: 'provider_error',
    });
  });

  test('a refusal of another payment proves nothing about this one', () => {
    expect(of(declined('declined', {}, [mustBe('reference', 'a', 'b')]))).toMatchObject({
      status: 'unknown',
      code: 'other_payment',
    });
  });

  test.each(['already_captured', 'duplicate_reference'] as const)(
    '"%s" is evidence of an earlier capture, never a decline',
    (code) => {
      expect(of(declined(code))).toMatchObject({ status: 'unknown', stage: 'undecided', code });
    },
  );

  test('unknown stays unknown, with its reason', () => {
    expect(of(undecided('unknown_status', { providerCode: '99' }))).toMatchObject({
      status: 'unknown',
      providerCode: '99',
    });
    expect(of(contradictory([mustBe('a', '1', '2')]))).toMatchObject({ status: 'unknown', stage: 'contradictory' });
  });
});
