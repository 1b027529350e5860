import { money } from '@capture/core';
import { createSandbox } from '@capture/sandbox';
import { loopback, printed, respondingWith } from '@capture/testing';
import { describe, expect, test } from 'vitest';
import { connect, options, request, sample } from '../test/support.ts';

const { apiKey } = options;

/** The two headers of a capture with these options, as they arrive. */
async function headersWith(change: { authorization?: string }) {
  const { fetch, requests } = respondingWith(201, sample);
  await connect({ fetch, ...change }).capture(request);
  const { authorization, 'x-api-key': key } = requests[0]?.headers ?? {};
  return { authorization, key };
}

describe('the two headers', () => {
  test.each(['Basic YOUR_API_KEY_HERE', 'Basic user:pa+ss/word==', 'a-form-of-its-own'])(
    'Authorization is sent as it was given: %s',
    async (authorization) => {
      expect(await headersWith({ authorization })).toEqual({ authorization, key: apiKey });
    },
  );

  test('Authorization is sent with the one key where it has none of its own', async () => {
    expect(await headersWith({})).toEqual({ authorization: `Basic ${apiKey}`, key: apiKey });
  });

  test('both headers are sent with lookups as well', async () => {
    const { baseUrl, requests } = await loopback(200, sample);
    const client = connect({ authorization: 'Basic other-key', baseUrl });
    await client.lookup({ captureId: 'c1' });
    expect(requests[0]?.headers).toMatchObject({ authorization: 'Basic other-key', 'x-api-key': apiKey });
  });
});

describe('secrecy of the keys', () => {
  const authorization = 'Basic key-of-authorization';
  const secrets = [apiKey, 'key-of-authorization'];

  test('neither key is shown by a prepared request or by the client', () => {
    const client = connect({ authorization });
    const prepared = client.prepare(request);
    expect(prepared.headers).toMatchObject({ authorization: '[secret]', 'x-api-key': '[secret]' });
    expect(prepared.signature).toBeUndefined();
    for (const secret of secrets) expect(printed([client, prepared])).not.toContain(secret);
  });

  test('neither key is shown where a response repeats it, with or without the word Basic', async () => {
    const message = `wrong key ${apiKey}, wrong key key-of-authorization, header ${authorization}`;
    const { fetch } = respondingWith(401, { success: false, status_code: 401, gateway_response: { message } });
    const seen: unknown[] = [];
    const hooks = { onRequest: (e: unknown) => seen.push(e), onResponse: (e: unknown) => seen.push(e) };
    const result = await connect({ authorization, fetch, hooks }).capture(request);
    expect(result).toMatchObject({ status: 'unknown', error: { code: 'credentials_rejected' } });
    for (const secret of secrets) expect(printed([result, seen])).not.toContain(secret);
  });
});

test('the sandbox accepts the documented keys, and refuses either after a change of any one character', async () => {
  const sandbox = createSandbox();
  const { apiKey: good, authorization, merchantId } = sandbox.credentials.paymentoptions;
  const outcome = async (keys: { apiKey: string; authorization: string }) => {
    const { id } = sandbox.authorize({ provider: 'paymentoptions', amount: request.amount });
    const client = connect({ ...keys, merchantId, fetch: sandbox.fetch });
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
