import { Secret } from '../secrets/secret.ts';
import type { WireRequest } from '../transport/http.ts';

/** A value of a body: plain JSON, or a {@link Secret} that is unwrapped only when the request is serialized. */
export type BodyValue =
  string | number | boolean | Secret | readonly BodyValue[] | { readonly [name: string]: BodyValue | undefined };

/** A request in the provider's fields, before serialization. Secrets stay wrapped, so it can be printed. */
export interface Call {
  readonly method: 'GET' | 'POST';
  /** The documented path, which follows the base URL; ids percent-encoded. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string | Secret>>;
  readonly body?: { readonly type: 'json' | 'form'; readonly fields: Readonly<Record<string, BodyValue | undefined>> };
}

/** Serializes a call into the exact request, or with `secrets: 'masked'` into one that may be shown. */
export function toWireRequest(baseUrl: string, call: Call, secrets: 'revealed' | 'masked'): WireRequest {
  const url = baseUrl + call.path;
  const render = (value: string | Secret): string =>
    typeof value === 'string' ? value : secrets === 'revealed' ? value.reveal() : value.toString();
  const headers: Record<string, string> = { accept: 'application/json' };
  if (call.body)
    headers['content-type'] = call.body.type === 'json' ? 'application/json' : 'application/x-www-form-urlencoded';
  for (const [name, value] of Object.entries(call.headers ?? {})) headers[name] = render(value);
  return { method: call.method, url, headers, ...(call.body ? { body: serialize(call.body, render) } : {}) };
}

function serialize({ type, fields }: NonNullable<Call['body']>, render: (value: string | Secret) => string): string {
  if (type === 'json') return JSON.stringify(rendered(fields, render));
  const pairs = Object.entries(fields).filter((pair): pair is [string, string | Secret] => pair[1] !== undefined);
  return new URLSearchParams(pairs.map(([name, value]) => [name, render(value)])).toString();
}

/** Plain data with every secret in it rendered as a string. */
function rendered(value: unknown, render: (secret: Secret) => string): unknown {
  if (Secret.is(value)) return render(value);
  if (Array.isArray(value)) return value.map((item) => rendered(item, render));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, rendered(item, render)]));
}
