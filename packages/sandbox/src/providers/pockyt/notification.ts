import type { NotificationDraft } from '../../emulator/emulator.ts';
import { definedMembers } from '../../emulator/json.ts';
import type { Capture } from '../../state/transactions.ts';
import { credentials } from './credentials.ts';
import { describePayment, isoSeconds } from './payment.ts';
import { verifySign } from './signature.ts';

/**
 * The IPN of a payment, if its request had an `ipnUrl`. *third-party*: form-urlencoded, these members, and the same
 * digest over every member but `verifySign`. *documented*: the note is returned in notifications.
 */
export function notification(payment: Capture): NotificationDraft | undefined {
  const { ipnUrl, customerNo, note } = payment.details;
  if (typeof ipnUrl !== 'string') return undefined;
  const members = definedMembers({
    ...describePayment(payment),
    completedAt: isoSeconds(payment.at),
    customerNo,
    note,
  }) as Record<string, string>;
  // Not in the order of the signature, which a receiver has to restore.
  const sent = { verifySign: verifySign(members, credentials.token), ...members };
  return {
    url: ipnUrl,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: Object.entries(sent)
      .map(([name, value]) => `${name}=${percentEncoded(value)}`)
      .join('&'),
  };
}

/** *assumed*: a space is `%20`, and not the `+` of `URLSearchParams`; a receiver has to decode both. */
function percentEncoded(value: string): string {
  return encodeURIComponent(value).replaceAll(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
}
