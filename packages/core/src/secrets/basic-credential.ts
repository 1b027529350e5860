import { Secret } from './secret.ts';

/**
 * The credential of HTTP Basic authentication (RFC 7617): the base64 of `user:secret`, both taken as UTF-8. A secret of its
 * own, because the base64 gives the secret away.
 */
export function basicCredential(user: string, secret: Secret): Secret {
  const bytes = new TextEncoder().encode(`${user}:${secret.reveal()}`);
  return new Secret(btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')));
}
