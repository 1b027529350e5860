import { parseStrictJson, type NotificationContent, type WebhookDefinition } from '@capture/core/provider';
import { importRsaPublicKey, verifyRsaSha256 } from '@capture/core/signing';
import * as v from 'valibot';
import type { CheckedFreepaymentOptions } from './options.ts';
import { judgePayment } from './outcome.ts';
import { transactionSchema } from './response.ts';

const notificationSchema = v.object({ transaction: transactionSchema });

/** What is read of a notification. *third-party*: the same shape as an answer. */
export type FreepaymentNotification = v.InferOutput<typeof notificationSchema>;

/**
 * *third-party*: `Content-Signature` is the base64 of an RSA signature (PKCS#1 v1.5, SHA-256) over the body as it was sent. The notification also carries the shop's credentials in
 * HTTP Basic; they are not looked at, because they stay the same for every body.
 */
export const webhook: WebhookDefinition<CheckedFreepaymentOptions, FreepaymentNotification> = {
  async verify({ bytes, text, header }, { publicKey }) {
    if (publicKey === undefined) return { status: 'unverifiable', reason: 'no publicKey is configured' };
    const signature = header('content-signature');
    if (!signature) return { status: 'refused', reason: 'there is no Content-Signature header, or more than one' };
    const key = await importRsaPublicKey(publicKey);
    if (!key) return { status: 'unverifiable', reason: 'the configured publicKey is no RSA public key' };
    if (!(await verifyRsaSha256(key, signature, bytes)))
      return { status: 'refused', reason: 'the signature does not belong to this body and key' };
    return { status: 'verified', content: parseStrictJson(text) };
  },
  answer: notificationSchema,
  read: ({ transaction }): NotificationContent => ({
    verdict: judgePayment(transaction, {}),
    reference: transaction.tracking_id ?? undefined,
    authorizationId: transaction.parent_uid ?? undefined,
  }),
};
