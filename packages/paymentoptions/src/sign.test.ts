import { inspect } from 'node:util';
import { money } from '@capture/core';
import { createSandbox } from '@capture/sandbox';
import { describe, expect, test } from 'vitest';
import { answering, loopback, sampleOf } from '@capture/testing';
import { createPaymentOptions } from './index.ts';

const sample = sampleOf('paymentoptions');
const apiKey = 'key-of-x-api-key';
const merchantId = '< Merchant ID >';
const baseUrl = 'https://api-dev.paymentoptions.com/api/v1/api/v1';
const request = {
  authorizationId: 'e0b0731e-7170-4b64-8a21-7d835eebd641',
  amount: { minor: 1000, currency: 'JPY' },
} as const;

/** The two headers of a capture with these options, as they arrive. */
async function headersWith(options: { authorization?: string }) {
  const { fetch, asked } = answering(sample.response.status, sample.response.body);
  await createPaymentOptions({ apiKey, merchantId, baseUrl, fetch, ...options }).capture(request);
  const { authorization, 'x-api-key': key } = asked[0]?.headers ?? {};
  return { authorization, key };
}

describe('the two headers', () => {
  test.each(['Basic YOUR_API_KEY_HERE', 'Basic user:pa+ss/word==', 'a-form-of-its-own'])(
    'Authorization goes out as it was given: %s',
    async (authorization) => {
      expect(await headersWith({ authorization })).toEqual({ authorization, key: apiKey });
    },
  );

  test('without a key of its own, Authorization has the one key', async () => {
    expect(await headersWith({})).toEqual({ authorization: `Basic ${apiKey}`, key: apiKey });
  });

  test('travel with look-ups as well', async () => {
    const { baseUrl: local, arrived } = await loopback(200, sample.response.body);
    const client = createPaymentOptions({ apiKey, authorization: 'Basic other-key', merchantId, baseUrl: local });
    await client.lookup({ captureId: 'c1' });
    expect(arrived[0]?.headers).toMatchObject({ authorization: 'Basic other-key', 'x-api-key': apiKey });
  });
});

describe('neither key is ever shown', () => {
  const authorization = 'Basic key-of-authorization';
  const secrets = [apiKey, 'key-of-authorization'];
  const shownBy = (value: unknown) =>
    [inspect(value, { depth: Infinity, showHidden: true }), JSON.stringify(value), String(value)].join('\n');

  test('by a dry run or the client', () => {
    const client = createPaymentOptions({ apiKey, authorization, merchantId, baseUrl });
    const prepared = client.prepare(request);
    expect(prepared.headers).toMatchObject({ authorization: '[secret]', 'x-api-key': '[secret]' });
    expect(prepared.signature).toBeUndefined();
    for (const secret of secrets) expect(shownBy([client, prepared])).not.toContain(secret);
  });

  test('by an answer that repeats them, with or without the word Basic', async () => {
    const message = `wrong key ${apiKey}, wrong key key-of-authorization, header ${authorization}`;
    const { fetch } = answering(401, { success: false, status_code: 401, gateway_response: { message } });
    const seen: unknown[] = [];
    const hooks = { onRequest: (e: unknown) => seen.push(e), onResponse: (e: unknown) => seen.push(e) };
    const result = await createPaymentOptions({ apiKey, authorization, merchantId, baseUrl, fetch, hooks }).capture(
      request,
    );
    expect(result).toMatchObject({ status: 'declined', error: { code: 'credentials_rejected' } });
    for (const secret of secrets) expect(shownBy([result, seen])).not.toContain(secret);
  });
});

test('the sandbox takes the sample keys and refuses either after a change of any one character', async () => {
  const sandbox = createSandbox();
  const { apiKey: good, authorization, merchantId: merchant } = sandbox.credentials.paymentoptions;
  const outcome = async (keys: { apiKey: string; authorization: string }) => {
    const { id } = sandbox.authorize({ provider: 'paymentoptions', amount: request.amount });
    const client = createPaymentOptions({ ...keys, merchantId: merchant, baseUrl, fetch: sandbox.fetch });
    const result = await client.capture({ authorizationId: id, amount: money('1000', 'JPY') });
    return 'error' in result ? result.error.code : result.status;
  };
  expect(await outcome({ apiKey: good, authorization })).toBe('captured');
  const changes = (key: string) => Array.from(key, (_, i) => `${key.slice(0, i)}~${key.slice(i + 1)}`);
  for (const changed of changes(good))
    expect(await outcome({ apiKey: changed, authorization })).toBe('credentials_rejected');
  for (const changed of changes(authorization))
    expect(await outcome({ apiKey: good, authorization: changed })).toBe('credentials_rejected');
  expect(sandbox.truth.captures({ provider: 'paymentoptions' })).toHaveLength(1);
});
