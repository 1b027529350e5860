import { loopback } from '@capture/testing';
import { describe, expect, test } from 'vitest';
import { connect, example, request } from '../test/support.ts';
import type { FreepaymentCaptureRequest, FreepaymentOptions } from './index.ts';

/** A capture of this request and what a server receives of it. */
async function sentBy(given: FreepaymentCaptureRequest, options: Partial<FreepaymentOptions> = {}) {
  const { baseUrl, requests } = await loopback(example.response.status, example.response.body);
  const result = await connect({ ...options, baseUrl: `${baseUrl}/beyag` }).capture(given);
  expect(requests).toHaveLength(1);
  const [{ method, path, headers, body } = { headers: {}, body: '' }] = requests;
  return { result, line: `${String(method)} ${String(path)}`, headers, body };
}

describe('the documented example', () => {
  test('the documented example is sent as documented: method, path, headers and body, type by type', async () => {
    const { line, headers, body, result } = await sentBy(request, { sendCurrency: false });
    expect(line).toBe(`${example.request.method} /beyag${example.request.path}`);
    expect(headers).toMatchObject({ ...example.request.headers, accept: 'application/json' });
    expect(JSON.parse(body)).toStrictEqual(example.request.body);
    expect(result.status).toBe('captured');
  });

  test('the optional currency is sent unless `sendCurrency` is false', async () => {
    const { body } = await sentBy(request);
    expect(body).toBe('{"request":{"parent_uid":"1-310b0da80b","amount":50,"currency":"USD"}}');
  });

  test('the reference is never sent: no such parameter is documented', async () => {
    const { body, result } = await sentBy({ ...request, reference: 'order-1042' });
    expect(body).not.toContain('order-1042');
    expect(result.reference).toBe('order-1042');
  });
});

test('the base URL is kept as it is: /beyag is part of it', () => {
  expect(connect().prepare(request).url).toBe('https://api.freepayment.online/beyag/transactions/captures');
});

describe('amounts', () => {
  test.each([
    ['USD', 3245, 3245],
    ['JPY', 1000, 1000],
    ['KWD', 1234, 1234],
    ['EUR', Number.MAX_SAFE_INTEGER, 9_007_199_254_740_991],
  ])('an amount of %s %i is sent as %i minor units', (currency, minor, sent) => {
    const { body } = connect().prepare({ ...request, amount: { minor, currency } });
    expect(JSON.parse(body ?? '')).toMatchObject({ request: { amount: sent, currency } });
  });
});
