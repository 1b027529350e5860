import { InvalidOptionsError, InvalidRequestError, money } from '@capture/core';
import { describe, expect, test } from 'vitest';
import { answering, sampleOf } from '@capture/testing';
import { createFirstoken, type FirstokenCaptureRequest, type FirstokenOptions } from './index.ts';

const { response } = sampleOf('firstoken');
const apiKey = 'key-of-firstoken';
const request = {
  authorizationId: '0001708980782641783611',
  amount: { minor: 100_000, currency: 'COP' },
  reference: '123456789',
} as const;

/** What is thrown when the sample's request has these fields instead, after a look at the network. */
async function refused(change: Record<string, unknown>) {
  const { fetch, asked } = answering(response.status, response.body);
  const changed = { ...request, ...change } as unknown as FirstokenCaptureRequest;
  const error: unknown = await createFirstoken({ apiKey, fetch })
    .capture(changed)
    .catch((thrown: unknown) => thrown);
  if (!InvalidRequestError.is(error)) throw new Error('not refused');
  expect(asked).toHaveLength(0);
  return error;
}

describe('bad input never leaves: path and rule are named, the value is not', () => {
  test.each([
    ['a negative amount', 'amount', { minor: -2302, currency: 'COP' }, 'amount.minor'],
    ['zero', 'amount', { minor: 0, currency: 'COP' }, 'amount.minor'],
    ['NaN', 'amount', { minor: Number.NaN, currency: 'COP' }, 'amount.minor'],
    ['half a centavo', 'amount', { minor: 2302.5, currency: 'COP' }, 'amount.minor'],
    ['above 2^53', 'amount', { minor: 2 ** 53, currency: 'COP' }, 'amount.minor'],
    ['an amount as text', 'amount', '1000,00', 'amount'],
    ['an amount as a number', 'amount', 1e3, 'amount'],
    ['minor units as text', 'amount', { minor: '2302', currency: 'COP' }, 'amount.minor'],
    ['an unknown currency', 'amount', { minor: 2302, currency: 'PESO' }, 'amount.currency'],
    ['no amount', 'amount', undefined, 'amount'],
    ['an empty id', 'authorizationId', '', 'authorizationId'],
    ['an id that leaves the path', 'authorizationId', '../credits/1', 'authorizationId'],
    ['an id with a slash', 'authorizationId', '00017089/capture', 'authorizationId'],
    ['an id with ..', 'authorizationId', '00017089..82641', 'authorizationId'],
    ['an id with a query', 'authorizationId', '00017089?x=1', 'authorizationId'],
    ['an id with a percent sign', 'authorizationId', '00017089%2f', 'authorizationId'],
    ['an id with CR and LF', 'authorizationId', '00017089\r\n82641', 'authorizationId'],
    ['an id with NUL', 'authorizationId', '00017089\u000082641', 'authorizationId'],
    ['an id with a token template', 'authorizationId', '{{token:detokenize}}', 'authorizationId'],
    ['an id that is a number, and has lost digits', 'authorizationId', 1708980782641783611, 'authorizationId'],
    ['no reference', 'reference', undefined, 'reference'],
    ['an empty reference', 'reference', '', 'reference'],
    ['a reference that is a number', 'reference', 123456789, 'reference'],
    ['a reference with a token template', 'reference', '{{token:detokenize}}', 'reference'],
    ['a reference of 65 characters', 'reference', 'r'.repeat(65), 'reference'],
    ['no installment', 'installments', 0, 'installments'],
    ['half an installment', 'installments', 1.5, 'installments'],
    ['minus three installments', 'installments', -3, 'installments'],
    ['installments as text', 'installments', 'three', 'installments'],
    ['no address', 'clientIp', '', 'clientIp'],
    ['an address that is none', 'clientIp', '12.7.8.256', 'clientIp'],
    ['a list of addresses', 'clientIp', '12.7.8.120, 10.0.0.1', 'clientIp'],
    ['an unknown field', 'reference_code', 'order-1042', 'reference_code'],
    ['a card', 'card', { number: '4111111111111111' }, 'card'],
  ])('%s', async (_what, field, value, path) => {
    const error = await refused({ [field]: value });
    expect(error.issues.map((issue) => issue.path)).toEqual([path]);
    expect(error.provider).toBe('firstoken');
    const leaves = typeof value === 'object' ? Object.values(value) : [value];
    for (const leaf of leaves.filter((one) => one !== '' && one !== undefined && one !== 0))
      expect(`${error.message} ${JSON.stringify(error)}`).not.toContain(String(leaf));
  });

  test('an amount with more digits than a JSON number holds, in place of rounding it', async () => {
    const error = await refused({ amount: { minor: Number.MAX_SAFE_INTEGER, currency: 'COP' } });
    expect(error.issues.map(({ path }) => path)).toEqual(['amount.minor']);
    expect(error.message).not.toContain('9007199');
  });

  test.each(['1000,00', '1e3', '1000.000', '-1', 'NaN'])('an amount of %s COP is not even made', (major) => {
    expect(() => money(major, 'COP')).toThrow(expect.not.stringContaining(`"${major}"`) as string);
  });

  test('every broken rule is named at once', async () => {
    const error = await refused({ authorizationId: undefined, amount: undefined, reference: undefined });
    expect(error.issues.map(({ path }) => path)).toEqual(['authorizationId', 'amount', 'reference']);
  });
});

describe('the options', () => {
  test.each([
    ['no key', { apiKey: undefined }, 'apiKey'],
    ['an empty key', { apiKey: '' }, 'apiKey'],
    ['a key that starts with a blank', { apiKey: ' key-with-blank' }, 'apiKey'],
    ['a key with a line break', { apiKey: 'key\r\nx-admin: 1' }, 'apiKey'],
    ['a key that is not ASCII, which fetch would print', { apiKey: 'clave-ñandú' }, 'apiKey'],
    ['http: to a host that is not loopback', { baseUrl: 'http://api.firstoken.co' }, 'baseUrl'],
    ['a base URL with credentials', { baseUrl: 'https://user:pass-word@api.firstoken.co' }, 'baseUrl'],
    ['a base URL that ends with a slash', { baseUrl: 'https://api.firstoken.co/' }, 'baseUrl'],
    ['a base URL that is none', { baseUrl: 'api.firstoken.co' }, 'baseUrl'],
    ['a timeout as text', { timeout: '5000ms' }, 'timeout'],
    ['a transport that cannot send', { transport: 'axios' }, 'transport'],
    ['an unknown option', { merchantId: 'merchant-1' }, 'merchantId'],
  ])('%s', (_what, change, path) => {
    let error: unknown;
    try {
      createFirstoken({ apiKey, ...change } as unknown as FirstokenOptions);
    } catch (thrown) {
      error = thrown;
    }
    if (!InvalidOptionsError.is(error)) throw new Error('not refused');
    expect(error.issues.map((issue) => issue.path)).toEqual([path]);
    const value = Object.values(change)[0];
    if (value) expect(`${error.message} ${JSON.stringify(error)}`).not.toContain(value);
  });
});
