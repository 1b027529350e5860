import { currencyExponent } from './currencies.ts';
import { InvalidAmountError } from '../errors/invalid-input.ts';

/** An exact amount: a whole number of the currency's minor units (ISO 4217), so 23.02 TRY is `{ minor: 2302, currency: 'TRY' }`. */
export interface Money {
  /** Minor units (kuruş, cents, fils; yen for JPY): a safe integer, never a fraction. */
  readonly minor: number;
  /** ISO 4217 alpha-3 code in upper case. */
  readonly currency: string;
}

/** The longest amount has 16 digits; a longer text is none. */
const MAX_LENGTH = 32;
const DECIMAL = /^(?:0|[1-9]\d*)(?:\.\d+)?$/;

/**
 * Makes {@link Money} from a decimal text in major units: `money('23.02', 'TRY')`, `money('1000', 'JPY')`.
 *
 * Nothing is rounded: a text with more digits than the currency has (`'23.020'` TRY, `'10.5'` JPY), a sign, an exponent, a comma or a
 * number instead of a text is refused with {@link InvalidAmountError}, as are an unknown currency and an amount above 2^53 − 1 minor units.
 */
export function money(major: string, currency: string): Money {
  const exponent = currencyExponent(currency);
  if (exponent === undefined) throw refused('currency', 'must be an active ISO 4217 code such as "TRY"');
  const parsed = parseMajor(major, currency);
  if (parsed) return parsed;
  throw refused(
    '',
    `must be a decimal string such as ${exponent === 0 ? '"1000"' : `"23.${'02'.padEnd(exponent, '0')}"`} with at most ${exponent} decimals, without sign, exponent or leading zeros, within 2^53 minor units`,
  );
}

/**
 * The same as {@link money} for text that comes from a provider: `undefined` in place of an error. Trailing zeros beyond the currency's
 * digits are let through (`'1000.00'` JPY is 1000 yen), because they change no amount.
 */
export function readMajor(major: string, currency: string): Money | undefined {
  // The pattern below looks back over zeros, so its text has to be short.
  if (major.length > MAX_LENGTH) return undefined;
  const [, whole, fraction] = /^(\d+)(?:\.(?=\d)(\d*?)0*)?$/.exec(major) ?? [];
  return parseMajor(fraction ? `${whole}.${fraction}` : whole, currency);
}

function parseMajor(major: unknown, currency: string): Money | undefined {
  const exponent = currencyExponent(currency);
  if (exponent === undefined || typeof major !== 'string' || major.length > MAX_LENGTH || !DECIMAL.test(major))
    return undefined;
  const [whole = '', fraction = ''] = major.split('.');
  if (fraction.length > exponent) return undefined;
  const minor = BigInt(whole + fraction.padEnd(exponent, '0'));
  return minor <= BigInt(Number.MAX_SAFE_INTEGER) ? { minor: Number(minor), currency } : undefined;
}

/** The amount as decimal text in major units with all the currency's digits: `'23.02'`, `'1000'` (JPY), `'1.500'` (KWD). */
export function formatMajor({ minor, currency }: Money): string {
  const exponent = currencyExponent(currency);
  if (exponent === undefined || !Number.isSafeInteger(minor) || minor < 0) {
    throw refused('', 'must be { minor: a safe integer of 0 or more, currency: an active ISO 4217 code }');
  }
  const digits = String(minor).padStart(exponent + 1, '0');
  return exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/** Whether two amounts are the same number of minor units of the same currency. */
export function sameMoney(a: Money, b: Money): boolean {
  return a.minor === b.minor && a.currency === b.currency;
}

function refused(path: string, rule: string): InvalidAmountError {
  return new InvalidAmountError({ issues: [{ path, rule }] });
}
