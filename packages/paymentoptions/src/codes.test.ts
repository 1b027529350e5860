import { describe, expect, test } from 'vitest';
import published from '../test/response-codes.json' with { type: 'json' };
import { verdict } from '../test/support.ts';
import { meaningOf } from './codes.ts';

const CODES = Object.entries(published.codes);
const withCode = (response_code: string | number, code = 'ERR1234') => ({
  success: false,
  gateway_response: { version: '1', type: 'ERROR', message: 'No', code },
  payment_details: { response_code },
});

test('the manual publishes 203 codes, all in one place', () => {
  expect(CODES).toHaveLength(203);
});

test('every code whose published meaning is open, approved or a fault refuses nothing', () => {
  const open =
    /unclear|time ?out|pending|unknown|partial|approved|no reason|not declined|duplicate|already|system error|try again|refer|gateway error|unavailable|inoperative|unable to (?:authori[sz]e|route|locate)|^error$/i;
  const clear = CODES.filter(([code, meaning]) => open.test(meaning) && meaningOf(code).refuses);
  expect(clear).toEqual([]);
});

test.each([
  [5, 'declined'],
  [14, 'card_invalid'],
  [41, 'card_lost_or_stolen'],
  [43, 'card_lost_or_stolen'],
  [51, 'insufficient_funds'],
  [54, 'card_expired'],
  [57, 'operation_not_allowed'],
  [59, 'suspected_fraud'],
  [61, 'limit_exceeded'],
  [583, 'insufficient_funds'],
  [584, 'insufficient_funds'],
  [586, 'card_invalid'],
  [587, 'card_lost_or_stolen'],
  [588, 'card_invalid'],
  [589, 'card_invalid'],
  [605, 'card_expired'],
  [836, 'amount_exceeds_authorization'],
] as const)('response code %i is declined with %s, as a number or a string', async (code, expected) => {
  for (const written of [code, String(code)])
    expect(await verdict(withCode(written), { status: 200 })).toMatchObject({
      status: 'declined',
      error: { code: expected, moneyMoved: 'no' },
    });
});

describe('response codes that leave the outcome open', () => {
  test.each([
    ...[-1, 28, 68, 80, 91, 92, 96, 443, 452, 457, 459, 460, 675, 676, 683, 694, 702, 704, 705].map(
      (code) => [code, 'provider_error'] as const,
    ),
    ...[94, 451].map((code) => [code, 'duplicate_reference'] as const),
    ...[1, 2, 6, 8, 10, 20, 30, 55, 63, 79, 84, 85, 88, 442, 578, 622, 828, 1295, 12345, -7999].map(
      (code) => [code, 'unknown_status'] as const,
    ),
  ])('response code %i is unknown with %s, whatever the HTTP status and the gateway code', async (code, expected) => {
    for (const status of [200, 400, 402, 404, 412])
      for (const gateway of ['ERR1234', 'ERR3001', 'ERR3002'])
        expect(await verdict(withCode(code, gateway), { status })).toMatchObject({
          status: 'unknown',
          error: { code: expected, moneyMoved: 'unknown' },
        });
  });
});

test('a gateway code is compared without case', async () => {
  expect(await verdict(withCode(-8000, 'Err3001'), { status: 400 })).toMatchObject({
    status: 'declined',
    error: { code: 'suspected_fraud', providerCode: 'Err3001' },
  });
});

test('the id that a refusal or a doubtful response states is kept', async () => {
  const stated = { transaction_details: { id: 'T-1' } };
  expect(await verdict({ ...withCode(51), ...stated })).toMatchObject({ status: 'declined', captureId: 'T-1' });
  expect(await verdict({ ...withCode(676), ...stated })).toMatchObject({
    status: 'unknown',
    lookupKeys: { captureId: 'T-1' },
  });
});
