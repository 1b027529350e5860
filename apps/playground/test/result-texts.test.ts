import { describe, expect, test } from 'vitest';
import type { ErrorDetails, ResultEvent } from '../src/shared/run-event.ts';
import { comparisonsOf } from '../src/web/timeline/comparisons.ts';
import { nothingToCheck } from '../src/web/timeline/nothing-to-check.ts';
import { reasonOf } from '../src/web/timeline/reason.ts';

// The sentences of the page about a result. Each one depends on its own condition.

const error = (details: Partial<ErrorDetails> = {}): ErrorDetails => ({
  code: 'provider_error',
  category: 'response',
  message: 'the message of the library',
  advice: 'the advice',
  moneyMoved: 'unknown',
  ...details,
});

const result = (details: Partial<ResultEvent> = {}): ResultEvent => ({
  kind: 'result',
  status: 'unknown',
  requested: { minor: 2302, major: '23.02', currency: 'TRY' },
  checks: [],
  json: '{}',
  ...details,
});

const other = { reported: { minor: 2402, major: '24.02', currency: 'TRY' }, amountCheck: 'mismatch' } as const;

describe('a result without any comparison', () => {
  test.each([
    ['in-doubt', 'No complete response arrived'],
    ['unreadable', 'could not be read'],
    ['contradictory', 'contradicts itself or the request'],
    ['undecided', 'Payfull responded with the code 03, and its documentation does not say what that means'],
  ] as const)('the reason %s is explained as "%s"', (reason, text) => {
    const explanation = nothingToCheck({ reason, error: error({ providerCode: '03' }) }, 'Payfull', 200);
    expect(explanation).toContain(text);
    expect(explanation?.includes('No complete response')).toBe(reason === 'in-doubt');
  });

  test('an undecided result without a code names the HTTP status', () => {
    expect(nothingToCheck({ reason: 'undecided', error: error() }, 'Payfull', 500)).toContain('HTTP 500 and no code');
  });

  test('a result without a reason is not explained', () => {
    expect(nothingToCheck({}, 'Payfull', 200)).toBeUndefined();
  });
});

describe('the amount', () => {
  test('a reported amount is a comparison', () => {
    expect(comparisonsOf(result(other))).toEqual([
      { field: 'amount', expected: '23.02 TRY', found: '24.02 TRY', agrees: false },
    ]);
    expect(comparisonsOf(result({ ...other, amountCheck: 'match' }))[0]?.agrees).toBe(true);
  });

  test.each(['not-reported', 'not-requested', undefined])('there is no comparison if it is %s', (amountCheck) => {
    expect(comparisonsOf(result({ ...(amountCheck && { amountCheck }) }))).toEqual([]);
  });
});

describe('the reason', () => {
  test.each([
    [{ error: error() }, 'the message of the library'],
    [{ status: 'declined', error: error() }, 'the message of the library'],
    [{ status: 'unsent', error: error() }, 'the message of the library'],
    [{ ...other, error: error() }, 'Payfull reported 24.02 TRY, but 23.02 TRY was requested.'],
    [{ status: 'pending' }, 'Payfull accepted the capture, but it is not final.'],
    [
      { status: 'pending', nextAction: 'https://bank.example' },
      'Payfull waits for the customer, who must open the URL below.',
    ],
    [{ status: 'captured' }, undefined],
  ] as const)('the reason of %j is "%s"', (details, reason) => {
    expect(reasonOf(result(details), 'Payfull')).toBe(reason);
  });
});
