import type { LookupKeys } from '../contract/result.ts';
import { formatMajor } from '../money/money.ts';

/** The question for a person to put to the provider, with everything that identifies the payment. */
export function inquiry({ authorizationId, captureId, reference, amount }: LookupKeys): string {
  const facts = [
    captureId === undefined ? [] : `capture ${captureId}`,
    authorizationId === undefined ? [] : `authorization ${authorizationId}`,
    reference === undefined ? [] : `reference ${reference}`,
    amount === undefined ? [] : `amount ${formatMajor(amount)} ${amount.currency}`,
  ].flat();
  return `was this captured, and under which id? (${facts.join(', ')})`;
}
