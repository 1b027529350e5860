/**
 * Deadlines for the phases of a request in milliseconds: whole numbers from 1 to 2147483647. The client's `timeout`
 * applies over all of them.
 */
export interface PhaseDeadlines {
  /**
   * For resolving the host name. If exceeded: `unsent`.
   *
   * @defaultValue 2 000
   */
  readonly dns?: number | undefined;
  /**
   * For connecting, the TLS handshake included, once the address is known. If exceeded: `unsent`.
   *
   * @defaultValue 5 000
   */
  readonly connect?: number | undefined;
  /**
   * For everything before the first byte of the request is sent: the wait of a lookup for a pooled connection,
   * resolving, connecting, TLS. If exceeded: `unsent`.
   *
   * @defaultValue 10 000
   */
  readonly firstByte?: number | undefined;
  /**
   * For the response headers, from then on. If exceeded: in doubt.
   *
   * @defaultValue 60 000
   */
  readonly headers?: number | undefined;
  /**
   * For the response body, from then on. If exceeded: in doubt.
   *
   * @defaultValue 15 000
   */
  readonly body?: number | undefined;
}

/** A pool of reused (keep-alive) connections for lookups. */
export interface KeepAlive {
  /**
   * The largest number of concurrent connections for lookups to one host; excess lookups queue, under the deadline
   * `firstByte`. Captures are not counted, and do not wait.
   *
   * @defaultValue no limit
   */
  readonly maxSockets?: number | undefined;
  /**
   * Milliseconds after which an idle connection is closed: less than the server's own limit, so that the server never
   * closes first. A shorter time in the server's `Keep-Alive: timeout=…` takes precedence.
   *
   * @defaultValue 4 000, because many servers wait for 5 seconds
   */
  readonly idleTimeout?: number | undefined;
}

/** Options of {@link createNodeTransport}. */
export interface NodeTransportOptions {
  /**
   * Reuse of connections, for lookups only. A capture always has a connection of its own, which is closed after it: on
   * a reused one, a duplicate of an earlier response that arrives late would be taken for the response to the capture.
   * With `false` each lookup has its own as well. `true` is a pool with the defaults of {@link KeepAlive}. It saves a
   * lookup the handshake, at this price: an idle connection that the server closes at the moment it is reused makes an
   * `unknown` of a lookup, which may be repeated.
   *
   * @defaultValue `false`
   */
  readonly keepAlive?: boolean | KeepAlive | undefined;
  /** Deadlines for the phases of a request. */
  readonly deadlines?: PhaseDeadlines | undefined;
  /**
   * Trusted CA certificates in PEM, in place of Node's. Certificates are always verified: no option and no environment
   * variable disables that.
   *
   * @defaultValue the certificates that Node trusts
   */
  readonly ca?: string | readonly string[] | undefined;
}
