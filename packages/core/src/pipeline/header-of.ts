import type { HeaderReader, WebhookHeaders } from '../contract/webhook-headers.ts';

/** A header by its lower-case name; `undefined` where it is absent or came twice. */
export function headerOf(headers: WebhookHeaders, name: string): string | undefined {
  if (isReader(headers)) return headers.get(name) ?? undefined;
  const found = Object.entries(headers).filter(([key]) => key.toLowerCase() === name);
  const value = found.length === 1 ? found[0]?.[1] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** By what it can do and not by its class: each `fetch` library has a class of its own. */
function isReader(headers: WebhookHeaders): headers is HeaderReader {
  return typeof headers.get === 'function';
}
