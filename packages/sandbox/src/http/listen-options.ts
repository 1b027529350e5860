import type { ProviderName } from '../state/provider-names.ts';

/** Options of a listening sandbox. */
export interface ListenOptions {
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** A loopback host. 127.0.0.1 by default. */
  readonly host?: string;
  /**
   * Serve HTTPS with a certificate that is made at the start, for loopback and for the documented hosts. Clients have
   * to trust `server.certificateAuthority`.
   */
  readonly tls?: boolean;
  /**
   * Serve each provider under its documented host names too, for programs in which these are fixed. Something outside
   * has to lead the names here, such as `/etc/hosts` or a resolver of the client.
   */
  readonly hostNames?: boolean;
  /** Serve this provider alone, at the root: for clients that resolve absolute paths. */
  readonly only?: ProviderName;
}
