import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CURRENCIES,
  currencyExponent,
  formatMajor,
  InvalidAmountError,
  money,
  type Money,
  parseMajor,
  sameMoney,
} from '../index.ts';
import { caught } from '../../test/refusals.ts';

const seed = 20260301;

describe('money', () => {
  test('money reads a decimal string in major units into whole minor units', () => {
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
  ])('money refuses %j %s with the rule and without the value', (text, currency) => {
    const error = caught(() => money(text, currency));
    expect(InvalidAmountError.is(error)).toBe(true);
    expect((error as InvalidAmountError).issues[0]?.path).toBe('');
    if (text.length > 2) expect((error as Error).message).not.toContain(text);
  });

  test('money points to parseMajor where that takes the string', () => {
    const messageOf = (text: unknown, currency: string) =>
      (caught(() => money(text as string, currency)) as Error).message;
    for (const [text, currency] of [
      ['1000.00', 'JPY'],
      ['23.0200', 'TRY'],
      ['1.5000', 'KWD'],
    ] as const) {
      expect(messageOf(text, currency)).toContain('parseMajor takes it');
      expect(parseMajor(text, currency)).toBeDefined();
    }
    for (const [text, currency] of [
      ['1000.50', 'JPY'],
      ['23,02', 'TRY'],
      ['-1.00', 'JPY'],
      [1000, 'JPY'],
      ['', 'JPY'],
    ] as const)
      expect(messageOf(text, currency)).not.toContain('parseMajor');
  });

  test('money refuses a number, because floating-point arithmetic may have touched it', () => {
    expect(InvalidAmountError.is(caught(() => money(23.02 as unknown as string, 'TRY')))).toBe(true);
  });

  test.each<[unknown, string]>([
    [-1, 'TRY'],
    [0.5, 'TRY'],
    [2 ** 53, 'TRY'],
    [Number.NaN, 'TRY'],
    ['2302', 'TRY'],
    [2302, 'QQQ'],
  ])('an amount of %j minor units of %s cannot be formatted', (minor, currency) => {
    const error = caught(() => formatMajor({ minor, currency } as Money));
    expect(error).toMatchObject({ issues: [{ path: '', rule: expect.stringMatching(/^must be/) as unknown }] });
  });

  test('zero and amounts below one major unit are formatted with all the digits of the currency', () => {
    expect(formatMajor({ minor: 0, currency: 'TRY' })).toBe('0.00');
    expect(formatMajor({ minor: 5, currency: 'TRY' })).toBe('0.05');
    expect(formatMajor({ minor: 5, currency: 'KWD' })).toBe('0.005');
    expect(formatMajor({ minor: 5, currency: 'JPY' })).toBe('5');
  });

  test('two amounts are the same only where number and currency are', () => {
    const lira = { minor: 5, currency: 'TRY' };
    expect(sameMoney(lira, { ...lira })).toBe(true);
    expect(sameMoney(lira, { ...lira, minor: 6 })).toBe(false);
    expect(sameMoney(lira, { ...lira, currency: 'USD' })).toBe(false);
  });

  test('the rule that a refused string breaks shows an example in the currency', () => {
    expect(caught(() => money('x', 'TRY'))).toMatchObject({
      issues: [{ rule: expect.stringContaining('"23.02"') as unknown }],
    });
    expect(caught(() => money('x', 'JPY'))).toMatchObject({
      issues: [{ rule: expect.stringContaining('"1000"') as unknown }],
    });
    expect(caught(() => money('x', 'KWD'))).toMatchObject({
      issues: [{ rule: expect.stringContaining('"23.020"') as unknown }],
    });
  });

  test('money refuses an unknown currency', () => {
    expect(caught(() => money('1', 'XXX'))).toMatchObject({ issues: [{ path: 'currency' }] });
    expect(caught(() => money('1', 'try'))).toMatchObject({ issues: [{ path: 'currency' }] });
  });

  test.each([0, 2, 3, 4])('an amount survives formatting and reading in every currency of %i digits', (exponent) => {
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

  test('an amount of a provider may have more zeros than the currency, but no more digits', () => {
    expect(parseMajor('1000.00', 'JPY')).toEqual({ minor: 1000, currency: 'JPY' });
    expect(parseMajor('1000.5', 'JPY')).toBeUndefined();
    expect(parseMajor('10.500', 'USD')).toEqual({ minor: 1050, currency: 'USD' });
    expect(parseMajor('1e3', 'USD')).toBeUndefined();
    expect(parseMajor('100', 'QQQ')).toBeUndefined();
    expect(parseMajor('100.', 'USD')).toBeUndefined();
    expect(parseMajor('1.10.00', 'USD')).toBeUndefined();
    expect(parseMajor('9'.repeat(33), 'USD')).toBeUndefined();
    expect(parseMajor('90071992547409.92', 'USD')).toBeUndefined();
  });
});
