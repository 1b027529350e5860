import { describeJsonAmounts, loopback } from '@capture/testing';
import { describe, expect, test } from 'vitest';
import { connect, example, fullRequest, request } from '../test/support.ts';

const { apiKey = '' } = example.credentials;
const offline = connect({ apiKey });

test('the documented example is sent field by field and type by type', async () => {
  const { baseUrl, requests } = await loopback(example.response.status, example.response.body);
  await connect({ apiKey, baseUrl }).capture(fullRequest);

  expect(requests).toHaveLength(1);
  const [{ method, path, headers, body } = { headers: {}, body: '' }] = requests;
  expect(`${String(method)} ${String(path)}`).toBe(`${example.request.method} ${example.request.path}`);
  expect(headers).toMatchObject({ ...example.request.headers, accept: 'application/json' });
  expect(JSON.parse(body)).toEqual(example.request.body);
});

describe('the address', () => {
  test('the documented host is that of the live environment', () => {
    const { url } = connect({ apiKey, environment: 'live' }).prepare(request);
    expect(url).toBe('https://api.firstoken.co/v1/payments/0001708980782641783611/capture');
  });

  test("the sandbox environment is the provider's own sandbox", () => {
    const { url } = connect({ apiKey, environment: 'sandbox' }).prepare(request);
    expect(url).toBe('https://api.firstoken-staging.co/v1/payments/0001708980782641783611/capture');
  });

  test('the id is percent-encoded in the address', () => {
    expect(offline.prepare({ ...request, authorizationId: 'a:b' }).url).toContain('/v1/payments/a%3Ab/capture');
  });
});

test('a field that is left out is not sent', () => {
  expect(JSON.parse(offline.prepare(request).body ?? '')).toEqual({
    transaction_info: { type: 'capture', reference_code: '123456789' },
    capture_info: { amount_details: { total_amount: 1000, currency: 'COP' } },
  });
});

describeJsonAmounts(connect, request, (digits, currency) => `"total_amount":${digits},"currency":"${currency}"`);
