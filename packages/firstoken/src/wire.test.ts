import { CURRENCIES, InvalidRequestError, readMajor } from '@capture/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loopback, sampleOf } from '@capture/testing';
import { createFirstoken } from './index.ts';

const sample = sampleOf('firstoken');
const { apiKey = '' } = sample.credentials;
const request = {
  authorizationId: '0001708980782641783611',
  amount: { minor: 100_000, currency: 'COP' },
  reference: '123456789',
  installments: 1,
  clientIp: '12.7.8.120',
} as const;
const offline = createFirstoken({ apiKey });

test("the page's example arrives field for field, type for type", async () => {
  const { baseUrl, arrived } = await loopback(sample.response.status, sample.response.body);
  await createFirstoken({ apiKey, baseUrl }).capture(request);

  expect(arrived).toHaveLength(1);
  const [{ method, path, headers, body } = { headers: {}, body: '' }] = arrived;
  expect(`${String(method)} ${String(path)}`).toBe(`${sample.request.method} ${sample.request.path}`);
  expect(headers).toMatchObject({ ...sample.request.headers, accept: 'application/json' });
  expect(JSON.parse(body)).toEqual(sample.request.body);
});

describe('the address', () => {
  test('is the live host where none is given', () => {
    expect(offline.prepare(request).url).toBe('https://api.firstoken.co/v1/payments/0001708980782641783611/capture');
  });

  test("can be the provider's own sandbox", () => {
    const { url } = createFirstoken({ apiKey, baseUrl: 'https://api.firstoken-staging.co' }).prepare(request);
    expect(url).toBe('https://api.firstoken-staging.co/v1/payments/0001708980782641783611/capture');
  });

  test('has the id percent-encoded', () => {
    expect(offline.prepare({ ...request, authorizationId: 'a:b' }).url).toContain('/v1/payments/a%3Ab/capture');
  });
});

test('what is not given is not sent', () => {
  const { authorizationId, amount, reference } = request;
  const { body } = offline.prepare({ authorizationId, amount, reference });
  expect(JSON.parse(body ?? '')).toEqual({
    transaction_info: { type: 'capture', reference_code: '123456789' },
    capture_info: { amount_details: { total_amount: 1000, currency: 'COP' } },
  });
});

describe('the amount is a JSON number in major units', () => {
  test.each([
    [100_000, 'COP', '1000'],
    [2302, 'MXN', '23.02'],
    [10, 'BRL', '0.1'],
    [1, 'BRL', '0.01'],
    [1000, 'CLP', '1000'],
    [1500, 'KWD', '1.5'],
    [123456789012345, 'MXN', '1234567890123.45'],
  ])('%i minor units of %s go out as %s', (minor, currency, number) => {
    const { body } = offline.prepare({ ...request, amount: { minor, currency } });
    expect(body).toContain(`"total_amount":${number},"currency":"${currency}"`);
  });

  test('for any amount of any currency the digits are exact, or it is refused', () => {
    const amounts = fc.record({
      minor: fc.oneof(
        fc.integer({ min: 1, max: 1e6 }),
        fc.maxSafeNat().filter((minor) => minor > 0),
      ),
      currency: fc.constantFrom(...CURRENCIES),
    });
    fc.assert(
      fc.property(amounts, (amount) => {
        let body: string | undefined;
        try {
          ({ body } = offline.prepare({ ...request, amount }));
        } catch (error) {
          expect(InvalidRequestError.is(error)).toBe(true);
          // Fifteen digits always fit.
          expect(amount.minor).toBeGreaterThanOrEqual(1e15);
          return;
        }
        const digits = /"total_amount":([\d.]+),/.exec(body ?? '')?.[1] ?? '';
        expect(readMajor(digits, amount.currency)).toEqual(amount);
      }),
      { seed: 20240226, numRuns: 500 },
    );
  });
});
