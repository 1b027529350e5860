import { get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { request, type Body } from '../../test/sample.ts';
import { createSandbox, type Sandbox, type SandboxServer } from '../index.ts';

let sandbox: Sandbox;
let server: SandboxServer;

beforeEach(async () => {
  sandbox = createSandbox();
  server = await sandbox.listen();
});
afterEach(() => server.close());

async function payWith(fields: Body): Promise<Body> {
  const edit = (body: Body) => Object.assign(body, fields);
  const response = await fetch(...request('pockyt', server.baseUrl('pockyt'), { edit }));
  return ((await response.json()) as { result: Body }).result;
}

const decide = (address: string, decision: string, headers: Record<string, string> = {}) =>
  fetch(address, {
    method: 'POST',
    body: new URLSearchParams({ decision }),
    redirect: 'manual',
    headers: { origin: server.url, ...headers },
  });

/** As a browser does; the `fetch` of Node always says that it is no navigation. */
const visit = (address: string, method = 'GET') =>
  new Promise<IncomingMessage>((resolve) => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    get(address, { method, headers }, resolve);
  });

const card3ds = { cardNumber: '4000000000003220', cardExpMonth: '12', cardExpYear: '2099' };

test.each([
  ['approve', 'captured', 'success'],
  ['decline', 'declined', 'failed'],
])('a cardholder can %s: the payment is %s, and the shop learns it', async (decision, state, word) => {
  const callbackUrl = 'http://127.0.0.1:1/back?status={status}';
  const { status, authenticationUrl } = await payWith({ ...card3ds, callbackUrl });
  expect(status).toBe('pending');
  const address = String(authenticationUrl);
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/_sandbox\/3ds\/3056\d+$/);
  // The shop's page leads here, as a browser says of itself.
  expect(await text(await visit(address))).toMatch(/Payment of 300\.00 USD[^]*value="approve"[^]*value="decline"/);
  const done = await decide(address, decision);
  expect([done.status, done.headers.get('location')]).toEqual([303, `http://127.0.0.1:1/back?status=${word}`]);
  expect(sandbox.truth.captures()).toMatchObject([{ state }]);
  // The first decision stands.
  await decide(address, decision === 'approve' ? 'decline' : 'approve');
  expect(sandbox.truth.captures()).toMatchObject([{ state }]);
});

test('a page of another origin decides nothing, and no payment without 3-D Secure has a page', async () => {
  const { authUrl } = await payWith({ reference: 'pending-3ds-authurl-1' });
  const address = String(authUrl);
  expect((await decide(address, 'approve', { origin: 'https://evil.example' })).status).toBe(403);
  expect((await visit(address, 'POST')).statusCode).toBe(403);
  expect((await visit(`${server.url}/_sandbox/v1/truth`)).statusCode).toBe(403);
  expect((await decide(address, 'perhaps')).status).toBe(400);
  expect(sandbox.truth.captures()).toMatchObject([{ state: 'pending' }]);
  const { transactionNo } = await payWith({ reference: 'pending-2' });
  expect((await fetch(`${server.url}/_sandbox/3ds/${String(transactionNo)}`)).status).toBe(404);
});

test('the page shows a reference as text, and loads nothing', async () => {
  const { authenticationUrl } = await payWith({ ...card3ds, reference: '<b>"&' });
  const response = await fetch(String(authenticationUrl));
  expect(await response.text()).toContain('&#60;b&#62;&#34;&#38;');
  expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
});
