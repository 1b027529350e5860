import { currencyExponent } from './currencies.ts';
import { InvalidAmountError } from '../errors/invalid-input.ts';

/** An exact amount in minor units of its currency (ISO 4217): 23.02 TRY is `{ minor: 2302, currency: 'TRY' }`. */
export interface Money {
  /** Minor units (kuruş, cents, fils; yen for JPY): a safe integer, never a fraction. */
  readonly minor: number;
  /** ISO 4217 alphabetic code in upper case. */
  readonly currency: string;
}

/** Longer input is not an amount: the longest has 16 digits. */
const MAX_LENGTH = 32;
const DECIMAL = /^(?:0|[1-9]\d*)(?:\.\d+)?$/;

/**
 * Creates {@link Money} from a decimal string in major units. Never rounds.
 *
 * @param major digits with a decimal point, no sign, exponent or separators, and no more decimals than the currency has
 * @param currency an active ISO 4217 code in upper case
 * @throws {@link InvalidAmountError} where the currency is unknown, the string has more decimals than the currency
 * (`'23.020'` TRY, `'10.5'` JPY), a sign, an exponent or a comma, it is a number, or the amount exceeds 2^53 − 1 minor
 * units.
 * @example
 * ```ts
 * money('23.02', 'TRY'); // { minor: 2302, currency: 'TRY' }
 * money('1000', 'JPY'); // { minor: 1000, currency: 'JPY' }
 * ```
 */
export function money(major: string, currency: string): Money {
  const exponent = currencyExponent(currency);
  if (exponent === undefined) throw refused('currency', 'must be an active ISO 4217 code such as "TRY"');
  const parsed = parseExact(major, currency);
  if (parsed) return parsed;
  // The likely source of trailing zeros is a database, and its amount is exact.
  const readable = typeof major === 'string' && parseMajor(major, currency) !== undefined;
  throw refused(
    '',
    `must be a decimal string such as ${exponent === 0 ? '"1000"' : `"23.${'02'.padEnd(exponent, '0')}"`} with at most ${exponent} decimals, without sign, exponent or leading zeros, within 2^53 minor units${readable ? '; parseMajor takes it, because the further decimals are zeros' : ''}`,
  );
}

/**
 * Parses an amount from a provider's response: like {@link money}, but returns `undefined` in place of an error.
 * Trailing zeros beyond the currency's exponent are accepted (`'1000.00'` JPY is 1000 yen), since they do not change
 * the amount.
 */
export function parseMajor(major: string, currency: string): Money | undefined {
  // The pattern below backtracks over zeros, so its input has to be short.
  if (major.length > MAX_LENGTH) return undefined;
  const [, whole, fraction] = /^(\d+)(?:\.(?=\d)(\d*?)0*)?$/.exec(major) ?? [];
  return parseExact(fraction ? `${whole}.${fraction}` : whole, currency);
}

function parseExact(major: unknown, currency: string): Money | undefined {
  const exponent = currencyExponent(currency);
  if (exponent === undefined || typeof major !== 'string' || major.length > MAX_LENGTH || !DECIMAL.test(major))
    return undefined;
  const [whole = '', fraction = ''] = major.split('.');
  if (fraction.length > exponent) return undefined;
  const minor = BigInt(whole + fraction.padEnd(exponent, '0'));
  return minor <= BigInt(Number.MAX_SAFE_INTEGER) ? { minor: Number(minor), currency } : undefined;
}

/**
 * Formats an amount as a decimal string in major units, with all decimals of the currency.
 *
 * @throws {@link InvalidAmountError} where `minor` is not a safe integer of 0 or more, or the currency is unknown.
 * @example
 * ```ts
 * formatMajor({ minor: 2302, currency: 'TRY' }); // '23.02'
 * formatMajor({ minor: 1500, currency: 'KWD' }); // '1.500'
 * ```
 */
export function formatMajor({ minor, currency }: Money): string {
  const exponent = currencyExponent(currency);
  if (exponent === undefined || !Number.isSafeInteger(minor) || minor < 0) {
    throw refused('', 'must be { minor: a safe integer of 0 or more, currency: an active ISO 4217 code }');
  }
  const digits = String(minor).padStart(exponent + 1, '0');
  return exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/** Compares two amounts: equal minor units of the same currency. */
export function sameMoney(a: Money, b: Money): boolean {
  return a.minor === b.minor && a.currency === b.currency;
}

function refused(path: string, rule: string): InvalidAmountError {
  return new InvalidAmountError({ issues: [{ path, rule }] });
}
