import * as v from 'valibot';
import { currencyExponent } from '../money/currencies.ts';
import type { Money } from '../money/money.ts';
import { holdsCardLikeNumber } from '../secrets/card-like-text.ts';
import { passesLuhn } from '../secrets/card-numbers.ts';
import { Secret } from '../secrets/secret.ts';
import { matching } from './matching.ts';
import { refusesCardLikeText, ruleOf } from './validation.ts';

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Free text of a caller: no control characters (CR, LF, NUL), no `{{` template, well-formed Unicode, 1 to `max`
 * characters (code points). In a request also no number that a card network may have issued, unless the call has
 * `allowCardLikeText`.
 */
export function text(max: number) {
  return v.pipe(
    plainString(max),
    v.rawCheck(({ dataset, config, addIssue }) => {
      if (dataset.typed && refusesCardLikeText(config) && holdsCardLikeNumber(dataset.value))
        addIssue({ message: 'must not contain a number like that of a card (see allowCardLikeText)' });
    }),
  );
}

/** The rules for every string of a caller. */
function plainString(max: number) {
  return v.pipe(
    v.string(),
    v.check((value) => value !== '', 'must not be empty'),
    v.check((value) => value.length <= max || Array.from(value).length <= max, `must be at most ${max} characters`),
    v.check((value) => !CONTROL.test(value), 'must not contain control characters or line breaks'),
    v.check((value) => !LONE_SURROGATE.test(value), 'must be well-formed Unicode'),
    v.check((value) => !value.includes('{{'), 'must not contain "{{"'),
  );
}

/**
 * A provider's id (of an authorization, a capture): letters, digits, `.`, `_`, `:`, `-`, at most 64, without `..`. Safe
 * in a URL path.
 */
export function id() {
  return v.pipe(
    plainString(64),
    v.check((value) => /^[A-Za-z0-9._:-]+$/.test(value), 'must contain only letters, digits and . _ : -'),
    v.check((value) => !value.includes('..'), 'must not contain ".."'),
    // A path segment of one dot would vanish, and the request would go to a different path.
    v.check((value) => value !== '.', 'must not be "."'),
  );
}

/**
 * The merchant's reference for a payment where it only stands in bodies, never in a URL: plain text without
 * surrounding whitespace, at most `max` characters.
 */
export function bodyReference(max = 64) {
  return v.pipe(
    text(max),
    v.check((value) => value.trim() === value, 'must not have leading or trailing whitespace'),
  );
}

/**
 * The merchant's reference for a payment where it is a part of a URL, in a capture or a lookup: plain text without `/`
 * and `..`, at most `max` characters.
 */
export function reference(max = 64) {
  return v.pipe(
    text(max),
    v.check(
      (value) => !value.includes('/') && !value.includes('..') && value.trim() === value,
      'must not contain "/" or "..", nor leading or trailing whitespace',
    ),
    v.check((value) => value !== '.', 'must not be "."'),
  );
}

/** The provider's ids of other captures, as a response states them. */
export function knownCaptureIds() {
  return v.pipe(v.array(text(255)), v.readonly());
}

/**
 * Generates a unique reference, for payments whose caller gave none. Its 32 digits and letters are one word, which is
 * too long for a card number and never like one.
 */
export function newReference(): string {
  return crypto.randomUUID().replaceAll('-', '');
}

/**
 * An IPv4 or IPv6 address, without a zone, which means something on one machine only. An IPv4 address in IPv6 form
 * (`::ffff:10.0.0.1`, as servers on both have it) becomes the IPv4 address.
 */
export function ipAddress() {
  return v.pipe(
    v.string(),
    v.check((value) => !value.includes('%'), 'must not have a zone such as "%eth0"'),
    // First, because the rule below does not know every spelling.
    v.transform((value) => unmapped(value) ?? value),
    v.ip('must be an IPv4 or IPv6 address'),
  );
}

/** The IPv4 address in an IPv6 one, in any of its spellings, which the URL parser unites. */
function unmapped(address: string): string | undefined {
  if (!/^[\da-f:.]*:ffff:[\da-f:.]+$/i.test(address) || !URL.canParse(`http://[${address}]`)) return undefined;
  const { hostname } = new URL(`http://[${address}]`);
  const [, high, low] = /^\[::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/.exec(hostname) ?? [];
  if (high === undefined || low === undefined) return undefined;
  return [high, low].flatMap((half) => [parseInt(half, 16) >> 8, parseInt(half, 16) & 0xff]).join('.');
}

/** An absolute `https:` URL without whitespace; with `{ http: true }` also `http:`. */
export function webAddress({ http = false } = {}) {
  const rule = http ? 'must be an absolute http: or https: URL' : 'must be an absolute https: URL';
  return v.pipe(
    text(2048),
    v.check(
      (value) => URL.canParse(value) && (value.startsWith('https://') || (http && value.startsWith('http://'))),
      rule,
    ),
    // The parser escapes it, but the field is sent as it was given, and no server has to escape it.
    v.check((value) => !/\s/.test(value), 'must not contain whitespace'),
  );
}

/**
 * An amount above zero in one of `currencies` (by default every ISO 4217 currency). `rule` replaces the list of
 * currencies in the error where that would be too long.
 */
export function amount(
  currencies?: readonly string[],
  rule = `must be one of ${currencies?.join(', ') ?? ''}`,
): v.GenericSchema<Money> {
  const currency = v.pipe(
    v.string(),
    v.check((code) => currencyExponent(code) !== undefined, 'must be an active ISO 4217 code in upper case'),
    v.check((code) => !currencies || currencies.includes(code), rule),
  );
  const minor = v.pipe(
    v.number('must be a number of minor units'),
    v.check(
      (value) => Number.isSafeInteger(value) && value > 0,
      'must be a whole number of minor units from 1 to 2^53 - 1',
    ),
  );
  const shape = (issue: v.BaseIssue<unknown>): string =>
    issue.expected === 'Object' ? `must be { minor, currency }, as returned by money('23.02', 'TRY')` : ruleOf(issue);
  return v.pipe(v.strictObject({ minor, currency }, shape), v.readonly());
}

/**
 * A card. Number and security code become {@link Secret} at once. The expiry date is checked for its form only: the
 * issuer decides on expiry, and a wrong clock must not refuse a payment.
 */
export function card() {
  return v.strictObject({
    /** PAN: 12–19 digits, no spaces, with a valid check digit. */
    number: v.pipe(
      matching(/^\d{12,19}$/, 'must be 12–19 digits, no spaces'),
      v.check(passesLuhn, 'must have a valid check digit (Luhn)'),
      v.transform((value) => new Secret(value)),
    ),
    /** Security code (CVV, CVC): 3 or 4 digits. */
    cvv: v.pipe(
      matching(/^\d{3,4}$/, 'must be 3 or 4 digits'),
      v.transform((value) => new Secret(value)),
    ),
    /** Two digits, `'01'` to `'12'`. */
    expiryMonth: matching(/^(?:0[1-9]|1[0-2])$/, 'must be two digits from 01 to 12'),
    /** Four digits, `'2026'`. */
    expiryYear: matching(/^20\d{2}$/, 'must be four digits such as 2026'),
  });
}
