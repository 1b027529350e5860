import type { Sandbox } from '@capture/sandbox';
import type { Hono } from 'hono';
import type { ProviderName } from '@capture/sandbox';
import { providerById, type Provider } from '../../providers/index.ts';
import { readBody } from '../http/read-body.ts';
import { deliverAndVerify } from '../sandbox/webhook-receiver.ts';
import { createSandboxApi } from '../sandbox/sandbox-api.ts';
import { delivery, newAuthorization, nothing, completion } from './schemas.ts';
import type { Targets } from '../targets.ts';

/** The provider of a checked name. */
export function requireProvider(id: ProviderName): Provider {
  const provider = providerById(id);
  if (!provider) throw new Error('not a provider');
  return provider;
}

/** What the page may do in the sandbox. Every answer is what it holds afterwards. */
export function sandboxRoutes(
  app: Hono,
  { sandbox, targets }: { readonly sandbox: Sandbox; readonly targets: Targets },
): void {
  const sandboxApi = createSandboxApi(sandbox);

  app.post('/api/sandbox', async (context) => {
    await readBody(context, nothing);
    return context.json(sandboxApi.state());
  });
  app.post('/api/sandbox/reset', async (context) => {
    await readBody(context, nothing);
    sandboxApi.reset();
    return context.json(sandboxApi.state());
  });
  app.post('/api/sandbox/authorize', async (context) => {
    const { provider, amount, currency, reference } = await readBody(context, newAuthorization);
    const created = sandboxApi.authorize(requireProvider(provider), amount, currency, reference);
    return context.json({ created, ...sandboxApi.state() });
  });
  app.post('/api/sandbox/settle', async (context) => {
    const { provider, captureId, state } = await readBody(context, completion);
    sandboxApi.settle(requireProvider(provider), captureId, state);
    return context.json(sandboxApi.state());
  });
  app.post('/api/sandbox/deliver', async (context) => {
    const { notification, mode } = await readBody(context, delivery);
    const found = sandbox.notifications.list().find(({ id }) => id === notification);
    if (found) {
      const client = targets.sandbox(requireProvider(found.provider));
      sandboxApi.recordDeliveries(found.id, await deliverAndVerify(sandbox, client, found.id, mode));
    }
    return context.json(sandboxApi.state());
  });
}
