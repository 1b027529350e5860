import { describe, expect, test } from 'vitest';
import { toyCapabilities } from '../../test/toy-capabilities.ts';
import type { Endpoint } from '../provider/endpoint.ts';
import { contradictory, mustBe, refused, undecided, type Verdict } from '../provider/verdict.ts';
import { createRedactor } from '../secrets/redaction.ts';
import { TransportError } from '../transport/http.ts';
import { captureResult } from './capture-result.ts';
import { lookupResult } from './lookup-result.ts';
import type { Exchange } from './send-request.ts';

const amount = { minor: 50, currency: 'USD' };
const accepted = (status: 'captured' | 'pending'): Verdict => ({
  status,
  captureId: 'C-1',
  reported: amount,
  consistency: [],
  correlation: [],
});
const VERDICTS: readonly (readonly [name: string, verdict: Verdict])[] = [
  ['captured', accepted('captured')],
  ['pending', accepted('pending')],
  ['declined', refused('insufficient_funds')],
  ['undecided', undecided('already_captured')],
  ['contradictory', contradictory([mustBe('status', 'a', 'b')])],
];
const responded: Exchange<object> = {
  kind: 'response',
  facts: {},
  httpStatus: 200,
  response: {},
  redactor: createRedactor(() => []),
};
const lost: Exchange<object> = {
  kind: 'failure',
  facts: {},
  failure: new TransportError('in-doubt', 'timeout'),
  redactor: createRedactor(() => []),
};
const at = (live?: boolean, expected?: Endpoint['expect']): Endpoint => ({
  baseUrl: 'https://toy.example',
  live,
  expect: expected,
});
const capture = (verdict: Verdict, endpoint: Endpoint, exchange: Exchange<object> = responded) =>
  captureResult({
    provider: 'toy',
    capabilities: toyCapabilities,
    request: { amount },
    knownCaptureIds: undefined,
    endpoint,
    exchange,
    judge: () => verdict,
  });
const lookup = (verdict: ReturnType<Parameters<typeof lookupResult>[0]['judge']>, endpoint: Endpoint) =>
  lookupResult({
    provider: 'toy',
    capabilities: toyCapabilities,
    keys: { reference: 'r', amount },
    endpoint,
    exchange: responded,
    judge: () => verdict,
  });
const failing = { field: 'environment', expected: 'live', found: 'sandbox', agrees: false };

describe('the environment of a result', () => {
  test.each([
    [true, undefined, true],
    [false, undefined, false],
    [false, true, false],
    [true, false, true],
    [undefined, true, true],
    [undefined, false, false],
    [undefined, undefined, undefined],
  ])('stated as %s over a host that is %s, is %s', (stated, host, live) => {
    for (const [, verdict] of VERDICTS) {
      expect(capture({ ...verdict, live: stated }, at(host))).toHaveProperty('live', live);
      expect(lookup({ ...verdict, live: stated }, at(host))).toHaveProperty('live', live);
    }
    for (const status of ['not-found', 'undecidable'] as const)
      expect(lookup({ status, live: stated }, at(host))).toMatchObject({ status, live });
  });

  test('without a response is that of the host', () => {
    expect(capture(accepted('captured'), at(true), lost)).toMatchObject({ status: 'unknown', live: true });
    expect(capture(accepted('captured'), at(), lost)).toMatchObject({ status: 'unknown', live: undefined });
  });
});

describe('a response of the other environment than the expected one', () => {
  const other = { status: 'unknown', live: false, error: { code: 'other_environment', retriable: false } };

  test.each(VERDICTS)('is unknown, though its verdict is %s', (_name, verdict) => {
    const result = capture({ ...verdict, live: false }, at(undefined, 'live'));
    expect(result).toMatchObject({ ...other, reason: 'contradictory', error: { moneyMoved: 'unknown' } });
    expect(result).toHaveProperty('checks', expect.arrayContaining([failing]));
    const found = lookup({ ...verdict, live: false }, at(undefined, 'live'));
    expect(found).toMatchObject({ ...other, decides: false });
    expect(found.checks).toContainEqual(failing);
  });

  test.each(['not-found', 'undecidable'] as const)('is unknown, though its lookup is %s', (status) => {
    const found = lookup({ status, live: false }, at(undefined, 'live'));
    expect(found).toMatchObject({ ...other, decides: false, checks: [failing] });
  });

  test('keeps the amount that it reports', () => {
    expect(capture({ ...accepted('captured'), live: true }, at(undefined, 'sandbox'))).toMatchObject({
      reportedAmount: amount,
      amountCheck: 'match',
    });
  });
});

test.each([
  [undefined, undefined],
  [true, undefined],
  [undefined, true],
  [true, true],
])('a response stated as %s over a host that is %s changes nothing where a live one is expected', (stated, host) => {
  for (const [, verdict] of VERDICTS) {
    const plain = capture({ ...verdict, live: stated }, at(host));
    expect(capture({ ...verdict, live: stated }, at(host, 'live'))).toEqual(plain);
  }
});
