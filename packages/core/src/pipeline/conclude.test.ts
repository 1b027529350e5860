import { describe, expect, test } from 'vitest';
import { conclude, type Evidence } from './conclude.ts';
import {
  contradictory,
  ifPresent,
  mustBe,
  refused,
  undecided,
  type AcceptedVerdict,
  type Verdict,
} from '../provider/verdict.ts';

const accepted: AcceptedVerdict = {
  status: 'captured',
  captureId: 'C-1',
  reported: { major: '23.02', currency: 'TRY' },
  consistency: [mustBe('code', '00', '00')],
  correlation: [mustBe('reference', 'order-1042', 'order-1042')],
};
const evidence: Evidence = {
  httpStatus: 200,
  requested: { minor: 2302, currency: 'TRY' },
  reportsAmount: true,
  authorizationId: 'A-1',
  otherCaptureIds: [],
  holdsSecret: () => false,
};
const of = (verdict: Verdict, other: Partial<Evidence> = {}) => conclude(verdict, { ...evidence, ...other });

describe('the capture id', () => {
  const otherAmount = { reported: { major: '23.03', currency: 'TRY' } };

  test.each([
    ['the amount differs', { ...accepted, ...otherAmount }, {}],
    ['no amount is reported', { ...accepted, reported: {} }, {}],
    ['a check of consistency fails', { ...accepted, consistency: [mustBe('code', '00', '05')] }, {}],
    ['the HTTP status is 202', accepted, { httpStatus: 202 }],
    ['the outcome is not stated', undecided('unknown_status', { captureId: 'C-1' }), {}],
  ])('is kept where %s', (_why, verdict, other) => {
    expect(of(verdict, other)).toMatchObject({ status: 'unknown', captureId: 'C-1' });
  });

  test.each([
    ['is about another payment', { ...accepted, correlation: [mustBe('reference', 'order-1', 'order-2')] }, {}],
    ['has the id of the authorization', { ...accepted, captureId: 'A-1' }, {}],
    ['has the id of another capture', accepted, { otherCaptureIds: ['C-0', 'C-1'] }],
  ])('is dropped where the response %s', (_why, verdict, other) => {
    expect(of(verdict, other)).toMatchObject({
      status: 'unknown',
      code: 'other_payment',
      captureId: undefined,
    });
  });

  test.each([
    ['the authorization', { captureId: 'A-1' }, {}],
    ['another capture', { captureId: 'C-1' }, { otherCaptureIds: ['C-1'] }],
  ])('that is the id of %s is never offered for a lookup', (_what, facts, other) => {
    for (const verdict of [undecided('unknown_status', facts), contradictory([], facts), refused('declined', facts)])
      expect(of(verdict, other).captureId).toBeUndefined();
  });

  test('of a refusal is kept, and one of another attempt is no refusal of this one', () => {
    const refusal = refused('declined', { captureId: 'C-1' });
    expect(of(refusal)).toMatchObject({ status: 'declined', captureId: 'C-1' });
    expect(of(refusal, { otherCaptureIds: ['C-1'] })).toMatchObject({ status: 'unknown', code: 'other_payment' });
  });
});

test.each([202, 203, 204, 206, 226])(
  'neither a success nor a refusal counts with HTTP %i: it is not done',
  (status) => {
    expect(of(accepted, { httpStatus: status })).toMatchObject({ status: 'unknown', code: 'contradictory_response' });
    expect(of(refused('declined'), { httpStatus: status })).toMatchObject({
      status: 'unknown',
      code: 'provider_error',
    });
  },
);

describe('contents of a conclusion', () => {
  const http = { field: 'HTTP status', expected: '200 or 201', found: '200', agrees: true };

  test("a captured conclusion has every check, the amount, and the provider's code", () => {
    expect(of({ ...accepted, providerCode: '00', providerMessage: 'Approved' })).toEqual({
      status: 'captured',
      captureId: 'C-1',
      checks: [http, ...accepted.consistency, ...accepted.correlation],
      reportedAmount: evidence.requested,
      amountCheck: 'match',
      providerCode: '00',
      providerMessage: 'Approved',
    });
  });

  test("a declined conclusion has the correlation that was compared, and the provider's code and message", () => {
    const correlation = [mustBe('reference', 'a', 'a')];
    const words = { providerCode: '51', providerMessage: 'No money' };
    const known = { checks: correlation, reportedAmount: undefined, amountCheck: 'not-reported', ...words };
    const refusal = refused('insufficient_funds', words, correlation);
    expect(of(refusal)).toEqual({ status: 'declined', code: 'insufficient_funds', ...known });
    expect(of(refusal, { httpStatus: 500 })).toEqual({
      status: 'unknown',
      reason: 'undecided',
      code: 'provider_error',
      ...known,
    });
    const another = [mustBe('reference', 'a', 'b')];
    const doubted = of(refused('declined', words, another));
    expect(doubted).toMatchObject({ reason: 'contradictory', checks: another, ...words });
  });

  test('an unknown conclusion has its reason and the checks that it names', () => {
    expect(of(undecided('unknown_status'))).toEqual({
      status: 'unknown',
      reason: 'undecided',
      code: 'unknown_status',
      checks: [],
      reportedAmount: undefined,
      amountCheck: 'not-reported',
    });
    const checks = [mustBe('a', '1', '2')];
    expect(of(contradictory(checks))).toMatchObject({ code: 'contradictory_response', checks });
  });

  test.each<[string, Partial<AcceptedVerdict>, string]>([
    ['contradictory', { consistency: [mustBe('code', '00', '51')] }, 'contradictory_response'],
    ['contradictory', { correlation: [mustBe('reference', 'a', 'b')] }, 'other_payment'],
    ['contradictory', { reported: { minor: 1, currency: 'TRY' } }, 'amount_differs'],
    ['unreadable', { reported: {} }, 'unreadable_response'],
    ['unreadable', { captureId: undefined }, 'unreadable_response'],
  ])('a verdict that is not believed is %s: %j', (reason, part, code) => {
    expect(of({ ...accepted, ...part })).toMatchObject({ status: 'unknown', reason, code });
  });

  test('a conclusion without a requested amount, as in some lookups, reports the amount and compares nothing', () => {
    const reportedAmount = { minor: 2302, currency: 'TRY' };
    const found = of(accepted, { requested: undefined });
    expect(found).toMatchObject({ status: 'captured', amountCheck: 'not-requested', reportedAmount });
  });

  test('a reported amount of zero is compared', () => {
    const found = of({ ...accepted, reported: { minor: 0, currency: 'TRY' } });
    expect(found).toMatchObject({ amountCheck: 'mismatch', reportedAmount: { minor: 0 } });
  });

  test('a pending capture may leave the amount out where the provider declares it, a captured one may not', () => {
    const silent = { ...accepted, reported: {}, amountOptional: true };
    expect(of({ ...silent, status: 'pending' })).toMatchObject({ status: 'pending', amountCheck: 'not-reported' });
    expect(of({ ...silent, status: 'pending', amountOptional: false })).toMatchObject({ status: 'unknown' });
    expect(of(silent)).toMatchObject({ status: 'unknown', reason: 'unreadable' });
  });
});

describe('checks', () => {
  test('a check agrees only with exactly what it expects', () => {
    expect(mustBe('status', 1, 1)).toEqual({ field: 'status', expected: '1', found: '1', agrees: true });
    expect(mustBe('status', 1, '1')).toMatchObject({ found: '1', agrees: false });
    expect(mustBe('success', true, false)).toMatchObject({ expected: 'true', found: 'false', agrees: false });
    expect(mustBe('status', 1, undefined)).toMatchObject({ found: '(absent)', agrees: false });
    expect(mustBe('status', 1, null)).toMatchObject({ found: '(absent)', agrees: false });
  });

  test('a check of an optional member is made only where there is something to compare', () => {
    expect(ifPresent('reference', 'a', undefined)).toEqual([]);
    expect(ifPresent('reference', 'a', null)).toEqual([]);
    expect(ifPresent('reference', undefined, 'a')).toEqual([]);
    expect(ifPresent('reference', 'a', 'b')).toEqual([mustBe('reference', 'a', 'b')]);
  });
});

describe('belief in a verdict', () => {
  test('a verdict is captured where all evidence agrees', () => {
    expect(of(accepted)).toMatchObject({
      status: 'captured',
      amountCheck: 'match',
      reportedAmount: evidence.requested,
    });
    expect(of({ ...accepted, status: 'pending' })).toMatchObject({ status: 'pending' });
  });

  test.each([100, 199, 300, 302, 400, 401, 404, 429, 500, 503])(
    'a verdict is never captured with HTTP %i',
    (httpStatus) => {
      expect(of(accepted, { httpStatus })).toMatchObject({
        status: 'unknown',
        reason: 'contradictory',
        code: 'contradictory_response',
      });
    },
  );

  test.each<[string, Partial<AcceptedVerdict>, string]>([
    ['a part of the response that disagrees', { consistency: [mustBe('code', '00', '51')] }, 'contradictory_response'],
    [
      'a part of the response that is absent',
      { consistency: [mustBe('code', '00', undefined)] },
      'contradictory_response',
    ],
    ['another reference', { correlation: [mustBe('reference', 'order-1042', 'order-1043')] }, 'other_payment'],
    ['another amount', { reported: { major: '23.03', currency: 'TRY' } }, 'amount_differs'],
    ['a hundredth of the amount', { reported: { minor: 23, currency: 'TRY' } }, 'amount_differs'],
    ['another currency', { reported: { major: '23.02', currency: 'USD' } }, 'amount_differs'],
    ['no amount', { reported: {} }, 'unreadable_response'],
    ['no currency', { reported: { major: '23.02' } }, 'unreadable_response'],
    ['an amount that is none', { reported: { major: 'all', currency: 'TRY' } }, 'unreadable_response'],
    [
      'an amount with more digits than the currency',
      { reported: { major: '23.021', currency: 'TRY' } },
      'unreadable_response',
    ],
    ['a negative amount', { reported: { minor: -2302, currency: 'TRY' } }, 'unreadable_response'],
    ['no id', { captureId: undefined }, 'unreadable_response'],
    ['an empty id', { captureId: '' }, 'unreadable_response'],
    ['an id of whitespace', { captureId: ' \t' }, 'unreadable_response'],
    ['an id of two lines', { captureId: 'C-1\n' }, 'unreadable_response'],
  ])('a verdict is never captured with %s', (_what, part, code) => {
    expect(of({ ...accepted, ...part })).toMatchObject({ status: 'unknown', code });
  });

  test('a verdict is never captured with a secret in place of the id', () => {
    expect(of(accepted, { holdsSecret: (text) => text === 'C-1' })).toMatchObject({ status: 'unknown' });
  });

  test('a card number that is echoed is no amount, and an invalid currency is not repeated', () => {
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

  test('an amount with the digits of a security code is still an amount', () => {
    expect(of(accepted, { holdsSecret: (text) => text === '2302' })).toMatchObject({
      status: 'captured',
      reportedAmount: evidence.requested,
    });
  });

  test('a provider that reports no amount is believed without one, and the conclusion reports that', () => {
    expect(of({ ...accepted, reported: {} }, { reportsAmount: false })).toMatchObject({
      status: 'captured',
      amountCheck: 'not-reported',
    });
  });

  test('a refusal is declined with every HTTP status that providers refuse with', () => {
    for (const httpStatus of [200, 400, 401, 402, 403, 404, 409, 422, 429]) {
      expect(of(refused('insufficient_funds'), { httpStatus })).toMatchObject({
        status: 'declined',
        code: 'insufficient_funds',
      });
    }
  });

  test.each([199, 300, 301, 399, 408, 421, 425, 500, 502, 503, 504])(
    'a refusal with HTTP %i is unknown',
    (httpStatus) => {
      expect(of(refused('insufficient_funds'), { httpStatus })).toMatchObject({
        status: 'unknown',
        code: 'provider_error',
      });
    },
  );

  test('a refusal of another payment is unknown', () => {
    expect(of(refused('declined', {}, [mustBe('reference', 'a', 'b')]))).toMatchObject({
      status: 'unknown',
      code: 'other_payment',
    });
  });

  test.each([
    ['another amount', { major: '23.03', currency: 'TRY' }],
    ['another currency', { major: '23.02', currency: 'USD' }],
    ['another currency and no amount', { currency: 'USD' }],
    ['another amount without a currency', { minor: 2303 }],
    ['an amount that cannot be read', { major: '23,02', currency: 'TRY' }],
    ['a fraction of a kuruş', { minor: 2302.5, currency: 'TRY' }],
  ])('a refusal that names %s is unknown', (_what, reported) => {
    expect(of(refused('insufficient_funds', {}, [], reported))).toMatchObject({
      status: 'unknown',
      reason: 'contradictory',
      code: 'amount_differs',
    });
  });

  test('a refusal that names the amount is declined, with or without an amount to compare it with', () => {
    const refusal = refused('insufficient_funds', {}, [], accepted.reported);
    expect(of(refusal)).toMatchObject({
      status: 'declined',
      amountCheck: 'match',
      reportedAmount: evidence.requested,
    });
    expect(of(refusal, { requested: undefined })).toMatchObject({ status: 'declined', amountCheck: 'not-requested' });
    for (const less of [{ currency: 'TRY' }, { minor: 2302 }, { major: '23.02' }, {}])
      expect(of(refused('declined', {}, [], less))).toMatchObject({ status: 'declined' });
  });

  test.each(['already_captured', 'duplicate_reference'] as const)(
    'a refusal with %s is evidence of an earlier capture, so it is unknown',
    (code) => {
      expect(of(refused(code))).toMatchObject({ status: 'unknown', reason: 'undecided', code });
    },
  );

  test('an unknown verdict stays unknown, with its reason', () => {
    expect(of(undecided('unknown_status', { providerCode: '99' }))).toMatchObject({
      status: 'unknown',
      providerCode: '99',
    });
    expect(of(contradictory([mustBe('a', '1', '2')]))).toMatchObject({ status: 'unknown', reason: 'contradictory' });
  });
});
