import { describe, expect, test } from 'vitest';
import { loopback, sampleOf } from '@capture/testing';
import { createFreepayment } from './index.ts';

const sample = sampleOf('freepayment');
const credentials = { shopId: sample.credentials['shopId'] ?? '', secretKey: sample.credentials['secretKey'] ?? '' };
const request = { authorizationId: '1-310b0da80b', amount: { minor: 50, currency: 'USD' } };

/** What arrives at a server for this request. */
async function arrival(asked: Parameters<ReturnType<typeof createFreepayment>['capture']>[0], options = {}) {
  const { baseUrl, arrived } = await loopback(sample.response.status, sample.response.body);
  const result = await createFreepayment({ ...credentials, ...options, baseUrl: `${baseUrl}/beyag` }).capture(asked);
  expect(arrived).toHaveLength(1);
  const [{ method, path, headers, body } = { headers: {}, body: '' }] = arrived;
  return { result, line: `${String(method)} ${String(path)}`, headers, body };
}

describe("the page's example", () => {
  test('arrives as printed: method, path, headers and body, type for type', async () => {
    const { line, headers, body, result } = await arrival(request, { sendCurrency: false });
    expect(line).toBe(`${sample.request.method} /beyag${sample.request.path}`);
    expect(headers).toMatchObject({ ...sample.request.headers, accept: 'application/json' });
    expect(JSON.parse(body)).toStrictEqual(sample.request.body);
    expect(result.status).toBe('captured');
  });

  test('with the optional currency, which is sent unless `sendCurrency` is false', async () => {
    const { body } = await arrival(request);
    expect(body).toBe('{"request":{"parent_uid":"1-310b0da80b","amount":50,"currency":"USD"}}');
  });

  test('never carries the reference: the page knows no such parameter', async () => {
    const { body, result } = await arrival({ ...request, reference: 'order-1042' });
    expect(body).not.toContain('order-1042');
    expect(result.reference).toBe('order-1042');
  });
});

test('the base URL is kept whole: /beyag is part of it', () => {
  expect(createFreepayment(credentials).prepare(request).url).toBe(
    'https://api.freepayment.online/beyag/transactions/captures',
  );
});

describe('amount is an integer of minor units', () => {
  test.each([
    ['USD', 3245, 3245],
    ['JPY', 1000, 1000],
    ['KWD', 1234, 1234],
    ['EUR', Number.MAX_SAFE_INTEGER, 9_007_199_254_740_991],
  ])('%s %i goes out as %i', (currency, minor, sent) => {
    const { body } = createFreepayment(credentials).prepare({ ...request, amount: { minor, currency } });
    expect(JSON.parse(body ?? '')).toMatchObject({ request: { amount: sent, currency } });
  });
});
