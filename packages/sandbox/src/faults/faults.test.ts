import { afterEach, describe, expect, test } from 'vitest';
import { request, sampleOf, send, type Body } from '../../test/sample.ts';
import { createSandbox, FAULTS, PROVIDERS, type FaultName, type ProviderName, type SandboxServer } from '../index.ts';

const NAMES = Object.keys(FAULTS) as FaultName[];
const servers: SandboxServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

/** The outcome at a client: the code of a failure, or the status and the kind of body. */
async function observe(promise: Promise<Response>): Promise<string> {
  try {
    const response = await promise;
    const body = await response.text();
    const isJson = body.startsWith('{') && body.endsWith('}');
    return `${String(response.status)} ${body === '' ? 'empty' : isJson ? 'json' : 'text'}`;
  } catch (error) {
    const { name, cause } = error as Error;
    return (cause as { code?: string } | undefined)?.code ?? name;
  }
}

/** Aborts as soon as the sandbox has counted the request, so that no clock decides. */
function abortOnceArrived(sandbox: ReturnType<typeof createSandbox>): AbortSignal {
  const controller = new AbortController();
  const poll = setInterval(() => {
    if (sandbox.truth.requests() === 0) return;
    clearInterval(poll);
    controller.abort();
  }, 1);
  return controller.signal;
}

const OBSERVED: Partial<Record<FaultName, string>> = {
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
  test.each(NAMES)('the fault %s has its effect in process', async (fault) => {
    const sandbox = createSandbox();
    const [url, init] = request(provider, sandbox.baseUrl(provider, { fault }));
    const signal = fault === 'hang' ? abortOnceArrived(sandbox) : null;
    const observed = await observe(sandbox.fetch(url, { ...init, signal }));
    expect(observed).toContain(OBSERVED[fault] ?? `${String(sampleOf(provider).response.status)} json`);
    expectTruth(sandbox, fault);
  });

  test.each(NAMES)('the fault %s has its effect at a server', async (fault) => {
    const sandbox = createSandbox();
    const server = await sandbox.listen();
    servers.push(server);
    const [url, init] = request(provider, server.baseUrl(provider, { fault }));
    const signal = fault === 'hang' ? abortOnceArrived(sandbox) : null;
    const observed = await observe(fetch(url, { ...init, signal }));
    // Bytes that are not HTTP have a code on some versions of Node and none on others.
    if (fault === 'garbage') expect(observed).not.toMatch(/^\d/);
    else expect(observed).toContain(OBSERVED[fault] ?? 'json');
    expectTruth(sandbox, fault);
  });

  test('with the fault other-amount, the response differs only in its amount', async () => {
    const sandbox = createSandbox();
    const intact = (await send(sandbox, provider)).body;
    sandbox.reset();
    const [url, init] = request(provider, sandbox.baseUrl(provider, { fault: 'other-amount' }));
    const faulty = (await (await sandbox.fetch(url, init)).json()) as Body;
    expect(differences(intact, faulty)).toEqual([expect.stringMatching(/amount$|total$/)]);
  });

  test('with the fault contradiction, money moves and two statuses of the response disagree', async () => {
    const sandbox = createSandbox({ clock: () => new Date(0) });
    const intact = (await send(sandbox, provider)).body;
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
    expect(differences(intact, body)).not.toEqual([]);
    expect(body).toMatchObject(words[provider] ?? {});
  });
});

test('a fault strikes lookups as well', async () => {
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

test('the faults function chooses by provider, operation and count, and the base URL takes precedence', async () => {
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

test('an unknown fault in a URL leads to no emulator', async () => {
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
