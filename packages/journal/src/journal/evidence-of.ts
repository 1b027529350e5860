import type { LookupCandidate, LookupKeys, Money, ProviderTime } from '@capture/core';
import { inquiry } from '@capture/core/provider';
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
    inquiry: `Ask ${provider}: ${inquiry(keys)}`,
    keys,
    candidates,
    reportedAmount,
    providerTime,
    providerCode,
  });
}
