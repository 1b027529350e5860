import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { money } from '../../../packages/core/src/index.ts';
import { createFreepayment } from '../../../packages/freepayment/src/index.ts';
import { createPockyt } from '../../../packages/pockyt/src/index.ts';
import { createSandbox, type Sandbox, type SandboxServer } from '../../../packages/sandbox/src/index.ts';
import type { Project } from '../../workspace/consumer-project.ts';
import { compileExample, installExample, startExample, type RunningExample } from '../../workspace/example-project.ts';

// The examples as a user has them: installed outside the workspace, compiled, started by their own start script, on the
// oldest Node. The sandbox is the provider.

/** Leads to the sandbox, and counts its lookups. */
interface Provider {
  readonly sandbox: Sandbox;
  readonly server: SandboxServer;
  readonly lookups: () => number;
}

async function startProvider(): Promise<Provider> {
  let lookups = 0;
  const sandbox = createSandbox({
    faults: ({ operation }) => {
      if (operation === 'lookup') lookups += 1;
      return undefined;
    },
  });
  return { sandbox, server: await sandbox.listen(), lookups: () => lookups };
}

const freepayment = {
  path: '/webhooks/freepayment',
  acknowledged: expect.any(String) as string,
  rewritten: (body: string) => JSON.stringify(JSON.parse(body), undefined, 1),
  variables: ({ sandbox, server }: Provider) => ({
    FREEPAYMENT_SHOP_ID: sandbox.credentials.freepayment.shopId,
    FREEPAYMENT_SECRET_KEY: sandbox.credentials.freepayment.secretKey,
    FREEPAYMENT_PUBLIC_KEY: sandbox.notifications.publicKey,
    FREEPAYMENT_BASE_URL: server.baseUrl('freepayment'),
  }),
  capture: ({ sandbox }: Provider) => {
    const { id } = sandbox.authorize({
      provider: 'freepayment',
      amount: { minor: 1234, currency: 'EUR' },
      reference: 'order-1042',
    });
    const client = createFreepayment({
      environment: 'sandbox',
      ...sandbox.credentials.freepayment,
      fetch: sandbox.fetch,
    });
    return client.capture({ authorizationId: id, amount: money('12.34', 'EUR'), reference: 'order-1042' });
  },
};

const pockyt = {
  path: '/webhooks/pockyt',
  acknowledged: 'success',
  rewritten: (body: string) => JSON.stringify(Object.fromEntries(new URLSearchParams(body))),
  variables: ({ sandbox, server }: Provider) => ({
    POCKYT_MERCHANT_NO: sandbox.credentials.pockyt.merchantNo,
    POCKYT_STORE_NO: sandbox.credentials.pockyt.storeNo,
    POCKYT_TOKEN: sandbox.credentials.pockyt.token,
    POCKYT_BASE_URL: server.baseUrl('pockyt'),
  }),
  capture: ({ sandbox }: Provider) =>
    createPockyt({ environment: 'sandbox', ...sandbox.credentials.pockyt, fetch: sandbox.fetch }).capture({
      amount: money('12.34', 'USD'),
      card: { number: '4111111111111111', cvv: '790', expiryMonth: '08', expiryYear: '2030' },
      reference: 'order-1042',
      ipnUrl: 'https://shop.example/webhooks/pockyt',
    }),
};

describe.each([
  { name: 'express-webhook', provider: freepayment },
  { name: 'fastify-webhook', provider: pockyt },
  { name: 'hono-webhook', provider: freepayment },
  { name: 'next-webhook', provider: freepayment },
])('$name', ({ name, provider }) => {
  let project: Project;
  let host: Provider;
  let example: RunningExample;
  let to: string;

  const start = async (without?: string) => {
    const variables = Object.entries(provider.variables(host)).filter(([variable]) => variable !== without);
    example = startExample(project, { ...Object.fromEntries(variables), PORT: '0' });
    const [, port = ''] = await example.printed(/http:\/\/127\.0\.0\.1:(\d+)/);
    to = `http://127.0.0.1:${port}${provider.path}`;
  };

  beforeAll(async () => {
    project = await installExample(name);
    host = await startProvider();
    expect((await provider.capture(host)).status).toBe('captured');
    await start();
  });
  afterAll(async () => {
    example.kill();
    await example.ended;
    await host.server.close();
    project.remove();
  });

  // Next compiled it in its build.
  if (name !== 'next-webhook') {
    test('compiles', async () => {
      expect(await compileExample(project)).toBe('');
    });
  }

  test('a notification with a changed byte is refused', async () => {
    const [delivery] = await host.sandbox.notifications.deliver('all', { to, corrupt: true });
    expect(delivery?.status).toBe(400);
    expect(host.lookups()).toBe(0);
  });

  test('a notification that was parsed and written again is refused', async () => {
    const { body, headers } = host.sandbox.notifications.list()[0]!;
    expect(provider.rewritten(body)).not.toBe(body);
    const response = await fetch(to, { method: 'POST', headers, body: provider.rewritten(body) });
    expect(response.status).toBe(400);
    expect(host.lookups()).toBe(0);
  });

  test('a genuine notification is acknowledged, looked up, and the order is paid', async () => {
    const [delivery] = await host.sandbox.notifications.deliver('all', { to });
    expect(delivery).toMatchObject({ status: 200, body: provider.acknowledged });
    await example.printed(/order-1042 is paid/);
    expect(host.lookups()).toBe(1);
  });

  test('a notification that is delivered again is acknowledged, and books nothing more', async () => {
    const deliveries = await host.sandbox.notifications.deliver('all', { to, times: 2 });
    expect(deliveries.map(({ status }) => status)).toEqual([200, 200]);
    expect(host.lookups()).toBe(1);
  });

  if (provider === freepayment) {
    test('without a public key a notification is not acknowledged, so that it may be sent again', async () => {
      example.kill();
      await example.ended;
      await start('FREEPAYMENT_PUBLIC_KEY');
      const [delivery] = await host.sandbox.notifications.deliver('all', { to });
      expect(delivery?.status).toBe(503);
    });
  }
});
