import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { caught } from '../../test/refusals.ts';
import { InvalidOptionsError, InvalidRequestError } from '../index.ts';
import { amount, bodyReference, card, id, ipAddress, reference, text, webAddress } from './request-fields.ts';
import { baseUrl, clientOptions, credential, headerCredential } from './options.ts';
import { checkOptions, checkRequest, type Schema } from './validation.ts';

const number = '5425233430109903';
const goodCard = { number, cvv: '123', expiryMonth: '04', expiryYear: '2026' };

/** The issues of a value under a key, as a caller gets them, and the whole error as text. */
function refused(schema: Schema<unknown, unknown>, value: unknown) {
  const whole = v.strictObject({ field: schema }) as Schema<unknown, unknown>;
  const error = caught(() => checkRequest('toy', whole, { field: value }));
  if (error === undefined) return { issues: [], shown: '' };
  if (!InvalidRequestError.is(error)) throw error as Error;
  return { issues: error.issues, shown: `${error.stack ?? ''} ${JSON.stringify(error)}` };
}

describe('input that breaks a rule', () => {
  test.each<[string, Schema<unknown, unknown>, unknown, string]>([
    ['a negative amount', amount(), { minor: -2302, currency: 'TRY' }, 'field.minor'],
    ['an amount of zero', amount(), { minor: 0, currency: 'TRY' }, 'field.minor'],
    ['an amount of NaN', amount(), { minor: Number.NaN, currency: 'TRY' }, 'field.minor'],
    ['a fraction of a minor unit', amount(), { minor: 23.02, currency: 'TRY' }, 'field.minor'],
    ['an amount above 2^53', amount(), { minor: 2 ** 53, currency: 'TRY' }, 'field.minor'],
    ['an amount in a string', amount(), { minor: '2302777', currency: 'TRY' }, 'field.minor'],
    ['an unknown currency', amount(), { minor: 1, currency: 'QQQ' }, 'field.currency'],
    ['a currency that the provider does not take', amount(['TRY']), { minor: 1, currency: 'USD' }, 'field.currency'],
    ['an amount that is a number', amount(), 7777777, 'field'],
    ['an empty id', id(), '', 'field'],
    ['an id with a slash', id(), 'secret-ish/id', 'field'],
    ['an id with dots', id(), 'secret-ish..id', 'field'],
    ['an id with CR LF', id(), 'secret-ish\r\nid', 'field'],
    ['an id with NUL', id(), 'secret-ish\u0000id', 'field'],
    ['an id with a template', id(), '{{secret-ish}}', 'field'],
    ['an id of 65 characters', id(), 's'.repeat(65), 'field'],
    ['a reference with a slash', reference(), 'secret-ish/1', 'field'],
    ['a reference with trailing whitespace', reference(), 'secret-ish ', 'field'],
    ['a lone surrogate', text(9), 'secret\ud800', 'field'],
    ['a string that is too long', text(9), 'secret-ish text', 'field'],
    ['a card number that fails Luhn', card(), { ...goodCard, number: '5425233430109904' }, 'field.number'],
    ['a card number that is too short', card(), { ...goodCard, number: '42424242424' }, 'field.number'],
    ['a card number with spaces', card(), { ...goodCard, number: '5425 2334 3010 9903' }, 'field.number'],
    ['a security code of two digits', card(), { ...goodCard, cvv: '77' }, 'field.cvv'],
    ['month 13', card(), { ...goodCard, expiryMonth: '13' }, 'field.expiryMonth'],
    ['month 4', card(), { ...goodCard, expiryMonth: '4' }, 'field.expiryMonth'],
    ['a two-digit year', card(), { ...goodCard, expiryYear: '26' }, 'field.expiryYear'],
    ['a card that is a string', card(), number, 'field'],
    ['a reference of a body with trailing whitespace', bodyReference(), 'secret-ish ', 'field'],
    ['an IP address with a zone', ipAddress(), 'fe80::1%eth0', 'field'],
    ['an IPv4 address in IPv6 form that is none', ipAddress(), '::ffff:300.1.1.1', 'field'],
    ['an address with more behind it', ipAddress(), '::ffff:a00:1]/:ffff:1', 'field'],
    ['an invalid IP address', ipAddress(), '300.1.1.1', 'field'],
    ['an http: address', webAddress(), 'http://secret-ish.example/ipn', 'field'],
  ])('a request with %s is refused with path and rule, and without the value', (_what, schema, value, path) => {
    const { issues, shown } = refused(schema, value);
    expect(issues.map((issue) => issue.path)).toEqual([path]);
    expect(issues[0]?.rule).toMatch(/^(?:must|needs|is)/);
    for (const leaf of leaves(value)) expect(shown).not.toContain(leaf);
  });

  test('a request is refused for a missing field, an unknown field, and a value in the place of a name', () => {
    const schema = v.strictObject({ card: card() }) as Schema<unknown, unknown>;
    const error = caught(() => checkRequest('toy', schema, { cart: {}, [number]: 1 }));
    expect(error).toMatchObject({ issues: expect.arrayContaining([{ path: 'card', rule: 'is required' }]) as unknown });
    expect(JSON.stringify(error)).not.toContain(number);
    const twice = caught(() => checkRequest('toy', v.strictObject({}) as Schema<unknown, unknown>, { [number]: 1 }));
    expect(twice).toMatchObject({ issues: [{ path: '[…]', rule: 'is an unknown field' }] });
  });

  test.each([undefined, null, 'text', 7, [], () => 0])('a request that is %s is refused', (request) => {
    const schema = v.strictObject({ amount: amount() }) as Schema<unknown, unknown>;
    expect(InvalidRequestError.is(caught(() => checkRequest('toy', schema, request)))).toBe(true);
  });

  test('card data is a Secret from the moment it is checked', () => {
    const checked = checkRequest('toy', card() as Schema<unknown, unknown>, goodCard);
    expect(JSON.stringify(checked)).toBe(
      '{"number":"[secret]","cvv":"[secret]","expiryMonth":"04","expiryYear":"2026"}',
    );
  });
});

describe('options that break a rule', () => {
  const schema = v.strictObject({
    ...clientOptions,
    baseUrl: baseUrl(),
    key: headerCredential(),
    password: credential(),
  });
  const good = { baseUrl: 'https://host.example/api/v1/api/v1', key: 'canary-key', password: 'canary-password' };
  const check = (options: unknown) => caught(() => checkOptions('toy', schema as Schema<unknown, unknown>, options));

  test('valid options are accepted unchanged, including a doubled path', () => {
    expect(check(good)).toBeUndefined();
    expect(check({ ...good, baseUrl: 'http://127.0.0.1:4100/toy', timeout: 5 })).toBeUndefined();
    expect(check({ ...good, baseUrl: 'http://[::1]:4100' })).toBeUndefined();
  });

  const badBaseUrls = {
    'http: to a host that is not loopback': 'http://canary.example',
    'http: to a host that looks like loopback': 'http://127.0.0.1.canary.example',
    'credentials in the URL': 'https://canary:pw@host.example',
    'a query': 'https://canary.example?a=1',
    'a trailing slash': 'https://canary.example/v1/',
    'dot segments': 'https://canary.example/a/../b',
    'another protocol': 'ftp://canary.example',
    'a base URL that is no URL': 'canary',
  };

  test.each<[string, object, string]>([
    ...Object.entries(badBaseUrls).map(([what, url]): [string, object, string] => [what, { baseUrl: url }, 'baseUrl']),
    ['an empty key', { key: '' }, 'key'],
    ['a key with a line break', { key: 'canary\r\nx-evil: 1' }, 'key'],
    ['a key beyond ASCII', { key: 'canaryü' }, 'key'],
    ['a password with leading whitespace', { password: ' canary' }, 'password'],
    ['a password that is a number', { password: 4242 }, 'password'],
    ['a missing password', { password: undefined }, 'password'],
    ['a timeout of 0', { timeout: 0 }, 'timeout'],
    ['a timeout that is a string', { timeout: '30' }, 'timeout'],
    ['a fetch that is no function', { fetch: 'canary' }, 'fetch'],
    ['a transport that cannot send', { transport: {} }, 'transport'],
    ['an unknown option', { canaryOption: 1 }, 'canaryOption'],
  ])('options with %s are refused with path and rule, and without the value', (_what, wrong, path) => {
    const error = check({ ...good, ...wrong });
    expect(InvalidOptionsError.is(error)).toBe(true);
    expect((error as InvalidOptionsError).issues.map((issue) => issue.path)).toEqual([path]);
    expect(String((error as Error).stack).replaceAll('canaryOption', '')).not.toContain('canary');
  });
});

function leaves(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [String(value)].filter((text) => text.length > 5);
  return Object.values(value).flatMap(leaves);
}

describe('wording of rules', () => {
  const one = (schema: Schema<unknown, unknown>, value: unknown) => refused(schema, value).issues;

  test.each([
    ['minor', { minor: '1', currency: 'TRY' }, 'must be a number of minor units'],
    ['minor', { minor: 1.5, currency: 'TRY' }, 'must be a whole number of minor units from 1 to 2^53 - 1'],
    ['currency', { minor: 1, currency: 'QQQ' }, 'must be an active ISO 4217 code in upper case'],
    ['currency', { minor: 1, currency: 'USD' }, 'must be one of TRY, EUR'],
  ])('the rule of an invalid amount.%s is stated: %j', (name, value, rule) => {
    expect(one(amount(['TRY', 'EUR']), value)).toEqual([{ path: `field.${name}`, rule }]);
  });

  test('an amount with another field is refused', () => {
    expect(one(amount(), { minor: 1, currency: 'TRY', extra: 1 })).toEqual([
      { path: 'field.extra', rule: 'is an unknown field' },
    ]);
  });

  /** By field, the values that break a rule of a card. */
  const badCards: Readonly<Record<string, Readonly<Record<string, string[]>>>> = {
    number: {
      'must be 12–19 digits, no spaces': ['54252334301', `x${number}`, `${number}x`],
      'must have a valid check digit (Luhn)': ['5425233430109904'],
    },
    cvv: { 'must be 3 or 4 digits': ['12', '12345', 'a123', '123a'] },
    expiryMonth: { 'must be two digits from 01 to 12': ['13', '00', '112', '123'] },
    expiryYear: { 'must be four digits such as 2026': ['1999', '20260', '12026'] },
  };
  const cases = Object.entries(badCards).flatMap(([name, rules]) =>
    Object.entries(rules).flatMap(([rule, values]) => values.map((value) => [name, value, rule] as const)),
  );

  test.each(cases)('the rule of an invalid card.%s is stated: %s', (name, value, rule) => {
    expect(one(card(), { ...goodCard, [name]: value })).toEqual([{ path: `field.${name}`, rule }]);
  });

  test.each(['01', '09', '10', '12'])('the expiry month %s is accepted', (expiryMonth) => {
    expect(one(card(), { ...goodCard, expiryMonth })).toEqual([]);
  });
});

describe('values that become others, or stay', () => {
  test.each([
    ['::ffff:10.0.0.1', '10.0.0.1'],
    ['::FFFF:192.168.1.254', '192.168.1.254'],
    ['::ffff:a00:1', '10.0.0.1'],
    ['0:0:0:0:0:ffff:10.0.0.1', '10.0.0.1'],
    ['0:0::0:FFFF:10.0.0.1', '10.0.0.1'],
    ['0000:0000:0000:0000:0000:ffff:0a00:0001', '10.0.0.1'],
    ['10.0.0.1', '10.0.0.1'],
    ['2001:db8::ffff:1', '2001:db8::ffff:1'],
    ['::ffff:0:10.0.0.1', '::ffff:0:10.0.0.1'],
    ['2001:DB8::1', '2001:DB8::1'],
    ['::1', '::1'],
  ])('the address %s is sent as %s', (given, sent) => {
    expect(v.parse(ipAddress(), given)).toBe(sent);
  });

  test.each(['order/7', '../7', '.', '..', 'https://shop.example/orders?id=7'])(
    'the reference %s is accepted where it only stands in a body',
    (value) => {
      expect(v.parse(bodyReference(), value)).toBe(value);
      expect(v.is(reference(), value)).toBe(false);
    },
  );
});
