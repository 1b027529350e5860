import type { Fetch } from '../transport/fetch.ts';
import type { Transport } from '../transport/http.ts';
import { createKyTransport } from '../transport/ky-transport.ts';

/** The transport of a client without one of its own: ky, over the caller's `fetch` or the runtime's. */
export function defaultTransport(fetch?: Fetch): Transport {
  return createKyTransport(fetch ? { fetch } : {});
}
