import { InvalidOptionsError, InvalidRequestError } from '@capture/core';
import { describe, expect, test } from 'vitest';
import { answering, sampleOf } from '@capture/testing';
import { createPayfull, type PayfullCaptureRequest, type PayfullOptions } from './index.ts';

const { response } = sampleOf('payfull');
const options = {
  merchant: 'merchant name',
  password: 'sandbox-payfull-password',
  baseUrl: 'https://shop.payfull.com',
};
const request = {
  authorizationId: 'T4U_8d8125d10a_481a77f38',
  amount: { minor: 100, currency: 'TRY' },
  clientIp: '192.168.1.1',
} as const;

/** What is thrown when the sample's request has this field instead, and how often the network was asked. */
async function refused(field: string, value: unknown) {
  const { fetch, asked } = answering(200, response.body);
  const changed = { ...request, [field]: value } as unknown as PayfullCaptureRequest;
  const error: unknown = await createPayfull({ ...options, fetch })
    .capture(changed)
    .catch((thrown: unknown) => thrown);
  if (!InvalidRequestError.is(error)) throw new Error('not refused');
  expect(asked).toHaveLength(0);
  return error;
}

describe('bad input never leaves: path and rule are named, the value is not', () => {
  test.each([
    ['a negative amount', 'amount', { minor: -2302, currency: 'TRY' }, 'amount.minor'],
    ['zero', 'amount', { minor: 0, currency: 'TRY' }, 'amount.minor'],
    ['NaN', 'amount', { minor: Number.NaN, currency: 'TRY' }, 'amount.minor'],
    ['half a kuruş', 'amount', { minor: 2302.5, currency: 'TRY' }, 'amount.minor'],
    ['above 2^53', 'amount', { minor: 2 ** 53, currency: 'TRY' }, 'amount.minor'],
    ['an amount as text', 'amount', '23,02', 'amount'],
    ['minor units as text', 'amount', { minor: '2302', currency: 'TRY' }, 'amount.minor'],
    ['an unknown currency', 'amount', { minor: 2302, currency: 'TL' }, 'amount.currency'],
    ['a currency that Payfull does not take', 'amount', { minor: 2302, currency: 'CHF' }, 'amount.currency'],
    ['an empty id', 'authorizationId', '', 'authorizationId'],
    ['an id with a slash', 'authorizationId', 'T4U/77f38', 'authorizationId'],
    ['an id with ..', 'authorizationId', 'T4U..77f38', 'authorizationId'],
    ['an id with CR and LF', 'authorizationId', 'T4U\r\n77f38', 'authorizationId'],
    ['an id with NUL', 'authorizationId', 'T4U\u000077f38', 'authorizationId'],
    ['an id with {{', 'authorizationId', 'T4U{{77f38', 'authorizationId'],
    ['an id that is a number', 'authorizationId', 8125, 'authorizationId'],
    ['an empty reference', 'reference', '', 'reference'],
    ['a reference of 65 characters', 'reference', 'r'.repeat(65), 'reference'],
    ['no address', 'clientIp', undefined, 'clientIp'],
    ['a list of addresses', 'clientIp', '192.168.1.1, 10.0.0.1', 'clientIp'],
    ['another language', 'language', 'de', 'language'],
    ['empty notes', 'notes', '', 'notes'],
    ['notes with a line break', 'notes', 'two\nlines', 'notes'],
    ['notes with half a character', 'notes', 'half \ud83e', 'notes'],
    ['an unknown field', 'transaction_id', 'T4U_8d8125d10a', 'transaction_id'],
  ])('%s', async (_what, field, value, path) => {
    const error = await refused(field, value);
    expect(error.issues.map((issue) => issue.path)).toEqual([path]);
    expect(error.provider).toBe('payfull');
    const leaf = typeof value === 'object' ? value.minor : value;
    if (leaf !== '' && leaf !== undefined && leaf !== 0 && leaf !== 'de')
      expect(`${error.message} ${JSON.stringify(error)}`).not.toContain(String(leaf));
  });

  test('every broken rule is named at once', async () => {
    const { fetch } = answering(200, response.body);
    const error: unknown = await createPayfull({ ...options, fetch })
      .capture({} as PayfullCaptureRequest)
      .catch((thrown: unknown) => thrown);
    expect(InvalidRequestError.is(error) && error.issues.map(({ path }) => path)).toEqual([
      'authorizationId',
      'amount',
      'clientIp',
    ]);
  });
});

describe('the options', () => {
  test.each([
    ['no merchant', { merchant: undefined }, 'merchant'],
    ['an empty password', { password: '' }, 'password'],
    ['a password that ends with a blank', { password: 'merchant-password ' }, 'password'],
    ['a password with a line break', { password: 'merchant\npassword' }, 'password'],
    ['http: to a host that is not loopback', { baseUrl: 'http://shop.payfull.com' }, 'baseUrl'],
    ['a base URL with credentials', { baseUrl: 'https://user:pass-word@shop.payfull.com' }, 'baseUrl'],
    ['a base URL that ends with a slash', { baseUrl: 'https://shop.payfull.com/' }, 'baseUrl'],
    ['no base URL: every merchant has a host of its own', { baseUrl: undefined }, 'baseUrl'],
    ['another language', { language: 'fr' }, 'language'],
    ['a timeout as text', { timeout: '5000ms' }, 'timeout'],
    ['an unknown option', { shopId: '12345' }, 'shopId'],
  ])('%s', (_what, change, path) => {
    const changed = { ...options, ...change } as unknown as PayfullOptions;
    let error: unknown;
    try {
      createPayfull(changed);
    } catch (thrown) {
      error = thrown;
    }
    if (!InvalidOptionsError.is(error)) throw new Error('not refused');
    expect(error.issues.map((issue) => issue.path)).toEqual([path]);
    const value = Object.values(change)[0];
    if (value && value !== 'fr') expect(`${error.message} ${JSON.stringify(error)}`).not.toContain(value);
  });
});

describe('the reference', () => {
  test('is generated where none is given, sent, and given back', async () => {
    const { fetch, asked } = answering(200, response.body);
    const client = createPayfull({ ...options, fetch });
    const results = [await client.capture(request), await client.capture(request)];
    const sent = asked.map(({ body }) => new URLSearchParams(body).get('merchant_trx_id'));
    expect(results.map(({ reference }) => reference)).toEqual(sent);
    expect(sent.every((reference) => /^[0-9a-f]{32}$/.test(reference ?? ''))).toBe(true);
    expect(sent[0]).not.toBe(sent[1]);
  });

  test('is sent as it was given', () => {
    const prepared = createPayfull(options).prepare({ ...request, reference: 'order-1042' });
    expect(prepared.reference).toBe('order-1042');
    expect(new URLSearchParams(prepared.body).get('merchant_trx_id')).toBe('order-1042');
  });
});
