import * as v from 'valibot';
import { matching } from './matching.ts';

/** An RSA public key, given as PEM or as the base64 of its DER. It is that base64 from then on. */
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
