import { CURRENCIES, InvalidRequestError, parseMajor, type Money } from '@capture/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnyClient, Connect } from './client.ts';
import { refusalOf } from './issues-of.ts';
import { printedError } from './printed.ts';
import { respondingWith } from './responding.ts';

const ROWS = [
  [100_000, 'COP', '1000'],
  [2302, 'EUR', '23.02'],
  [2302, 'MXN', '23.02'],
  [2300, 'EUR', '23'],
  [10, 'BRL', '0.1'],
  [1, 'BRL', '0.01'],
  [1000, 'CLP', '1000'],
  [1000, 'JPY', '1000'],
  [1500, 'KWD', '1.5'],
  [1, 'KWD', '0.001'],
  [123456789012345, 'MXN', '1234567890123.45'],
  [Number.MAX_SAFE_INTEGER, 'JPY', '9007199254740991'],
] as const;

/**
 * Amounts that travel as JSON numbers in major units: those of the table are exact, and so is every other one that is
 * not refused. `written` is the part of a body that states an amount, from its digits and its currency.
 */
export function describeJsonAmounts(
  connect: Connect<AnyClient>,
  request: object,
  written: (digits: string, currency: string) => string,
): void {
  const { fetch, requests } = respondingWith(200, {});
  const client = connect({ fetch });
  const bodyOf = (amount: Money) => client.prepare({ ...request, amount } as never).body ?? '';

  describe('amounts as JSON numbers', () => {
    test.each(ROWS)('an amount of %i minor units of %s is sent as the JSON number %s', (minor, currency, digits) => {
      expect(bodyOf({ minor, currency })).toContain(written(digits, currency));
    });

    test.each([
      [Number.MAX_SAFE_INTEGER, 'EUR'],
      [Number.MAX_SAFE_INTEGER, 'KWD'],
      [9007199254740979, 'MXN'],
      [8888888888888887, 'EUR'],
    ])(
      '%i minor units of %s are more digits than a JSON number holds: refused rather than rounded',
      async (...given) => {
        const [minor, currency] = given;
        const input = { ...request, amount: { minor, currency } } as never;
        for (const refuse of [() => client.capture(input), () => client.prepare(input)]) {
          const error = await refusalOf(refuse);
          expect(error.provider).toBe(client.provider);
          expect(error.issues.map(({ path }) => path)).toEqual(['amount.minor']);
          expect(printedError(error)).not.toContain(String(minor).slice(0, 7));
        }
        expect(requests).toEqual([]);
      },
    );

    test('the digits of any amount in any currency are exact, or the amount is refused', () => {
      const minor = fc.oneof(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }));
      const amounts = fc.record({ minor, currency: fc.constantFrom(...CURRENCIES) });
      fc.assert(
        fc.property(amounts, (amount) => {
          let body: string;
          try {
            body = bodyOf(amount);
          } catch (error) {
            expect(InvalidRequestError.is(error)).toBe(true);
            // Fifteen digits always fit.
            expect(amount.minor).toBeGreaterThanOrEqual(1e15);
            return;
          }
          const [, digits = ''] = new RegExp(written('([\\d.]+)', amount.currency)).exec(body) ?? [];
          expect(parseMajor(digits, amount.currency)).toEqual(amount);
        }),
        { seed: 20_240_226, numRuns: 500 },
      );
    });
  });
}
