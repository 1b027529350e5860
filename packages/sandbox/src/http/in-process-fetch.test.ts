import { expect, test } from 'vitest';
import { request } from '../../test/sample.ts';
import { createSandbox } from '../index.ts';

test('fetch accepts a Request, a URL or a string', async () => {
  const sandbox = createSandbox();
  const [url, init] = request('freepayment', sandbox.baseUrl('freepayment'));
  expect((await sandbox.fetch(new Request(url, init))).status).toBe(200);
  expect((await sandbox.fetch(new URL(url), init)).status).toBe(422);
  expect((await sandbox.fetch(new Request(url, { method: 'POST' }), init)).status).toBe(422);
  expect(sandbox.truth.requests()).toBe(3);
});

test('a path of the server leads to the emulator under any origin', async () => {
  const sandbox = createSandbox();
  const [, init] = request('firstoken', '');
  const url = 'https://gateway.test/firstoken/v1/payments/0001708980782641783611/capture';
  expect((await sandbox.fetch(url, init)).status).toBe(200);
});

test.each([
  'https://api.example.com/v1',
  'http://api.firstoken.co/v1/payments/1/capture',
  'https://payfull.com/integration/api/v1',
])('the unknown URL %s fails like a host name that does not resolve', async (url) => {
  await expect(createSandbox().fetch(url)).rejects.toMatchObject({
    name: 'TypeError',
    message: 'fetch failed',
    cause: { code: 'ENOTFOUND' },
  });
});

test('a signal that is already aborted rejects with its reason, and no request arrives', async () => {
  const sandbox = createSandbox();
  const [url, init] = request('payfull', sandbox.baseUrl('payfull'));
  const reason = new Error('stop');
  await expect(sandbox.fetch(url, { ...init, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  expect(sandbox.truth.requests()).toBe(0);
});

test('of ten concurrent captures of one authorization, one succeeds', async () => {
  const sandbox = createSandbox();
  const [url, init] = request('paymentoptions', sandbox.baseUrl('paymentoptions'));
  const responses = await Promise.all(Array.from({ length: 10 }, () => sandbox.fetch(url, init)));
  expect(responses.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 412)]);
  expect(sandbox.truth.captures()).toHaveLength(1);
});
