import { inspect } from 'node:util';
import { createSandbox } from '@capture/sandbox';
import { describe, expect, test } from 'vitest';
import { answering, loopback, sampleOf } from '@capture/testing';
import { createFirstoken } from './index.ts';

const sample = sampleOf('firstoken');
const apiKey = 'key-of-firstoken';
const request = {
  authorizationId: '0001708980782641783611',
  amount: { minor: 100_000, currency: 'COP' },
  reference: '123456789',
  clientIp: '12.7.8.120',
} as const;

test('the key travels in x-api-key, with captures and look-ups, and in no other header', async () => {
  const { baseUrl, arrived } = await loopback(200, sample.response.body);
  const client = createFirstoken({ apiKey, baseUrl });
  await client.capture(request);
  await client.lookup({ captureId: '0001708980791641783622' });
  expect(arrived).toHaveLength(2);
  for (const { headers, body } of arrived) {
    const { 'x-api-key': key, ...others } = headers;
    expect(key).toBe(apiKey);
    expect(JSON.stringify(others) + body).not.toContain(apiKey);
  }
});

describe('the key is never shown', () => {
  const shownBy = (value: unknown) =>
    [inspect(value, { depth: Infinity, showHidden: true }), JSON.stringify(value), String(value)].join('\n');

  test('by a dry run or the client', () => {
    const client = createFirstoken({ apiKey });
    const prepared = client.prepare(request);
    expect(prepared.headers).toMatchObject({ 'x-api-key': '[secret]' });
    expect(prepared.signature).toBeUndefined();
    expect(shownBy([client, prepared])).not.toContain(apiKey);
  });

  test('by an answer that repeats it', async () => {
    const seen: unknown[] = [];
    const hooks = { onRequest: (e: unknown) => seen.push(e), onResponse: (e: unknown) => seen.push(e) };
    const { fetch } = answering(403, { status: 'fail', message: `The key ${apiKey} is wrong`, data: apiKey });
    const result = await createFirstoken({ apiKey, fetch, hooks }).capture(request);
    expect(result).toMatchObject({ status: 'declined', error: { code: 'credentials_rejected' } });
    expect(shownBy([result, seen])).not.toContain(apiKey);
  });
});

test('the sandbox takes the sample key and refuses it after a change of any one character', async () => {
  const sandbox = createSandbox();
  const { apiKey: good } = sandbox.credentials.firstoken;
  const capture = (key: string) => createFirstoken({ apiKey: key, fetch: sandbox.fetch }).capture(request);
  for (const [i] of Array.from(good).entries()) {
    expect(await capture(`${good.slice(0, i)}~${good.slice(i + 1)}`)).toMatchObject({
      status: 'declined',
      error: { code: 'credentials_rejected' },
    });
  }
  expect(sandbox.truth.captures({ provider: 'firstoken' })).toEqual([]);
  expect(await capture(good)).toMatchObject({ status: 'pending' });
});
