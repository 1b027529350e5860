import type { HeaderReader, WebhookHeaders } from '../contract/webhook-headers.ts';

/** Reads a header by its lower-case name; `undefined` where it is absent or repeated. */
export function headerOf(headers: WebhookHeaders, name: string): string | undefined {
  if (isReader(headers)) return headers.get(name) ?? undefined;
  const found = Object.entries(headers).filter(([key]) => key.toLowerCase() === name);
  const value = found.length === 1 ? found[0]?.[1] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** Recognises `Headers` by its method and not by its class: each `fetch` library has a class of its own. */
function isReader(headers: WebhookHeaders): headers is HeaderReader {
  return typeof headers.get === 'function';
}
