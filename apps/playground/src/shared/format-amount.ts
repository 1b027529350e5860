import { formatMajor, type Money } from '@capture/core';

/** An amount in major units with its currency: `23.02 TRY`. */
export function formatAmount(amount: Money): string {
  return `${formatMajor(amount)} ${amount.currency}`;
}
