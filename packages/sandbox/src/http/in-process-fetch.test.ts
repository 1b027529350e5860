import { expect, test } from 'vitest';
import { createSandbox } from '../index.ts';
import { request } from '../../test/sample.ts';

test('takes a Request, a URL or text, as fetch does', async () => {
  const sandbox = createSandbox();
  const [url, init] = request('freepayment', sandbox.baseUrl('freepayment'));
  expect((await sandbox.fetch(new Request(url, init))).status).toBe(200);
  expect((await sandbox.fetch(new URL(url), init)).status).toBe(422);
  expect((await sandbox.fetch(new Request(url, { method: 'POST' }), init)).status).toBe(422);
  expect(sandbox.truth.requests()).toBe(3);
});

test('any origin with a path of the server leads to the emulator', async () => {
  const sandbox = createSandbox();
  const [, init] = request('firstoken', '');
  const url = 'https://gateway.test/firstoken/v1/payments/0001708980782641783611/capture';
  expect((await sandbox.fetch(url, init)).status).toBe(200);
});

test.each([
  'https://api.example.com/v1',
  'http://api.firstoken.co/v1/payments/1/capture',
  'https://payfull.com/integration/api/v1',
])('an unknown address fails like one that does not resolve: %s', async (url) => {
  await expect(createSandbox().fetch(url)).rejects.toMatchObject({
    name: 'TypeError',
    message: 'fetch failed',
    cause: { code: 'ENOTFOUND' },
  });
});

test('a signal that was aborted before rejects with its reason, and nothing arrives', async () => {
  const sandbox = createSandbox();
  const [url, init] = request('payfull', sandbox.baseUrl('payfull'));
  const reason = new Error('stop');
  await expect(sandbox.fetch(url, { ...init, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  expect(sandbox.truth.requests()).toBe(0);
});

test('two captures of one authorization at the same moment: one wins', async () => {
  const sandbox = createSandbox();
  const [url, init] = request('paymentoptions', sandbox.baseUrl('paymentoptions'));
  const answers = await Promise.all(Array.from({ length: 10 }, () => sandbox.fetch(url, init)));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 412)]);
  expect(sandbox.truth.captures()).toHaveLength(1);
});
