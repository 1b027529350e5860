import { expect, test } from 'vitest';
import { formatMajor, parseMajor } from './money.ts';

test.each([
  ['23.02', 'TRY', 2302, '23.02'],
  ['300', 'USD', 30_000, '300.00'],
  ['0.05', 'USD', 5, '0.05'],
  ['1000', 'JPY', 1000, '1000'],
  ['1.234', 'KWD', 1234, '1.234'],
  ['0.5', 'BHD', 500, '0.500'],
  ['1.0001', 'CLF', 10_001, '1.0001'],
])('%s %s is %i minor units and formatted as %s', (decimal, currency, minor, formatted) => {
  expect(parseMajor(decimal, currency)).toBe(minor);
  expect(formatMajor({ minor, currency })).toBe(formatted);
});

test.each([
  ['23.020', 'TRY'],
  ['10.5', 'JPY'],
  ['1e3', 'USD'],
  ['-1', 'USD'],
  ['01', 'USD'],
  ['1.', 'USD'],
  ['.5', 'USD'],
  ['1,5', 'USD'],
  ['', 'USD'],
  ['90071992547409.92', 'USD'],
])('%j %s is not an exact amount and is refused, not rounded', (decimal, currency) => {
  expect(parseMajor(decimal, currency)).toBeUndefined();
});
