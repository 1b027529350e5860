import type { FaultName } from '../faults/faults.ts';
import type { ProviderName } from '../state/provider-names.ts';

/** A listening sandbox. */
export interface SandboxServer {
  /** Such as `http://127.0.0.1:4100`. */
  readonly url: string;
  /** The base URL for a client of that provider; with a fault, every call to it meets the fault. */
  readonly baseUrl: (provider: ProviderName, options?: { readonly fault?: FaultName }) => string;
  /** With `tls`: the authority in PEM that a client has to trust, for instance in `NODE_EXTRA_CA_CERTS`. */
  readonly certificateAuthority: string | undefined;
  /** Closes every connection, hanging ones included, and stops listening. */
  readonly close: () => Promise<void>;
}
