import { createSandbox } from '@capture/sandbox';
import { loopback, printed, respondingWith } from '@capture/testing';
import { describe, expect, test } from 'vitest';
import { apiKey, captureId, connect, request as example, sample } from '../test/support.ts';

const request = { ...example, clientIp: '12.7.8.120' } as const;

test('the key is sent in x-api-key with captures and lookups, and in no other header', async () => {
  const { baseUrl, requests } = await loopback(200, sample);
  const client = connect({ baseUrl });
  await client.capture(request);
  await client.lookup({ captureId });
  expect(requests).toHaveLength(2);
  for (const { headers, body } of requests) {
    const { 'x-api-key': key, ...others } = headers;
    expect(key).toBe(apiKey);
    expect(JSON.stringify(others) + body).not.toContain(apiKey);
  }
});

describe('secrecy of the key', () => {
  test('the key is shown neither by a prepared request nor by the client', () => {
    const client = connect();
    const prepared = client.prepare(request);
    expect(prepared.headers).toMatchObject({ 'x-api-key': '[secret]' });
    expect(prepared.signature).toBeUndefined();
    expect(printed([client, prepared])).not.toContain(apiKey);
  });

  test('the key is shown neither by a result nor by a hook where a response repeats it', async () => {
    const seen: unknown[] = [];
    const hooks = { onRequest: (e: unknown) => seen.push(e), onResponse: (e: unknown) => seen.push(e) };
    const { fetch } = respondingWith(403, { status: 'fail', message: `The key ${apiKey} is wrong`, data: apiKey });
    const result = await connect({ fetch, hooks }).capture(request);
    expect(result).toMatchObject({ status: 'unknown', error: { code: 'credentials_rejected' } });
    expect(printed([result, seen])).not.toContain(apiKey);
  });
});

test('the sandbox accepts the documented key, and refuses it after a change of any one character', async () => {
  const sandbox = createSandbox();
  const { apiKey: good } = sandbox.credentials.firstoken;
  const capture = (key: string) => connect({ apiKey: key, fetch: sandbox.fetch }).capture(request);
  for (const [i] of Array.from(good).entries()) {
    expect(await capture(`${good.slice(0, i)}~${good.slice(i + 1)}`)).toMatchObject({
      status: 'declined',
      error: { code: 'credentials_rejected' },
    });
  }
  expect(sandbox.truth.captures({ provider: 'firstoken' })).toEqual([]);
  expect(await capture(good)).toMatchObject({ status: 'pending' });
});
