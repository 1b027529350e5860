import { parseResponseJson, type NotificationContent, type WebhookDefinition } from '@capture/core/provider';
import { importRsaPublicKey, verifyRsaSha256 } from '@capture/core/signing';
import * as v from 'valibot';
import type { CheckedFreepaymentOptions } from './options.ts';
import { judgePayment } from './outcome.ts';
import { transactionSchema } from './response.ts';

const notificationSchema = v.object({ transaction: transactionSchema });

/** The members of a notification that are read. *third-party*: the same shape as a response. */
export type FreepaymentNotification = v.InferOutput<typeof notificationSchema>;

/**
 * Notifications of the gateway. *third-party*: `Content-Signature` is the base64 of an RSA signature (PKCS#1 v1.5,
 * SHA-256) over the raw body. A notification also carries the shop's HTTP Basic credentials, which are ignored because
 * they are the same for every body.
 */
export const webhook: WebhookDefinition<CheckedFreepaymentOptions, FreepaymentNotification> = {
  body: 'json',
  async verify({ bytes, text, header }, { publicKey }) {
    if (publicKey === undefined) return { status: 'unverifiable', reason: 'publicKey is not configured' };
    const signature = header('content-signature');
    if (!signature) return { status: 'refused', reason: 'Content-Signature is empty' };
    // `Headers` joins several.
    if (signature.includes(',')) return { status: 'refused', reason: 'Content-Signature is repeated' };
    const key = await importRsaPublicKey(publicKey);
    if (!key) return { status: 'unverifiable', reason: 'the configured publicKey is not an RSA public key' };
    if (!(await verifyRsaSha256(key, signature, bytes)))
      return { status: 'refused', reason: 'the signature does not match this body and key' };
    return { status: 'verified', content: parseResponseJson(text) };
  },
  response: notificationSchema,
  read: ({ transaction }): NotificationContent => {
    const { type, uid, parent_uid, tracking_id } = transaction;
    const transactionType = type ?? undefined;
    // *documented*: several ids are separated by semicolons, and none of them is *the* reference.
    const reference = tracking_id?.includes(';') ? undefined : (tracking_id?.trim() ?? undefined);
    if (transactionType !== undefined && transactionType !== 'capture') {
      const authorizationId = transactionType === 'authorization' ? (uid ?? undefined) : undefined;
      return { transactionType, reference, authorizationId };
    }
    return {
      verdict: judgePayment(transaction, {}),
      transactionType,
      reference,
      authorizationId: parent_uid ?? undefined,
    };
  },
};
