import { explainMismatch } from '@capture/core/signing';
import type { ProviderName } from '@capture/sandbox';
import { providerById } from '../../providers/index.ts';
import type { SignatureResponse } from '../../shared/api.ts';
import { maskStrings } from '../guarding/output-masking.ts';
import { partsOf } from './signature-parts.ts';

/** Pasted fields and secret, and the signature that other code produced from them. */
export interface SignatureRequest {
  readonly provider: ProviderName;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly secret: string;
  readonly signature: string;
}

/** Finds the mistake that reproduces exactly this signature. */
export function explain(request: SignatureRequest): SignatureResponse | { readonly code: string } {
  const { provider, fields, secret, signature } = request;
  const scheme = providerById(provider)?.signature?.scheme;
  if (!scheme) return { code: 'no_signature' };
  const explanation = explainMismatch({ scheme, fields, secret, theirs: signature.trim() });
  const response: SignatureResponse = {
    matches: explanation.matches,
    found: explanation.found,
    summary: explanation.summary,
    mistakes: explanation.mistakes.map(({ sentence }) => sentence),
    alternatives: explanation.alternatives.map((mistakes) => mistakes.map(({ sentence }) => sentence)),
    searched: explanation.searched.digests,
    complete: explanation.searched.complete,
    correct: partsOf(explanation.ours, 'shown'),
  };
  return maskStrings(response, [secret]);
}
