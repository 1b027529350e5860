import type { AddressInfo } from 'node:net';
import { assertNever, money, resolveOutcome, type WebhookEvent } from '@capture/core';
import { createFreepayment } from '@capture/freepayment';
import express from 'express';

const freepayment = createFreepayment({
  environment: 'live',
  shopId: process.env.FREEPAYMENT_SHOP_ID!,
  secretKey: process.env.FREEPAYMENT_SECRET_KEY!,
  publicKey: process.env.FREEPAYMENT_PUBLIC_KEY, // without it every notification is `unverifiable`
  baseUrl: process.env.FREEPAYMENT_BASE_URL, // for another brand of the gateway, or the sandbox
});

// Stands for your database. The key is the `tracking_id` of the authorization.
const orders = new Map([['order-1042', { amount: money('12.34', 'EUR'), paid: false }]]);

const app = express();

// The signature covers the raw bytes, so this route comes before `express.json()` and has a parser of its own.
app.post('/webhooks/freepayment', express.raw({ type: () => true, limit: '64kb' }), async (request, response) => {
  const verdict = await freepayment.webhook.verify(request.body, request.headers);
  switch (verdict.status) {
    case 'verified':
      response.sendStatus(200); // before the lookup: a notification that is not acknowledged soon may be sent again
      await book(verdict.event).catch(console.error);
      break;
    case 'refused': // not from the provider, or changed on the way
      console.warn('notification refused:', verdict.reason);
      response.sendStatus(400);
      break;
    case 'unverifiable': // a fault of our configuration: after a 5xx the provider may send it again
      console.error('notification unverifiable:', verdict.reason);
      response.sendStatus(503);
      break;
    default:
      assertNever(verdict);
  }
});

app.use(express.json()); // for the routes below

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

const server = app.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', (error) => {
  if (error) throw error;
  console.log(`Listening on http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
