import { describe, expect, test } from 'vitest';
import { createRedactor } from '../secrets/redaction.ts';
import type { NotAccepted } from './conclude.ts';
import { errorDetails, judged, judgeResponse } from './judge-response.ts';
import { mustBe, undecided, type AcceptedVerdict } from '../provider/verdict.ts';

test('a capture is unknown where judging an unforeseen response throws', () => {
  const fail = (): never => {
    throw new TypeError('not a function');
  };
  expect(judged(fail)).toEqual(undecided('unreadable_response'));
});

test('the error of a refusal has code, message and HTTP status, redacted', () => {
  const context = {
    httpStatus: 402,
    requested: undefined,
    reportsAmount: true,
    authorizationId: undefined,
    otherCaptureIds: [],
    redactor: createRedactor(() => ['a-long-password']),
    ids: [],
  };
  const refusal = {
    status: 'declined',
    code: 'declined',
    correlation: [],
    providerCode: 'code a-long-password',
    providerMessage: 'says a-long-password',
  } as const;
  const judgement = judgeResponse(refusal, {}, context);
  expect(errorDetails('toy', judgement.conclusion as NotAccepted, judgement)).toEqual({
    provider: 'toy',
    code: 'declined',
    providerCode: 'code [secret]',
    providerMessage: 'says [secret]',
    httpStatus: 402,
  });
});

describe('redaction of results', () => {
  const secret = 'a-long-password';
  const verdict: AcceptedVerdict = {
    status: 'captured',
    captureId: '4111111111111111',
    reported: { minor: 50, currency: 'USD' },
    consistency: [mustBe('message', 'ok', `with ${secret}`)],
    correlation: [mustBe('reference', '5425233430109903', '5425233430109903')],
    providerCode: `code ${secret}`,
    providerMessage: `says ${secret}`,
    providerTime: { text: `at ${secret}` },
  };
  const context = {
    httpStatus: 200,
    requested: { minor: 50, currency: 'USD' },
    reportsAmount: true,
    authorizationId: undefined,
    otherCaptureIds: [],
    redactor: createRedactor(() => [secret]),
    ids: ['5425233430109903', secret, undefined],
  };

  test('a result is masked except for ids that only resemble card numbers', () => {
    const judgement = judgeResponse(verdict, { id: verdict.captureId, echo: secret }, context);
    const { conclusion, details, providerMessage } = judgement;
    expect(conclusion).toMatchObject({ status: 'unknown', code: 'contradictory_response' });
    expect(details.response).toEqual({ id: '4111111111111111', echo: '[secret]' });
    expect(details.checks.map(({ found }) => found)).toEqual(['200', 'with [secret]', '5425233430109903']);
    expect(details.providerTime).toEqual({ text: 'at [secret]' });
    expect([details.providerCode, providerMessage]).toEqual(['code [secret]', 'says [secret]']);
  });

  test('a response that states no id has neither captureId nor time', () => {
    const { conclusion, details } = judgeResponse(undecided('unknown_status'), { id: 'C-1' }, context);
    expect(conclusion).toMatchObject({ status: 'unknown', code: 'unknown_status' });
    expect(conclusion.captureId).toBeUndefined();
    expect(details.providerTime).toBeUndefined();
  });
});
