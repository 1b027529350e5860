import type { SignatureExplanation } from '@capture/core';
import type { SignatureParts } from '../../shared/api.ts';

/** A signature taken apart for the page, with or without the digest. */
export function partsOf(signature: SignatureExplanation, digest: 'shown' | 'hidden'): SignatureParts {
  const { algorithm, fields, leftOut, pieces } = signature;
  return { algorithm, fields, leftOut, pieces, ...(digest === 'shown' && { digest: signature.digest.reveal() }) };
}
