import { Secret, unwrap } from '../secrets/secret.ts';
import { unbracketed } from './target.ts';

/** An HTTP proxy, reached over TCP or TLS. */
export interface Proxy {
  readonly protocol: 'http:' | 'https:';
  readonly host: string;
  readonly port: number;
  /** The value of `proxy-authorization`, where the URL has credentials. */
  readonly authorization: Secret | undefined;
}

/** The rule that the URL of a proxy breaks, or `undefined`. Never repeats the URL: it may contain a password. */
export function proxyFault(given: string | Secret): string | undefined {
  const text = unwrap(given);
  if (!URL.canParse(text)) return 'must be a URL such as "http://user:password@proxy.example:3128"';
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'must start with http: or https:';
  if (url.pathname !== '/' || /[?#]/.test(text)) return 'must end after the host or port';
  const credentials = decoded(url);
  if (credentials === undefined) return 'must have its user and password percent-encoded';
  if (/\p{Cc}/u.test(credentials.user + credentials.password))
    return 'must not contain control characters in its user or password';
  return credentials.user.includes(':') ? 'must not contain a colon in its user' : undefined;
}

/** Reads the URL of a proxy that breaks no rule. */
export function proxyOf(given: string | Secret): Proxy {
  const url = new URL(unwrap(given));
  const { user = '', password = '' } = decoded(url) ?? {};
  const secure = url.protocol === 'https:';
  const basic = Buffer.from(`${user}:${password}`).toString('base64');
  return {
    protocol: secure ? 'https:' : 'http:',
    host: unbracketed(url.hostname),
    port: Number(url.port) || (secure ? 443 : 80),
    authorization: user === '' && password === '' ? undefined : new Secret(`Basic ${basic}`),
  };
}

function decoded({ username, password }: URL): { readonly user: string; readonly password: string } | undefined {
  try {
    return { user: decodeURIComponent(username), password: decodeURIComponent(password) };
  } catch {
    return undefined;
  }
}
