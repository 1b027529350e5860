import type { BadValue } from './bad-value.ts';

const ISO_CODE = 'must be an active ISO 4217 code in upper case';
const MONEY = "must be { minor, currency }, as returned by money('23.02', 'TRY')";
const NO_CONTROLS = 'must not contain control characters or line breaks';
const NO_SLASH = 'must not contain "/" or "..", nor leading or trailing whitespace';
const NUMBER = 'must be a number of minor units';
const SAFE_CHARACTERS = 'must contain only letters, digits and . _ : -';
const WHOLE_UNITS = 'must be a whole number of minor units from 1 to 2^53 - 1';

/** Amounts that no provider takes, in a currency that this one takes. */
export function badAmounts(currency: string): BadValue[] {
  return [
    ['no amount', 'amount', undefined, 'is required'],
    ['an amount that is a string', 'amount', '32.45', MONEY],
    ['an amount that is a string with a comma', 'amount', '1000,00', MONEY],
    ['an amount that is a number', 'amount', 3245, MONEY],
    ['a negative amount', 'amount.minor', -2302, WHOLE_UNITS],
    ['an amount of zero', 'amount.minor', 0, WHOLE_UNITS],
    ['an amount of NaN', 'amount.minor', Number.NaN, NUMBER],
    ['half a minor unit', 'amount.minor', 2302.5, WHOLE_UNITS],
    ['an amount above 2^53', 'amount.minor', 2 ** 53, WHOLE_UNITS],
    ['minor units as a string', 'amount.minor', '2302', NUMBER],
    ['no currency', 'amount.currency', undefined, 'is required'],
    ['a currency in lower case', 'amount.currency', currency.toLowerCase(), ISO_CODE],
    ...['EURO', 'PESO', 'TL', 'USDT'].map((code): BadValue => [`currency ${code}`, 'amount.currency', code, ISO_CODE]),
  ];
}

/** Ids of an authorization that could leave their place in a path, a header, a form or a template. */
export const BAD_AUTHORIZATION_IDS: readonly BadValue[] = [
  ['no authorizationId', 'authorizationId', undefined, 'is required'],
  ...badStrings('authorizationId'),
  ['a slash in authorizationId', 'authorizationId', 'pl/anted', SAFE_CHARACTERS],
  ['two dots in authorizationId', 'authorizationId', 'pl..anted', 'must not contain ".."'],
  [
    'an authorizationId of 65 characters',
    'authorizationId',
    'planted'.padEnd(65, 'x'),
    'must be at most 64 characters',
  ],
];

/** The same where a reference only stands in bodies. */
export function badBodyReferences(max = 64): BadValue[] {
  const around = 'must not have leading or trailing whitespace';
  return [
    ...badReferences(max).filter(([, , , rule]) => rule !== NO_SLASH),
    ['a trailing space in reference', 'reference', 'planted ', around],
    ['a leading space in reference', 'reference', ' planted', around],
  ];
}

/** References of the merchant's own that no provider takes; `max` is the number of characters that it does take. */
export function badReferences(max = 64): BadValue[] {
  return [
    ...badStrings('reference'),
    ['a slash in reference', 'reference', 'pl/anted', NO_SLASH],
    ['two dots in reference', 'reference', 'pl..anted', NO_SLASH],
    [
      `a reference of ${max + 1} characters`,
      'reference',
      'planted'.padEnd(max + 1, 'x'),
      `must be at most ${max} characters`,
    ],
  ];
}

/** Strings that no field takes. */
function badStrings(field: string): BadValue[] {
  return [
    [`an empty ${field}`, field, '', 'must not be empty'],
    [`a number for ${field}`, field, 74_819, 'must be a string'],
    [`CR and LF in ${field}`, field, 'pl\r\nanted', NO_CONTROLS],
    [`a line break in ${field}`, field, 'pl\nanted', NO_CONTROLS],
    [`NUL in ${field}`, field, 'pl\u0000anted', NO_CONTROLS],
    [`a template in ${field}`, field, 'pl{{anted}}', 'must not contain "{{"'],
    [`half a surrogate pair in ${field}`, field, 'planted\ud83e', 'must be well-formed Unicode'],
  ];
}

export const UNKNOWN_FIELD: BadValue = ['an unknown field', 'vaultId', 'planted', 'is an unknown field'];
export const CARD: BadValue = ['a card', 'card', { number: '5425233430109903' }, 'is an unknown field'];

/** For a provider that takes notes. */
export const BAD_NOTES: readonly BadValue[] = badStrings('notes');

/** For a provider that takes the payer's address. */
export const BAD_CLIENT_IPS: readonly BadValue[] = ['', '12.7.8.256', '12.7.8.120, 10.0.0.1', '::ffff:12.7.8.256'].map(
  (address): BadValue => [
    `"${address}" for the client's address`,
    'clientIp',
    address,
    'must be an IPv4 or IPv6 address',
  ],
);
