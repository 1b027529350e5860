import { formatMajor, type LookupCandidate, type LookupKeys, type Money, type ProviderTime } from '@capture/core';
import type { Evidence } from '../contract/operation.ts';

/** The facts of a result or a lookup that enter the evidence. */
interface Facts {
  readonly candidates?: readonly LookupCandidate[];
  readonly reportedAmount?: Money | undefined;
  readonly providerTime?: ProviderTime | undefined;
  readonly providerCode?: string | undefined;
}

/** The evidence for a person's decision. */
export function evidenceOf(provider: string, keys: LookupKeys, facts: Facts = {}): Evidence {
  const { candidates = [], reportedAmount, providerTime, providerCode } = facts;
  return structuredClone({
    inquiry: inquiryOf(provider, keys),
    keys,
    candidates,
    reportedAmount,
    providerTime,
    providerCode,
  });
}

/** The question to put to the provider. */
function inquiryOf(provider: string, { captureId, authorizationId, reference, amount }: LookupKeys): string {
  const facts = [
    captureId === undefined ? [] : `capture ${captureId}`,
    authorizationId === undefined ? [] : `authorization ${authorizationId}`,
    reference === undefined ? [] : `reference ${reference}`,
    amount === undefined ? [] : `amount ${formatMajor(amount)} ${amount.currency}`,
  ].flat();
  return `Ask ${provider}: was this captured, and under which id? (${facts.join(', ')})`;
}
