import { currencyExponent, InvalidOptionsError, InvalidRequestError } from '@capture/core';
import { describe, expect, test } from 'vitest';
import { answering, sampleOf } from '@capture/testing';
import { createFreepayment, type FreepaymentCaptureRequest, type FreepaymentOptions } from './index.ts';

const { response } = sampleOf('freepayment');
const options = { shopId: '12345', secretKey: 'sandbox-secret-key' };
const request = { authorizationId: '1-310b0da80b', amount: { minor: 50, currency: 'USD' } };

/** What is thrown when the sample's request has this field instead; nothing may be sent. */
async function refused(field: string, value: unknown) {
  const { fetch, asked } = answering(200, response.body);
  const changed = { ...request, [field]: value } as unknown as FreepaymentCaptureRequest;
  const error: unknown = await createFreepayment({ ...options, fetch })
    .capture(changed)
    .catch((thrown: unknown) => thrown);
  if (!InvalidRequestError.is(error)) throw new Error('not refused');
  expect(asked).toHaveLength(0);
  return error;
}

describe('bad input never leaves: path and rule are named, the value is not', () => {
  test.each([
    ['a negative amount', 'amount', { minor: -50, currency: 'USD' }, 'amount.minor'],
    ['zero', 'amount', { minor: 0, currency: 'USD' }, 'amount.minor'],
    ['NaN', 'amount', { minor: Number.NaN, currency: 'USD' }, 'amount.minor'],
    ['half a cent', 'amount', { minor: 50.5, currency: 'USD' }, 'amount.minor'],
    ['above 2^53', 'amount', { minor: 2 ** 53, currency: 'USD' }, 'amount.minor'],
    ['an amount as text', 'amount', '32.45', 'amount'],
    ['an amount as a number', 'amount', 3245, 'amount'],
    ['an unknown currency', 'amount', { minor: 50, currency: 'USDT' }, 'amount.currency'],
    ['a currency in small letters', 'amount', { minor: 50, currency: 'usd' }, 'amount.currency'],
    ['no currency', 'amount', { minor: 50 }, 'amount.currency'],
    ['an empty id', 'authorizationId', '', 'authorizationId'],
    ['an id with a slash', 'authorizationId', '1/310b0da80b', 'authorizationId'],
    ['an id with ..', 'authorizationId', '1..310b0da80b', 'authorizationId'],
    ['an id with CR and LF', 'authorizationId', '1\r\n310b0da80b', 'authorizationId'],
    ['an id with NUL', 'authorizationId', '1\u0000310b0da80b', 'authorizationId'],
    ['an id with {{', 'authorizationId', '1{{310b0da80b', 'authorizationId'],
    ['an id that is a number', 'authorizationId', 310_080, 'authorizationId'],
    ['no id', 'authorizationId', undefined, 'authorizationId'],
    ['an empty reference', 'reference', '', 'reference'],
    ['several references in one', 'reference', 'order-1;order-2', 'reference'],
    ['a reference with a slash', 'reference', 'order/1042', 'reference'],
    ['a reference of 256 characters', 'reference', 'r'.repeat(256), 'reference'],
    ['an option as a field', 'sendCurrency', 'never', 'sendCurrency'],
    ["another page's field", 'tracking_id', 'order-1042', 'tracking_id'],
  ])('%s', async (_what, field, value, path) => {
    const error = await refused(field, value);
    expect(error.issues.map((issue) => issue.path)).toEqual([path]);
    expect(error.provider).toBe('freepayment');
    const leaf = typeof value === 'object' ? value.minor : value;
    if (leaf !== '' && leaf !== undefined && leaf !== 0)
      expect(`${error.message} ${JSON.stringify(error)}`).not.toContain(String(leaf));
  });

  test('a dot is no id: as the last part of a path it would vanish', async () => {
    for (const field of ['authorizationId', 'reference']) {
      expect((await refused(field, '.')).issues).toEqual([{ path: field, rule: 'must not be "."' }]);
    }
  });
});

describe('currencies whose minor units are in dispute', () => {
  const disputed = ['CLF', 'CVE', 'IDR', 'IQD', 'IRR', 'KPW', 'LAK', 'LBP', 'MMK', 'MOP', 'UGX', 'UYW'];

  test.each(disputed)('%s is refused: nobody says how the server counts it', async (currency) => {
    expect(currencyExponent(currency)).toBeDefined();
    const { issues, message } = await refused('amount', { minor: 1000, currency });
    expect(issues).toEqual([
      {
        path: 'amount.currency',
        rule: 'must have an undisputed exponent at the provider (see the README)',
      },
    ]);
    expect(message).not.toContain(currency);
  });

  test('the list of currencies is ISO 4217 without them', () => {
    const { currencies } = createFreepayment(options).capabilities;
    expect(currencies).toEqual(expect.arrayContaining(['USD', 'JPY', 'KWD', 'UYI']));
    expect(currencies.filter((currency) => disputed.includes(currency))).toEqual([]);
  });
});

describe('the options', () => {
  test.each([
    ['no shop id', { shopId: undefined }, 'shopId'],
    ['a shop id with a colon: Basic would cut it there', { shopId: '12:345' }, 'shopId'],
    ['a shop id that is a number', { shopId: 12_345 }, 'shopId'],
    ['an empty secret key', { secretKey: '' }, 'secretKey'],
    ['a secret key with a line break', { secretKey: 'sandbox\nsecret' }, 'secretKey'],
    ['a secret key that starts with a blank', { secretKey: ' sandbox-secret' }, 'secretKey'],
    ['http: to a host that is not loopback', { baseUrl: 'http://api.freepayment.online/beyag' }, 'baseUrl'],
    ['a base URL that ends with a slash', { baseUrl: 'https://api.freepayment.online/beyag/' }, 'baseUrl'],
    ['a public key that is none', { publicKey: 'not a public key' }, 'publicKey'],
    [
      'a private key in place of the public one',
      { publicKey: `-----BEGIN PRIVATE KEY-----\n${'MIIE'.repeat(40)}\n-----END PRIVATE KEY-----` },
      'publicKey',
    ],
    ['sendCurrency as a string', { sendCurrency: 'never' }, 'sendCurrency'],
    ['an unknown option', { merchant: 'merchant name' }, 'merchant'],
  ])('%s', (_what, change, path) => {
    let error: unknown;
    try {
      createFreepayment({ ...options, ...change } as unknown as FreepaymentOptions);
    } catch (thrown) {
      error = thrown;
    }
    if (!InvalidOptionsError.is(error)) throw new Error('not refused');
    expect(error.issues.map((issue) => issue.path)).toEqual([path]);
    const [value] = Object.values<string | number | undefined>(change);
    if (value) expect(`${error.message} ${JSON.stringify(error)}`).not.toContain(String(value));
  });
});
