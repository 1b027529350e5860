import { afterEach, describe, expect, test } from 'vitest';
import { createSandbox, FAULTS, PROVIDERS, type FaultName, type ProviderName, type SandboxServer } from '../index.ts';
import { request, sampleOf, send, type Body } from '../../test/sample.ts';

const NAMES = Object.keys(FAULTS) as FaultName[];
const servers: SandboxServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

/** What a client sees: a failure's code, or a status and a body that can be read or not. */
async function see(promise: Promise<Response>): Promise<string> {
  try {
    const response = await promise;
    const text = await response.text();
    const isJson = text.startsWith('{') && text.endsWith('}');
    return `${String(response.status)} ${text === '' ? 'empty' : isJson ? 'json' : 'text'}`;
  } catch (error) {
    const { name, cause } = error as Error;
    return (cause as { code?: string } | undefined)?.code ?? name;
  }
}

/** Aborts as soon as the sandbox has counted the request: no clock decides when. */
function abortOnceArrived(sandbox: ReturnType<typeof createSandbox>): AbortSignal {
  const controller = new AbortController();
  const look = setInterval(() => {
    if (sandbox.truth.requests() === 0) return;
    clearInterval(look);
    controller.abort();
  }, 1);
  return controller.signal;
}

const SEEN_IN_PROCESS: Partial<Record<FaultName, string>> = {
  refuse: 'ECONNREFUSED',
  hang: 'AbortError',
  'drop-before-commit': 'ECONNRESET',
  'commit-then-drop': 'ECONNRESET',
  'cut-body': 'UND_ERR_SOCKET',
  garbage: 'text',
  'html-502': '502 text',
  'server-error': '500 json',
  unauthorized: '401 json',
  'rate-limited': '429 json',
  redirect: '307 empty',
};

describe.each(PROVIDERS)('%s', (provider) => {
  test.each(NAMES)('%s, in process', async (fault) => {
    const sandbox = createSandbox();
    const [url, init] = request(provider, sandbox.baseUrl(provider, { fault }));
    const signal = fault === 'hang' ? abortOnceArrived(sandbox) : null;
    const seen = await see(sandbox.fetch(url, { ...init, signal }));
    expect(seen).toContain(SEEN_IN_PROCESS[fault] ?? `${String(sampleOf(provider).response.status)} json`);
    expectTruth(sandbox, fault);
  });

  test.each(NAMES)('%s, from a server', async (fault) => {
    const sandbox = createSandbox();
    const server = await sandbox.listen();
    servers.push(server);
    const [url, init] = request(provider, server.baseUrl(provider, { fault }));
    const signal = fault === 'hang' ? abortOnceArrived(sandbox) : null;
    const seen = await see(fetch(url, { ...init, signal }));
    // Bytes that are not HTTP have a code on some versions of Node and none on others.
    if (fault === 'garbage') expect(seen).not.toMatch(/^\d/);
    else expect(seen).toContain(SEEN_IN_PROCESS[fault] ?? 'json');
    expectTruth(sandbox, fault);
  });

  test('other-amount: the answer differs from the truth in its amount', async () => {
    const sandbox = createSandbox();
    const honest = (await send(sandbox, provider)).body;
    sandbox.reset();
    const [url, init] = request(provider, sandbox.baseUrl(provider, { fault: 'other-amount' }));
    const faulty = (await (await sandbox.fetch(url, init)).json()) as Body;
    expect(differences(honest, faulty)).toEqual([expect.stringMatching(/amount$|total$/)]);
  });

  test('contradiction: money moved, and the answer says yes and no', async () => {
    const sandbox = createSandbox({ clock: () => new Date(0) });
    const honest = (await send(sandbox, provider)).body;
    sandbox.reset();
    const [url, init] = request(provider, sandbox.baseUrl(provider, { fault: 'contradiction' }));
    const body = (await (await sandbox.fetch(url, init)).json()) as Body;
    const words: Partial<Record<ProviderName, object>> = {
      pockyt: { ret_code: '000040', result: { status: 'success' } },
      paymentoptions: { success: true, payment_details: { response_code: -8000 } },
      firstoken: { status: 'fail', data: { transaction_info: { status: 'Captured' } } },
      payfull: { status: 1, ErrorCode: '51' },
      freepayment: { transaction: { status: 'successful', capture: { status: 'failed' } } },
    };
    expect(differences(honest, body)).not.toEqual([]);
    expect(body).toMatchObject(words[provider] ?? {});
  });
});

test('a fault strikes look-ups too', async () => {
  const sandbox = createSandbox();
  const url = `${sandbox.baseUrl('freepayment', { fault: 'html-502' })}/transactions/1-310b0da80b`;
  expect((await sandbox.fetch(url)).status).toBe(502);
});

test('a redirect that is followed is a second, real request', async () => {
  const sandbox = createSandbox();
  const [url, init] = request('payfull', sandbox.baseUrl('payfull', { fault: 'redirect' }));
  const response = await sandbox.fetch(url, { ...init, redirect: 'follow' });
  expect(await response.json()).toMatchObject({ status: 1 });
  expect(sandbox.truth.requests()).toBe(2);
  expect(sandbox.truth.captures()).toHaveLength(1);
  await expect(sandbox.fetch(url, { ...init, redirect: 'error' })).rejects.toThrow(TypeError);
});

test('the faults function chooses by provider, operation and count; the base URL goes before it', async () => {
  const seen: string[] = [];
  const sandbox = createSandbox({
    faults: ({ provider, operation, count }) => {
      seen.push(`${provider} ${operation} ${String(count)}`);
      return count === 1 ? 'server-error' : undefined;
    },
  });
  expect((await send(sandbox, 'freepayment')).status).toBe(500);
  expect((await send(sandbox, 'freepayment')).status).toBe(422);
  expect((await send(sandbox, 'firstoken')).status).toBe(500);
  expect(seen).toEqual(['freepayment capture 1', 'freepayment capture 2', 'firstoken capture 1']);
  sandbox.reset();
  const [url, init] = request('freepayment', sandbox.baseUrl('freepayment', { fault: 'rate-limited' }));
  expect((await sandbox.fetch(url, init)).status).toBe(429);
  expect(sandbox.truth.captures()).toEqual([]);
});

test('a fault that is not one leads nowhere', async () => {
  const sandbox = createSandbox();
  await expect(sandbox.fetch('http://127.0.0.1/~explode/payfull/integration/api/v1')).rejects.toThrow('fetch failed');
});

function expectTruth(sandbox: ReturnType<typeof createSandbox>, fault: FaultName): void {
  expect(sandbox.truth.captures().map(({ state }) => state)).toEqual(FAULTS[fault].moneyMoves ? ['captured'] : []);
  expect(sandbox.truth.requests()).toBe(fault === 'refuse' ? 0 : 1);
}

function differences(one: Body, other: Body, path = ''): string[] {
  return Object.entries(one).flatMap(([name, value]: [string, unknown]) => {
    const found: unknown = other[name];
    const at = `${path}.${name}`;
    if (typeof value === 'object' && value !== null) return differences(value, found as Body, at);
    return value === found || /time|_at$/i.test(name) ? [] : [at];
  });
}
