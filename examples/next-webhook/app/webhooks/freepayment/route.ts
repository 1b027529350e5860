import { assertNever, money, resolveOutcome, type WebhookEvent } from '@capture/core';
import { createFreepayment } from '@capture/freepayment';
import { after } from 'next/server';

/** On demand, because `next build` loads this module, and has no secrets. A client opens no connection. */
const client = () =>
  createFreepayment({
    environment: 'live',
    shopId: process.env.FREEPAYMENT_SHOP_ID!,
    secretKey: process.env.FREEPAYMENT_SECRET_KEY!,
    publicKey: process.env.FREEPAYMENT_PUBLIC_KEY, // without it every notification is `unverifiable`
    baseUrl: process.env.FREEPAYMENT_BASE_URL, // for another brand of the gateway, or the sandbox
  });

// Stands for your database. The key is the `tracking_id` of the authorization.
const orders = new Map([['order-1042', { amount: money('12.34', 'EUR'), paid: false }]]);

export async function POST(request: Request): Promise<Response> {
  // The signature covers the raw bytes: neither `request.json()` nor `request.formData()`.
  const rawBody = new Uint8Array(await request.arrayBuffer());
  const verdict = await client().webhook.verify(rawBody, request.headers);
  switch (verdict.status) {
    case 'verified':
      // After the response: a notification that is not acknowledged soon may be sent again.
      after(() => book(verdict.event));
      return new Response(null, { status: 200 });
    case 'refused': // not from the provider, or changed on the way
      console.warn('notification refused:', verdict.reason);
      return new Response(null, { status: 400 });
    case 'unverifiable': // a fault of our configuration: after a 5xx the provider may send it again
      console.error('notification unverifiable:', verdict.reason);
      return new Response(null, { status: 503 });
    default:
      return assertNever(verdict);
  }
}

/** A notification is a hint; only a lookup books money. Idempotent, because notifications are repeated. */
async function book({ provider, reference, lookupKeys }: WebhookEvent): Promise<void> {
  const order = orders.get(reference ?? '');
  if (order === undefined || order.paid) return;
  // With the amount of the order, a capture of any other amount does not count.
  const payment = { provider, lookupKeys: { ...lookupKeys, amount: order.amount } };
  const { status } = await resolveOutcome(client(), payment, { delays: [0, 2000, 10_000] });
  if (status !== 'captured') return; // stays open, see ../order-flow
  order.paid = true;
  console.log(`${reference} is paid`);
}
