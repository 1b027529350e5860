import type { JsonObject } from '../../emulator/json.ts';
import type { Capture } from '../../state/ledger.ts';
import { formatMajor } from '../../state/money.ts';

/** *peer*: the provider's words for a payment's state. */
export const STATUS_WORDS = { captured: 'success', pending: 'pending', declined: 'failed' } as const;

/** The members that every answer about a payment has. *peer*: names, and the amount as text with all decimals. */
export function describePayment(payment: Capture): JsonObject {
  return {
    transactionNo: payment.captureId,
    reference: payment.reference ?? '',
    amount: formatMajor(payment.amount),
    currency: payment.amount.currency,
    settleCurrency: payment.details['settleCurrency'] ?? '',
    status: STATUS_WORDS[payment.state],
  };
}

/** *peer*: ISO 8601 in UTC, without fractions of a second. */
export function isoSeconds(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}
