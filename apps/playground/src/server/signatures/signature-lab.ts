import { explainMismatch } from '@capture/core/signing';
import type { ProviderName } from '@capture/sandbox';
import { providerById } from '../../providers/index.ts';
import type { LabAnswer } from '../../shared/api.ts';
import { partsOf } from './signature-parts.ts';
import { maskedTexts } from '../guarding/output-masking.ts';

/** Fields, secret and a signature, as somebody pasted them. */
export interface LabOrder {
  readonly provider: ProviderName;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly secret: string;
  readonly theirs: string;
}

/** Which mistake gives exactly this signature. */
export function explain({ provider, fields, secret, theirs }: LabOrder): LabAnswer | { readonly code: string } {
  const scheme = providerById(provider)?.signature?.scheme;
  if (!scheme) return { code: 'no_signature' };
  const said = explainMismatch({ scheme, fields, secret, theirs: theirs.trim() });
  const answer: LabAnswer = {
    matches: said.matches,
    found: said.found,
    summary: said.summary,
    mistakes: said.mistakes.map(({ sentence }) => sentence),
    alternatives: said.alternatives.map((mistakes) => mistakes.map(({ sentence }) => sentence)),
    searched: said.searched.digests,
    complete: said.searched.complete,
    ours: partsOf(said.ours, 'shown'),
  };
  return maskedTexts(answer, [secret]);
}
