import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { refuse } from '../http/refuse.ts';

/** The header in which the page sends the token of its session. */
export const TOKEN_HEADER = 'x-capture-session';

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    ...['script-src', 'style-src', 'connect-src', 'font-src', 'img-src'].map((kind) => `${kind} 'self'`),
    ...['base-uri', 'form-action', 'frame-ancestors', 'object-src'].map((kind) => `${kind} 'none'`),
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), publickey-credentials-get=()',
  'cache-control': 'no-store',
};

/** Sets the headers of every response, refusals included. */
export const securityHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) context.header(name, value);
};

/**
 * Accepts requests for this server's own names only, before anything else is read. A foreign page can make its own host
 * name resolve to this machine (DNS rebinding), but cannot choose the `Host` header.
 */
export function ownHostOnly(port: () => number): MiddlewareHandler {
  return async (context, next) => {
    const hosts = ['127.0.0.1', 'localhost'].map((name) => `${name}:${port()}`);
    if (!hosts.includes(context.req.header('host') ?? ''))
      return refuse(context, 421, 'wrong_host', 'This server accepts requests for 127.0.0.1 and localhost only.');
    return next();
  };
}

/**
 * Refuses a request line with another origin than the `Host` header (`GET http://evil.example/`), as a proxy receives it.
 * Only a path says nothing about the host.
 */
export const pathOnly: MiddlewareHandler = async (context, next) => {
  const { incoming } = context.env as { incoming: { url?: string } };
  if (!(incoming.url ?? '').startsWith('/'))
    return refuse(context, 421, 'wrong_host', 'This server is not a proxy: the request line must have a path.');
  return next();
};

/** Keeps pages of other origins from loading or calling anything here. */
export const ownPageOnly: MiddlewareHandler = async (context, next) => {
  const { method } = context.req;
  const site = context.req.header('sec-fetch-site');
  if (method !== 'GET' && method !== 'POST') return refuse(context, 403, 'method_refused', 'GET and POST only.');
  if (site !== undefined && site !== 'same-origin' && !(site === 'none' && method === 'GET'))
    return refuse(context, 403, 'foreign_page', 'Requests of other pages are refused.');
  if (method === 'POST' && context.req.header('origin') !== `http://${context.req.header('host') ?? ''}`)
    return refuse(context, 403, 'foreign_origin', 'Requests of other origins are refused.');
  return next();
};

/** Requires the token that was printed at the start. */
export function withToken(token: string): MiddlewareHandler {
  const digest = (value: string): Buffer => createHash('sha256').update(value).digest();
  const expected = digest(token);
  return async (context, next) => {
    if (!timingSafeEqual(digest(context.req.header(TOKEN_HEADER) ?? ''), expected))
      return refuse(context, 401, 'no_session', 'Open the address that the terminal printed.');
    return next();
  };
}
