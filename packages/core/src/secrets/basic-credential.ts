import { Secret } from './secret.ts';

/**
 * The credential of HTTP Basic authentication (RFC 7617): the base64 of `user:secret`, both as UTF-8. A {@link Secret}
 * of its own, since base64 reveals the secret.
 */
export function basicCredential(user: string, secret: Secret): Secret {
  const bytes = new TextEncoder().encode(`${user}:${secret.reveal()}`);
  return new Secret(btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')));
}
