import type { NotificationDraft } from '../../emulator/emulator.ts';
import { definedMembers } from '../../emulator/json.ts';
import type { Capture } from '../../state/ledger.ts';
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
  const signed = { ...members, verifySign: verifySign(members, credentials.token) };
  return {
    url: ipnUrl,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(signed).toString(),
  };
}
