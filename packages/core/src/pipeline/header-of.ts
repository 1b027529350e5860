import type { WebhookHeaders } from '../contract/webhook-headers.ts';

/** A header as a request has it: its value, or the reason that there is none. */
export type HeaderValue =
  { readonly value: string } | { readonly value?: never; readonly trouble: 'missing' | 'repeated' };

/** Reads a header by its lower-case name, from headers in any form in which servers have them. */
export function headerOf(headers: WebhookHeaders | null | undefined, name: string): HeaderValue {
  if (headers === undefined || headers === null) return { trouble: 'missing' };
  const read = readerOf(headers)?.(name) ?? undefined;
  const values = (read === undefined ? pairsOf(headers) : [[name, read] as const])
    .filter(([key]) => key.toLowerCase() === name)
    // Node's `headersDistinct` has a list of one.
    .flatMap(([, value]) => value);
  const [value] = values;
  if (value === undefined) return { trouble: 'missing' };
  return typeof value === 'string' && values.length === 1 ? { value } : { trouble: 'repeated' };
}

/** Recognises `Headers` by its method and not by its class: each `fetch` library has a class of its own. */
function readerOf(headers: object): ((name: string) => unknown) | undefined {
  const { get } = headers as { readonly get?: unknown };
  return typeof get === 'function' ? (name) => get.call(headers, name) as unknown : undefined;
}

/** The headers as pairs: of a list of pairs, of Node's `rawHeaders`, of a `Map` or of an object. */
function pairsOf(headers: object): (readonly [name: string, value: unknown])[] {
  const isList = typeof (headers as Partial<Iterable<unknown>>)[Symbol.iterator] === 'function';
  const entries: unknown[] = isList ? [...(headers as Iterable<unknown>)] : Object.entries(headers);
  if (entries.every((entry) => typeof entry === 'string'))
    return entries.flatMap((name, index) => (index % 2 === 0 ? [[name, entries[index + 1]] as const] : []));
  return entries.filter((entry): entry is [string, unknown] => Array.isArray(entry) && typeof entry[0] === 'string');
}
