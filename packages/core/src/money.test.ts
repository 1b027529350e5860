import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CURRENCIES, currencyExponent, formatMajor, InvalidRequestError, money, readMajor } from './index.ts';

const seed = 20260301;

describe('money', () => {
  test('reads decimal text in major units into whole minor units', () => {
    expect(money('23.02', 'TRY')).toEqual({ minor: 2302, currency: 'TRY' });
    expect(money('23', 'TRY')).toEqual({ minor: 2300, currency: 'TRY' });
    expect(money('1000', 'JPY')).toEqual({ minor: 1000, currency: 'JPY' });
    expect(money('1.234', 'KWD')).toEqual({ minor: 1234, currency: 'KWD' });
    expect(money('1.005', 'KWD').minor).toBe(1005);
    expect(money('90071992547409.91', 'EUR').minor).toBe(Number.MAX_SAFE_INTEGER);
  });

  test.each([
    ['-1', 'TRY'],
    ['1e3', 'TRY'],
    ['23,02', 'TRY'],
    ['23.020', 'TRY'],
    ['10.5', 'JPY'],
    ['', 'TRY'],
    ['.5', 'TRY'],
    ['5.', 'TRY'],
    ['05', 'TRY'],
    [' 5', 'TRY'],
    ['٣', 'TRY'],
    ['NaN', 'TRY'],
    ['90071992547409.92', 'EUR'],
    ['9'.repeat(400), 'EUR'],
  ])('refuses %j %s, naming the rule and not the value', (text, currency) => {
    const error = caught(() => money(text, currency));
    expect(InvalidRequestError.is(error)).toBe(true);
    expect((error as InvalidRequestError).issues[0]?.path).toBe('amount');
    if (text.length > 2) expect((error as Error).message).not.toContain(text);
  });

  test('refuses a number in place of text, because a float may have touched it', () => {
    expect(InvalidRequestError.is(caught(() => money(23.02 as unknown as string, 'TRY')))).toBe(true);
  });

  test('refuses an unknown currency', () => {
    expect(caught(() => money('1', 'XXX'))).toMatchObject({ issues: [{ path: 'amount.currency' }] });
    expect(caught(() => money('1', 'try'))).toMatchObject({ issues: [{ path: 'amount.currency' }] });
  });

  test.each([0, 2, 3, 4])('goes to text and back without loss in every currency of %i digits', (exponent) => {
    const codes = CURRENCIES.filter((code) => currencyExponent(code) === exponent);
    expect(codes.length).toBeGreaterThan(0);
    const amounts = fc.record({ minor: fc.maxSafeNat(), currency: fc.constantFrom(...codes) });
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(money(formatMajor(amount), amount.currency)).toEqual(amount);
      }),
      { seed },
    );
  });

  test('text of a provider may have more zeros than the currency, but no more digits', () => {
    expect(readMajor('1000.00', 'JPY')).toEqual({ minor: 1000, currency: 'JPY' });
    expect(readMajor('1000.5', 'JPY')).toBeUndefined();
    expect(readMajor('10.500', 'USD')).toEqual({ minor: 1050, currency: 'USD' });
    expect(readMajor('1e3', 'USD')).toBeUndefined();
    expect(readMajor('100', 'QQQ')).toBeUndefined();
  });
});

function caught(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  return undefined;
}
