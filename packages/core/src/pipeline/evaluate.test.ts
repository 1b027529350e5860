import { describe, expect, test } from 'vitest';
import { createRedactor } from '../secrets/redaction.ts';
import { evaluate, failureDetails, judged, unreadableCode } from './evaluate.ts';
import { mustBe, undecided, type AcceptedVerdict } from '../provider/verdict.ts';

test.each([
  [undefined, 'unreadable_answer'],
  [0, 'unexpected_redirect'],
  [200, 'unreadable_answer'],
  [299, 'unreadable_answer'],
  [300, 'unexpected_redirect'],
  [399, 'unexpected_redirect'],
  [400, 'unreadable_answer'],
  [401, 'credentials_rejected'],
  [403, 'credentials_rejected'],
  [404, 'unreadable_answer'],
  [429, 'rate_limited'],
  [499, 'unreadable_answer'],
  [500, 'provider_error'],
  [503, 'provider_error'],
] as const)('an unreadable body with HTTP %s is named %s', (httpStatus, code) => {
  expect(unreadableCode(httpStatus)).toBe(code);
  expect(failureDetails('toy', { code: 'unreadable_answer', httpStatus })).toEqual({
    provider: 'toy',
    code,
    httpStatus,
  });
});

test('any other failure keeps its own name, whatever the HTTP status', () => {
  const failure = { code: 'connection_lost', httpStatus: 500 } as const;
  expect(failureDetails('toy', failure)).toEqual({ provider: 'toy', ...failure });
});

test('a judge that fails on an answer that nobody thought of proves nothing', () => {
  const fail = (): never => {
    throw new TypeError('not a function');
  };
  expect(judged(fail)).toEqual(undecided('unreadable_answer'));
});

describe('what leaves', () => {
  const secret = 'a-long-password';
  const verdict: AcceptedVerdict = {
    status: 'captured',
    captureId: '4111111111111111',
    reported: { minor: 50, currency: 'USD' },
    agreement: [mustBe('message', 'ok', `with ${secret}`)],
    identity: [mustBe('reference', '5425233430109903', '5425233430109903')],
    providerCode: `code ${secret}`,
    providerMessage: `says ${secret}`,
    providerTime: { text: `at ${secret}` },
  };
  const context = {
    httpStatus: 200,
    asked: { minor: 50, currency: 'USD' },
    reportsAmount: true,
    redactor: createRedactor(() => [secret]),
    ids: ['5425233430109903', secret, undefined],
  };

  test('is masked, but for ids that only look like card numbers', () => {
    const { shared, error, captureId } = evaluate('toy', verdict, { id: verdict.captureId, echo: secret }, context);
    expect(captureId).toBe('4111111111111111');
    expect(shared.answer).toEqual({ id: '4111111111111111', echo: '[secret]' });
    expect(shared.checks.map(({ found }) => found)).toEqual(['200', 'with [secret]', '5425233430109903']);
    expect(shared.providerTime).toEqual({ text: 'at [secret]' });
    expect(error).toMatchObject({ providerCode: 'code [secret]', providerMessage: 'says [secret]', httpStatus: 200 });
  });

  test('a refusal has no id of a capture and no time', () => {
    const { captureId, shared, error } = evaluate('toy', undecided('unknown_status'), { id: 'C-1' }, context);
    expect([captureId, shared.providerTime, error.code]).toEqual([undefined, undefined, 'unknown_status']);
  });
});
