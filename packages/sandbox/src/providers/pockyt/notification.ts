import type { Acknowledgement, NotificationDraft } from '../../emulator/emulator.ts';
import { definedMembers } from '../../emulator/json.ts';
import type { Capture } from '../../state/transactions.ts';
import { credentials } from './credentials.ts';
import { describePayment, isoSeconds } from './payment.ts';
import { verifySign } from './signature.ts';

/**
 * *third-party*: the response is the plain text `success`; otherwise the IPN is sent again up to 8 times over 2 hours.
 * *assumed*: with a status below 300, and with equal distances between the times.
 */
export const acknowledgement: Acknowledgement = {
  refusal: (status, body) => {
    if (status >= 300) return `status ${String(status)}`;
    return body.trim() === 'success' ? undefined : 'the body is not the plain text success';
  },
  resendMinutes: [15, 30, 45, 60, 75, 90, 105, 120],
};

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
