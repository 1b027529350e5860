import type { Signature } from '@capture/core';
import type { SignatureParts } from '../../shared/api.ts';

/** A signature taken apart for the page, with or without the digest. */
export function partsOf(signature: Signature, digest: 'shown' | 'hidden'): SignatureParts {
  const { algorithm, fields, leftOut, pieces } = signature;
  return { algorithm, fields, leftOut, pieces, ...(digest === 'shown' && { digest: signature.digest.reveal() }) };
}
