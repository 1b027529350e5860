import { CURRENCIES, InvalidRequestError, readMajor } from '@capture/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loopback, sampleOf } from '@capture/testing';
import { createPaymentOptions } from './index.ts';

const sample = sampleOf('paymentoptions');
const { apiKey = '', authorization = '', merchantId = '' } = sample.credentials;
const request = {
  authorizationId: 'e0b0731e-7170-4b64-8a21-7d835eebd641',
  amount: { minor: 1000, currency: 'JPY' },
  notes: 'Capturing authorised amount',
} as const;
const offline = createPaymentOptions({
  apiKey,
  merchantId,
  baseUrl: 'https://api-dev.paymentoptions.com/api/v1/api/v1',
});

test("the page's example arrives field for field, type for type, under the doubled base", async () => {
  const { baseUrl, arrived } = await loopback(sample.response.status, sample.response.body);
  const client = createPaymentOptions({ apiKey, authorization, merchantId, baseUrl: `${baseUrl}/api/v1/api/v1` });
  await client.capture({ ...request, reference: 'qwe' });

  expect(arrived).toHaveLength(1);
  const [{ method, path, headers, body } = { headers: {}, body: '' }] = arrived;
  expect(`${String(method)} ${String(path)}`).toBe(`${sample.request.method} /api/v1/api/v1${sample.request.path}`);
  expect(headers).toMatchObject({ ...sample.request.headers, accept: 'application/json' });
  expect(JSON.parse(body)).toEqual(sample.request.body);
});

test('the base URL is kept as it is, the doubled part included', () => {
  expect(offline.prepare(request).url).toBe(
    'https://api-dev.paymentoptions.com/api/v1/api/v1/server-to-server-interface/capture',
  );
});

test('what is not given is not sent, and the reference never is: a capture has no field for it', () => {
  const { body } = offline.prepare({ authorizationId: 'a', amount: request.amount, reference: 'order-1042' });
  expect(Object.keys(JSON.parse(body ?? '') as object)).toEqual(['transactionId', 'amount', 'merchant_id']);
});

describe('the amount is a JSON number in major units', () => {
  test.each([
    [1000, 'JPY', '1000'],
    [2302, 'EUR', '23.02'],
    [2300, 'EUR', '23'],
    [10, 'EUR', '0.1'],
    [1, 'EUR', '0.01'],
    [1500, 'KWD', '1.5'],
    [1, 'KWD', '0.001'],
    [Number.MAX_SAFE_INTEGER, 'JPY', '9007199254740991'],
    [123456789012345, 'EUR', '1234567890123.45'],
  ])('%i minor units of %s go out as %s', (minor, currency, number) => {
    const { body } = offline.prepare({ ...request, amount: { minor, currency } });
    expect(body).toContain(`"amount":${number},`);
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
        const digits = /"amount":([\d.]+),/.exec(body ?? '')?.[1] ?? '';
        expect(readMajor(digits, amount.currency)).toEqual(amount);
      }),
      { seed: 20241125, numRuns: 500 },
    );
  });
});
