import { validate } from '@scalar/openapi-parser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { post } from '../../test/flow.ts';
import { send } from '../../test/sample.ts';
import { createSandbox, type Sandbox, type SandboxServer } from '../index.ts';

type Operations = Record<string, { operationId: string; responses: Record<string, unknown> }>;

let sandbox: Sandbox;
let server: SandboxServer;
let document: { paths: Record<string, Operations> };

beforeEach(async () => {
  // The ids of a seed are the same in every run, so the calls below can name them.
  sandbox = createSandbox();
  server = await sandbox.listen();
  document = (await (await fetch(`${server.url}/_sandbox/v1/openapi.json`)).json()) as typeof document;
});
afterEach(() => server.close());

interface Call {
  path?: (ids: Ids) => string;
  body?: object;
}

interface Ids {
  captureId: string;
  pendingId: string;
  pendingAuthorizationId: string;
}

const amount = { minor: 50, currency: 'USD' };

/** One valid call of every operation: the body, and the path where it has parts. */
const CALLS: Readonly<Record<string, Call>> = {
  'GET /': {},
  'GET /openapi.json': {},
  'GET /events': {},
  'GET /truth': {},
  'POST /reset': { body: { provider: 'payfull' } },
  'GET /requests': { path: () => '/requests?provider=freepayment' },
  'GET /requests/{id}': { path: () => '/requests/r1' },
  'POST /authorizations': { body: { provider: 'freepayment', amount, reference: 'order-7', expiresAt: '2099-01-01T00:00:00Z' } }, // prettier-ignore
  'GET /authorizations': { path: () => '/authorizations?provider=payfull' },
  'GET /authorizations/{provider}/{id}': { path: () => '/authorizations/freepayment/1-310b0da80b' },
  'POST /authorizations/{provider}/{id}/complete': {
    path: ({ pendingAuthorizationId }) => `/authorizations/freepayment/${pendingAuthorizationId}/complete`,
    body: { state: 'authorized' },
  },
  'GET /captures': { path: () => '/captures?provider=freepayment' },
  'GET /captures/{provider}/{captureId}': { path: ({ captureId }) => `/captures/freepayment/${captureId}` },
  'POST /captures/{provider}/{captureId}/complete': {
    path: ({ pendingId }) => `/captures/freepayment/${pendingId}/complete`,
    body: { state: 'captured' },
  },
  'POST /faults': { body: { fault: 'hang', provider: 'payfull', operation: 'void', times: 1, probability: 0.5 } },
  'GET /faults': {},
  'DELETE /faults/{id}': { path: () => '/faults/f1' },
  'DELETE /faults': {},
  'GET /conditions': {},
  'PUT /conditions': { body: { latencyMs: 0, rateLimit: null } },
  'GET /notifications': {},
  'POST /notifications/{id}/deliver': { path: () => '/notifications/n1/deliver', body: { to: 'http://127.0.0.1:1/' } },
  'GET /public-key': {},
};

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
  );

/** Something of each kind for the calls to find. */
async function prepare(): Promise<Ids> {
  const { body } = await send(sandbox, 'freepayment');
  const pay = async (path: string, tracking_id: string) => {
    const request = { amount: 50, currency: 'USD', description: 'a', method: { type: 'erip' }, tracking_id };
    return (await post(sandbox, 'freepayment', path, { request })).body['transaction'] as { uid: string };
  };
  const pending = await pay('/transactions/payments', 'pending');
  const pendingAuthorization = await pay('/transactions/authorizations', 'authorization-pending');
  sandbox.faults.add({ fault: 'hang', reference: 'nothing' });
  return {
    captureId: (body['transaction'] as { uid: string }).uid,
    pendingId: pending.uid,
    pendingAuthorizationId: pendingAuthorization.uid,
  };
}

describe('the OpenAPI document', () => {
  test('is valid', async () => {
    const { valid, errors, version } = await validate(document);
    expect(errors ?? []).toEqual([]);
    expect([valid, version]).toEqual([true, '3.1']);
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('a document with a fault is found to be invalid', async () => {
    const [path = ''] = Object.keys(document.paths);
    Object.assign(document.paths[path] ?? {}, { get: { responses: { 200: {} } } });
    expect((await validate(document)).valid).toBe(false);
  });

  test('has exactly the operations that are called here', () => {
    const names = operations().map(({ name }) => name);
    expect(names.toSorted()).toEqual(Object.keys(CALLS).toSorted());
  });

  test.each(Object.entries(CALLS))('%s responds as it is documented', async (name, { path, body }) => {
    const [method, pattern = ''] = name.split(' ');
    const ids = await prepare();
    const end = new AbortController();
    const response = await fetch(`${server.url}/_sandbox/v1${path?.(ids) ?? pattern}`, {
      ...(method !== undefined && { method }),
      ...(body && { body: JSON.stringify(body) }),
      signal: end.signal,
    });
    const found = operations().find((one) => one.name === name)?.operation;
    expect(found?.responses).toHaveProperty([String(response.status)]);
    expect(response.ok).toBe(true);
    end.abort();
  });
});
