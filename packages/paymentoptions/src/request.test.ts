import { InvalidOptionsError, InvalidRequestError, money } from '@capture/core';
import { describe, expect, test } from 'vitest';
import { answering, sampleOf } from '@capture/testing';
import { createPaymentOptions, type PaymentOptionsCaptureRequest, type PaymentOptionsOptions } from './index.ts';

const { response } = sampleOf('paymentoptions');
const options = {
  apiKey: 'key-of-x-api-key',
  merchantId: '< Merchant ID >',
  baseUrl: 'https://api-dev.paymentoptions.com/api/v1/api/v1',
};
const request = {
  authorizationId: 'e0b0731e-7170-4b64-8a21-7d835eebd641',
  amount: { minor: 1000, currency: 'JPY' },
} as const;

/** What is thrown when the sample's request has this field instead, and how often the network was asked. */
async function refused(change: Record<string, unknown>) {
  const { fetch, asked } = answering(response.status, response.body);
  const changed = { ...request, ...change } as unknown as PaymentOptionsCaptureRequest;
  const error: unknown = await createPaymentOptions({ ...options, fetch })
    .capture(changed)
    .catch((thrown: unknown) => thrown);
  if (!InvalidRequestError.is(error)) throw new Error('not refused');
  expect(asked).toHaveLength(0);
  return error;
}

describe('bad input never leaves: path and rule are named, the value is not', () => {
  test.each([
    ['a negative amount', 'amount', { minor: -2302, currency: 'EUR' }, 'amount.minor'],
    ['zero', 'amount', { minor: 0, currency: 'EUR' }, 'amount.minor'],
    ['NaN', 'amount', { minor: Number.NaN, currency: 'EUR' }, 'amount.minor'],
    ['half a cent', 'amount', { minor: 2302.5, currency: 'EUR' }, 'amount.minor'],
    ['above 2^53', 'amount', { minor: 2 ** 53, currency: 'JPY' }, 'amount.minor'],
    ['an amount as text', 'amount', '23,02', 'amount'],
    ['an amount as a number', 'amount', 1e3, 'amount'],
    ['minor units as text', 'amount', { minor: '2302', currency: 'EUR' }, 'amount.minor'],
    ['an unknown currency', 'amount', { minor: 2302, currency: 'EURO' }, 'amount.currency'],
    ['a currency in small letters', 'amount', { minor: 2302, currency: 'eur' }, 'amount.currency'],
    ['no amount', 'amount', undefined, 'amount'],
    ['an empty id', 'authorizationId', '', 'authorizationId'],
    ['an id with a slash', 'authorizationId', 'e0b0731e/7170', 'authorizationId'],
    ['an id with ..', 'authorizationId', 'e0b0731e..7170', 'authorizationId'],
    ['an id with CR and LF', 'authorizationId', 'e0b0731e\r\n7170', 'authorizationId'],
    ['an id with NUL', 'authorizationId', 'e0b0731e\u00007170', 'authorizationId'],
    ['an id with {{', 'authorizationId', 'e0b0731e{{7170', 'authorizationId'],
    ['an id of 65 characters', 'authorizationId', 'a'.repeat(65), 'authorizationId'],
    ['an id that is a number', 'authorizationId', 74819, 'authorizationId'],
    ['no id', 'authorizationId', undefined, 'authorizationId'],
    ['an empty reference', 'reference', '', 'reference'],
    ['a reference with a slash', 'reference', 'order/1042', 'reference'],
    ['empty notes', 'notes', '', 'notes'],
    ['notes with a line break', 'notes', 'two\nlines', 'notes'],
    ['notes with half a character', 'notes', 'half \ud83e', 'notes'],
    ['notes of 1001 characters', 'notes', 'n'.repeat(1001), 'notes'],
    ['an unknown field', 'transactionId', 'e0b0731e-7170', 'transactionId'],
    ['a card', 'card', { number: '5200000000001005' }, 'card'],
  ])('%s', async (_what, field, value, path) => {
    const error = await refused({ [field]: value });
    expect(error.issues.map((issue) => issue.path)).toEqual([path]);
    expect(error.provider).toBe('paymentoptions');
    const leaves = typeof value === 'object' ? Object.values(value) : [value];
    for (const leaf of leaves.filter((one) => one !== '' && one !== undefined && one !== 0))
      expect(`${error.message} ${JSON.stringify(error)}`).not.toContain(String(leaf));
  });

  test('an amount with more digits than a JSON number holds, in place of rounding it', async () => {
    const error = await refused({ amount: { minor: Number.MAX_SAFE_INTEGER, currency: 'EUR' } });
    expect(error.issues.map(({ path }) => path)).toEqual(['amount.minor']);
    expect(error.message).not.toContain('9007199');
  });

  test.each([
    ['23,02', 'EUR'],
    ['1e3', 'EUR'],
    ['23.020', 'EUR'],
    ['10.5', 'JPY'],
    ['-1', 'JPY'],
  ])('an amount of %s %s is not even made', (major, currency) => {
    expect(() => money(major, currency)).toThrow(expect.not.stringContaining(`"${major}"`) as string);
  });

  test('every broken rule is named at once', async () => {
    const error = await refused({ authorizationId: undefined, amount: undefined, notes: '' });
    expect(error.issues.map(({ path }) => path)).toEqual(['authorizationId', 'amount', 'notes']);
  });
});

describe('the options', () => {
  test.each([
    ['no key', { apiKey: undefined }, 'apiKey'],
    ['an empty key', { apiKey: '' }, 'apiKey'],
    ['a key that ends with a blank', { apiKey: 'key-with-blank ' }, 'apiKey'],
    ['a key with a line break', { apiKey: 'key\r\nx-admin: 1' }, 'apiKey'],
    ['a key that is not ASCII, which fetch would print', { apiKey: 'schlüssel' }, 'apiKey'],
    ['a key for Authorization with a line break', { authorization: 'Basic key\nfoo' }, 'authorization'],
    ['no merchant', { merchantId: undefined }, 'merchantId'],
    ['an empty merchant', { merchantId: '' }, 'merchantId'],
    ['no base URL: no production address is published', { baseUrl: undefined }, 'baseUrl'],
    ['http: to a host that is not loopback', { baseUrl: 'http://api-dev.paymentoptions.com/api/v1' }, 'baseUrl'],
    ['a base URL with credentials', { baseUrl: 'https://user:pass-word@api-dev.paymentoptions.com' }, 'baseUrl'],
    ['a base URL that ends with a slash', { baseUrl: 'https://api-dev.paymentoptions.com/api/' }, 'baseUrl'],
    ['a base URL with a query', { baseUrl: 'https://api-dev.paymentoptions.com/api?x=1' }, 'baseUrl'],
    ['a timeout as text', { timeout: '5000ms' }, 'timeout'],
    ['fetch that is none', { fetch: 'node-fetch' }, 'fetch'],
    ['an unknown option', { password: 'hunter-2' }, 'password'],
  ])('%s', (_what, change, path) => {
    let error: unknown;
    try {
      createPaymentOptions({ ...options, ...change } as unknown as PaymentOptionsOptions);
    } catch (thrown) {
      error = thrown;
    }
    if (!InvalidOptionsError.is(error)) throw new Error('not refused');
    expect(error.issues.map((issue) => issue.path)).toEqual([path]);
    const value = Object.values(change)[0];
    if (value) expect(`${error.message} ${JSON.stringify(error)}`).not.toContain(value);
  });
});
