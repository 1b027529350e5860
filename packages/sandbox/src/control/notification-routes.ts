import type { DeliveryOptions } from '../notifications/deliver.ts';
import type { Route } from './route.ts';

/** Signed notifications. */
export const notificationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/notifications',
    summary: 'The notifications that the providers would send by themselves, oldest first; delivered ones stay.',
    run: ({ notifications }) => notifications.list(),
  },
  {
    method: 'POST',
    path: '/notifications/{id}/deliver',
    summary:
      'Posts a notification, or `all` of them, to a loopback address: late, several times, with one byte changed, or ' +
      'again until it is acknowledged.',
    body: {
      type: 'object',
      properties: {
        to: { type: 'string', description: 'By default the address that was registered for it.' },
        delayMs: { type: 'integer', minimum: 0, maximum: 600_000 },
        times: { type: 'integer', minimum: 1, maximum: 100 },
        corrupt: { type: 'boolean' },
        resend: {
          type: 'object',
          description: 'Again, at the times that the provider documents, until it is acknowledged.',
          properties: {
            hourMs: {
              type: 'integer',
              minimum: 0,
              maximum: 3_600_000,
              description: 'Milliseconds that an hour takes.',
            },
          },
          required: ['hourMs'],
        },
      },
    },
    run: ({ notifications }, { path, body }) => notifications.deliver(path['id'] ?? '', body as DeliveryOptions),
  },
  {
    method: 'GET',
    path: '/public-key',
    summary: "The key that verifies freepayment's Content-Signature: base64 of the DER, and PEM.",
    run: ({ notifications: { publicKey, publicKeyPem } }) => ({ publicKey, publicKeyPem }),
  },
];
