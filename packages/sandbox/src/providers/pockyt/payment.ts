import type { JsonObject } from '../../emulator/json.ts';
import type { Capture } from '../../state/transactions.ts';
import { formatMajor } from '../../state/money.ts';

/** *third-party*: the provider's statuses of a payment. */
export const STATUSES = { captured: 'success', pending: 'pending', declined: 'failed' } as const;

/**
 * The members of every response about a payment. *third-party*: names, and the amount as a string with all decimals.
 */
export function describePayment(payment: Capture): JsonObject {
  return {
    transactionNo: payment.captureId,
    reference: payment.reference ?? '',
    amount: formatMajor(payment.amount),
    currency: payment.amount.currency,
    settleCurrency: payment.details['settleCurrency'] ?? '',
    status: STATUSES[payment.state],
  };
}

/** *third-party*: ISO 8601 in UTC, without fractions of a second. */
export function isoSeconds(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}
