import type { Sandbox } from '@capture/sandbox';
import type { Hono } from 'hono';
import type { ProviderName } from '@capture/sandbox';
import { providerById, type Provider } from '../../providers/index.ts';
import { readBody } from '../http/read-body.ts';
import { deliverAndJudge } from '../sandbox/webhook-receiver.ts';
import { createDesk } from '../sandbox/sandbox-api.ts';
import { delivery, newAuthorization, nothing, settlement } from './schemas.ts';
import type { Targets } from '../targets.ts';

/** The provider of a checked name. */
export function known(id: ProviderName): Provider {
  const provider = providerById(id);
  if (!provider) throw new Error('not a provider');
  return provider;
}

/** What the page may do in the sandbox. Every answer is what it holds afterwards. */
export function deskRoutes(
  app: Hono,
  { sandbox, targets }: { readonly sandbox: Sandbox; readonly targets: Targets },
): void {
  const desk = createDesk(sandbox);

  app.post('/api/sandbox', async (context) => {
    await readBody(context, nothing);
    return context.json(desk.state());
  });
  app.post('/api/sandbox/reset', async (context) => {
    await readBody(context, nothing);
    desk.reset();
    return context.json(desk.state());
  });
  app.post('/api/sandbox/authorize', async (context) => {
    const { provider, amount, currency, reference } = await readBody(context, newAuthorization);
    const created = desk.authorize(known(provider), amount, currency, reference);
    return context.json({ created, ...desk.state() });
  });
  app.post('/api/sandbox/settle', async (context) => {
    const { provider, captureId, state } = await readBody(context, settlement);
    desk.settle(known(provider), captureId, state);
    return context.json(desk.state());
  });
  app.post('/api/sandbox/deliver', async (context) => {
    const { notification, way } = await readBody(context, delivery);
    const found = sandbox.notifications.list().find(({ id }) => id === notification);
    if (found) {
      const client = targets.sandbox(known(found.provider));
      desk.noteDeliveries(found.id, await deliverAndJudge(sandbox, client, found.id, way));
    }
    return context.json(desk.state());
  });
}
