import { assertNever, money, resolveOutcome, type WebhookEvent } from '@capture/core';
import { createFreepayment } from '@capture/freepayment';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';

const freepayment = createFreepayment({
  environment: 'live',
  shopId: process.env.FREEPAYMENT_SHOP_ID!,
  secretKey: process.env.FREEPAYMENT_SECRET_KEY!,
  publicKey: process.env.FREEPAYMENT_PUBLIC_KEY, // without it every notification is `unverifiable`
  baseUrl: process.env.FREEPAYMENT_BASE_URL, // for another brand of the gateway, or the sandbox
});

// Stands for your database. The key is the `tracking_id` of the authorization.
const orders = new Map([['order-1042', { amount: money('12.34', 'EUR'), paid: false }]]);

const app = new Hono();

app.post('/webhooks/freepayment', bodyLimit({ maxSize: 64 * 1024 }), async (c) => {
  // The signature covers the raw bytes: neither `c.req.json()` nor `c.req.parseBody()`.
  const rawBody = new Uint8Array(await c.req.arrayBuffer());
  const verdict = await freepayment.webhook.verify(rawBody, c.req.raw.headers);
  switch (verdict.status) {
    case 'verified':
      // Not awaited: a notification that is not acknowledged soon may be sent again.
      book(verdict.event).catch(console.error);
      return c.body(null, 200);
    case 'refused': // not from the provider, or changed on the way
      console.warn('notification refused:', verdict.reason);
      return c.body(null, 400);
    case 'unverifiable': // a fault of our configuration: after a 5xx the provider may send it again
      console.error('notification unverifiable:', verdict.reason);
      return c.body(null, 503);
    default:
      return assertNever(verdict);
  }
});

/** A notification is a hint; only a lookup books money. Idempotent, because notifications are repeated. */
async function book({ provider, reference, lookupKeys }: WebhookEvent): Promise<void> {
  const order = orders.get(reference ?? '');
  if (order === undefined || order.paid) return;
  // With the amount of the order, a capture of any other amount does not count.
  const payment = { provider, lookupKeys: { ...lookupKeys, amount: order.amount } };
  const { status } = await resolveOutcome(freepayment, payment, { delays: [0, 2000, 10_000] });
  if (status !== 'captured') return; // stays open, see ../order-flow
  order.paid = true;
  console.log(`${reference} is paid`);
}

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000), hostname: '127.0.0.1' }, ({ port }) => {
  console.log(`Listening on http://127.0.0.1:${port}`);
});
