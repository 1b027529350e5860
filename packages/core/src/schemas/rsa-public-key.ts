import * as v from 'valibot';
import { matching } from './matching.ts';

/** An RSA public key, as PEM or as the base64 of its DER. Becomes that base64. */
export function rsaPublicKey() {
  return v.pipe(
    v.string(),
    v.transform((value) => value.replace(/-----(?:BEGIN|END) PUBLIC KEY-----|\s/g, '')),
    matching(
      /^M[A-Za-z0-9+/]{100,}={0,2}$/,
      'must be an RSA public key: PEM ("BEGIN PUBLIC KEY") or the base64 of its DER',
    ),
  );
}
