import { explainMismatch } from '@capture/core/signing';
import type { ProviderName } from '@capture/sandbox';
import { providerById } from '../../providers/index.ts';
import type { SignatureResponse } from '../../shared/api.ts';
import { partsOf } from './signature-parts.ts';
import { maskStrings } from '../guarding/output-masking.ts';

/** Fields, secret and a signature, as somebody pasted them. */
export interface SignatureRequest {
  readonly provider: ProviderName;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly secret: string;
  readonly signature: string;
}

/** Which mistake gives exactly this signature. */
export function explain({
  provider,
  fields,
  secret,
  signature,
}: SignatureRequest): SignatureResponse | { readonly code: string } {
  const scheme = providerById(provider)?.signature?.scheme;
  if (!scheme) return { code: 'no_signature' };
  const said = explainMismatch({ scheme, fields, secret, theirs: signature.trim() });
  const response: SignatureResponse = {
    matches: said.matches,
    found: said.found,
    summary: said.summary,
    mistakes: said.mistakes.map(({ sentence }) => sentence),
    alternatives: said.alternatives.map((mistakes) => mistakes.map(({ sentence }) => sentence)),
    searched: said.searched.digests,
    complete: said.searched.complete,
    ours: partsOf(said.ours, 'shown'),
  };
  return maskStrings(response, [secret]);
}
