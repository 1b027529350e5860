import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSandbox, type Sandbox, type SandboxServer } from '../index.ts';

let sandbox: Sandbox;
let server: SandboxServer;

beforeEach(async () => {
  sandbox = createSandbox();
  server = await sandbox.listen();
});
afterEach(() => server.close());

async function control(method: string, path: string, body?: unknown): Promise<{ status: number; body: never }> {
  const init = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await fetch(`${server.url}/_sandbox/v1${path}`, { method, ...init });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as never };
}

async function captureAtFreepayment(parent: string): Promise<Response> {
  const { shopId, secretKey } = sandbox.credentials.freepayment;
  return fetch(`${server.baseUrl('freepayment')}/transactions/captures`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Basic ${btoa(`${shopId}:${secretKey}`)}` },
    body: JSON.stringify({ request: { parent_uid: parent, amount: 50 } }),
  });
}

const order = { provider: 'freepayment', amount: { minor: 50, currency: 'USD' }, reference: 'order-7' };

test('a program authorizes, captures, and reads what really happened', async () => {
  const { status, body: authorization } = await control('POST', '/authorizations', order);
  expect(status).toBe(201);
  const { id } = authorization as { id: string };
  expect((await captureAtFreepayment(id)).status).toBe(200);
  expect((await control('GET', '/captures?reference=order-7')).body).toMatchObject([{ state: 'captured' }]);
  expect((await control('GET', `/authorizations/freepayment/${id}`)).body).toMatchObject({
    state: 'captured',
    captures: [{ reference: 'order-7' }],
  });
  expect((await control('GET', '/truth')).body).toMatchObject({
    freepayment: { captureRequests: 1, captured: 1, capturedMinor: { USD: 50 }, refundedMinor: {} },
  });
});

test('a fault for the next request of one reference strikes that one, once', async () => {
  const { body } = await control('POST', '/authorizations', { ...order, amount: { minor: 150, currency: 'USD' } });
  const { id } = body as { id: string };
  await control('POST', '/faults', { fault: 'server-error', reference: 'order-7', times: 1 });
  expect((await captureAtFreepayment('1-310b0da80b')).status).toBe(200);
  expect((await captureAtFreepayment(id)).status).toBe(500);
  expect((await captureAtFreepayment(id)).status).toBe(200);
  expect((await control('GET', '/faults')).body).toEqual([]);
});

test('a rate limit refuses what is too much, as the provider does, until it is lifted', async () => {
  await control('PUT', '/conditions', { rateLimit: { calls: 1, perMs: 600_000 } });
  const statuses = [(await captureAtFreepayment('x')).status, (await captureAtFreepayment('x')).status];
  await control('PUT', '/conditions', { rateLimit: null });
  expect([...statuses, (await captureAtFreepayment('x')).status]).toEqual([422, 429, 422]);
});

test('the log names each request, its effect and its executions, and no secret of anyone', async () => {
  await captureAtFreepayment('1-310b0da80b');
  await fetch(`${server.baseUrl('freepayment')}/transactions/captures`, {
    method: 'POST',
    headers: { authorization: 'Basic cmVhbDpzZWNyZXQ=', 'content-type': 'application/json' },
    body: JSON.stringify({ note: '4000056655665556', cvv: '123' }),
  });
  const { body: requests } = await control('GET', '/requests?provider=freepayment');
  expect(requests).toMatchObject([
    {
      id: 'r1',
      operation: 'capture',
      authorizationId: '1-310b0da80b',
      effect: 'response',
      executed: [expect.any(String)],
    },
    { id: 'r2', executed: [], response: { status: 401 }, headers: { authorization: "[not the sandbox's]" } },
  ]);
  expect(JSON.stringify(requests)).not.toMatch(/4000056655665556|cmVhbDpzZWNyZXQ|"cvv\\?":\\?"123/);
});

test('a stream announces every request as it arrives', async () => {
  const response = await fetch(`${server.url}/_sandbox/v1/events`);
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  await reader.read();
  await captureAtFreepayment('1-310b0da80b');
  const { value } = await reader.read();
  expect(value).toMatch(/^id: r1\nevent: request\ndata: \{"id":"r1".*\}\n\n$/);
  await reader.cancel();
});

test('an authorization that has expired, and one that is pending, are made and ended over HTTP', async () => {
  const { body } = await control('POST', '/authorizations', { ...order, expiresAt: '2020-01-01T00:00:00Z' });
  expect(body).toMatchObject({ state: 'expired' });
  expect((await captureAtFreepayment((body as { id: string }).id)).status).toBe(422);
  const { shopId, secretKey } = sandbox.credentials.freepayment;
  const request = { amount: 50, currency: 'USD', description: 'a', method: { type: 'erip' }, tracking_id: 'authorization-pending' }; // prettier-ignore
  const response = await fetch(`${server.baseUrl('freepayment')}/transactions/authorizations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Basic ${btoa(`${shopId}:${secretKey}`)}` },
    body: JSON.stringify({ request }),
  });
  const { uid } = ((await response.json()) as { transaction: { uid: string } }).transaction;
  const path = `/authorizations/freepayment/${uid}/complete`;
  expect((await control('POST', path, { state: 'authorized' })).status).toBe(204);
  expect((await control('POST', path, { state: 'declined' })).status).toBe(400);
  expect((await captureAtFreepayment(uid)).status).toBe(200);
});

test('reset restores all providers, or one', async () => {
  await captureAtFreepayment('1-310b0da80b');
  await control('POST', '/reset', { provider: 'payfull' });
  expect(sandbox.truth.captures()).toHaveLength(1);
  await control('POST', '/reset', { provider: 'freepayment' });
  expect(sandbox.truth.captures()).toEqual([]);
  expect((await captureAtFreepayment('1-310b0da80b')).status).toBe(200);
  await control('POST', '/reset');
  expect(sandbox.truth.requests()).toBe(0);
});

test.each([
  ['GET', '/nothing', undefined, 404, 'There is no such path. /_sandbox/v1/openapi.json lists those that exist.'],
  ['DELETE', '/captures', undefined, 405, 'This path takes GET.'],
  ['GET', '/captures?color=red', undefined, 400, 'The query takes provider, reference, authorizationId.'],
  ['POST', '/faults', { fault: 'earthquake' }, 400, /^fault must be one of refuse, hang/],
  ['POST', '/faults', { fault: 'hang', often: 3 }, 400, /^the body has an unknown member; it takes fault,/],
  ['POST', '/authorizations', { provider: 'payfull' }, 400, 'amount is required'],
  ['POST', '/authorizations', { ...order, provider: 'pockyt' }, 400, /charges a card directly/],
  ['POST', '/authorizations', { ...order, expiresAt: 'tomorrow' }, 400, /^expiresAt must be a time/],
  ['POST', '/captures/freepayment/1-x/complete', { state: 'captured' }, 400, /no pending capture/],
  ['GET', '/requests/r9', undefined, 404, 'There is nothing with this id.'],
  ['POST', '/notifications/n1/deliver', { to: 'http://example.com/' }, 400, /There is no notification with this id/],
])('%s %s with %o is refused by name', async (method, path, body, status, error) => {
  const response = await control(method, path, body);
  expect(response.status).toBe(status);
  expect((response.body as { error: string }).error).toMatch(error);
});

test('a page of another origin controls nothing', async () => {
  const response = await fetch(`${server.url}/_sandbox/v1/reset`, { method: 'POST', headers: { origin: 'https://evil.example' } }); // prettier-ignore
  expect(response.status).toBe(403);
});
