import { Secret } from '../secrets/secret.ts';
import { secretText } from './compose.ts';
import { hmacKey, type HmacKey } from './hmac.ts';
import type { SignatureScheme } from './signature-scheme.ts';

/** A secret in the form in which it enters every signature of a scheme. */
interface SigningSecret {
  readonly text: string;
  readonly key: HmacKey | undefined;
}

/**
 * Prepares secrets for a scheme. What follows from a `Secret` is computed once, and kept where nothing prints it for as
 * long as the `Secret` lives.
 */
export function signingSecrets({ digest, secret: { as, place } }: SignatureScheme) {
  const known = new WeakMap<Secret, SigningSecret>();
  const prepare = (value: string): SigningSecret => {
    const text = secretText({ value, as, digest });
    return { text, key: place === 'key' ? hmacKey(digest, text) : undefined };
  };
  return (secret: string | Secret): SigningSecret => {
    if (!Secret.is(secret)) return prepare(secret);
    const prepared = known.get(secret) ?? prepare(secret.reveal());
    known.set(secret, prepared);
    return prepared;
  };
}
