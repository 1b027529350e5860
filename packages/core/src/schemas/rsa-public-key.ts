import * as v from 'valibot';
import { readRsaKey } from '../signing/rsa-key.ts';

/** An RSA public key, as PEM or as the base64 of its DER. Becomes the base64 of its DER (SPKI). */
export function rsaPublicKey() {
  return v.pipe(
    v.string(),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const key = readRsaKey(dataset.value);
      if (key.base64 !== undefined) return key.base64;
      addIssue({ message: key.rule });
      return NEVER;
    }),
  );
}
