import { assertNever, money, resolveOutcome, type WebhookEvent } from '@capture/core';
import { createPockyt } from '@capture/pockyt';
import { fastify } from 'fastify';

const pockyt = createPockyt({
  environment: 'live',
  merchantNo: process.env.POCKYT_MERCHANT_NO!,
  storeNo: process.env.POCKYT_STORE_NO!,
  token: process.env.POCKYT_TOKEN!,
  baseUrl: process.env.POCKYT_BASE_URL, // for the sandbox
});

// Stands for your database. The key is the `reference` of the capture.
const orders = new Map([['order-1042', { amount: money('12.34', 'USD'), paid: false }]]);

const app = fastify({ logger: true });

// The signature covers the raw body. Inside this plugin no body is parsed; the other routes keep Fastify's parsers.
app.register(async (webhooks) => {
  webhooks.removeAllContentTypeParsers();
  webhooks.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 64 * 1024 }, (_request, body, done) => {
    done(null, body);
  });

  webhooks.post<{ Body: Buffer }>('/webhooks/pockyt', async (request, reply) => {
    const verdict = await pockyt.webhook.verify(request.body, request.headers);
    switch (verdict.status) {
      case 'verified':
        // Not awaited: Pockyt sends a notification again unless it is acknowledged soon, with exactly this body.
        book(verdict.event).catch((error: unknown) => request.log.error(error));
        return reply.send('success');
      case 'refused': // not from the provider, or changed on the way
        request.log.warn(`notification refused: ${verdict.reason}`);
        return reply.code(400).send();
      case 'unverifiable': // a fault of our configuration: after a 5xx the provider may send it again
        request.log.error(`notification unverifiable: ${verdict.reason}`);
        return reply.code(503).send();
      default:
        return assertNever(verdict);
    }
  });
});

/** A notification is a hint; only a lookup books money. Idempotent, because notifications are repeated. */
async function book({ provider, reference, lookupKeys }: WebhookEvent): Promise<void> {
  const order = orders.get(reference ?? '');
  if (order === undefined || order.paid) return;
  // With the amount of the order, a capture of any other amount does not count.
  const payment = { provider, lookupKeys: { ...lookupKeys, amount: order.amount } };
  const { status } = await resolveOutcome(pockyt, payment, { delays: [0, 2000, 10_000] });
  if (status !== 'captured') return; // stays open, see ../order-flow
  order.paid = true;
  app.log.info(`${reference} is paid`);
}

await app.listen({ port: Number(process.env.PORT ?? 3000), host: '127.0.0.1' });
