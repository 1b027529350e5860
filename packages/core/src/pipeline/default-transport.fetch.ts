import type { Fetch } from '../transport/fetch.ts';
import type { Transport } from '../transport/http.ts';
import { createKyTransport } from '../transport/ky-transport.ts';

let shared: Transport | undefined;

/** The transport of a client without `transport` and `fetch`: ky on the runtime's `fetch`. */
export function defaultTransport(): Transport {
  return (shared ??= createKyTransport());
}

/** The transport over a caller's `fetch`. */
export function fetchTransport(fetch: Fetch): Transport {
  return createKyTransport({ fetch });
}
