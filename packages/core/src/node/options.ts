/** How long each phase of one request may take, in milliseconds: whole numbers from 1 to 2147483647. The client's `timeout` stays in force over all of them. */
export interface PhaseDeadlines {
  /** To resolve the name of the host. 2 000 by default. Missed: `unsent`. */
  readonly dns?: number | undefined;
  /** To connect and to make TLS, once the address is known. 5 000 by default. Missed: `unsent`. */
  readonly connect?: number | undefined;
  /**
   * Until the first byte of the request leaves, over everything before it: waiting for a free connection of the pool, name, connection, TLS. 10 000 by default.
   * Missed: `unsent`.
   */
  readonly firstByte?: number | undefined;
  /** From then on until the head of the answer is complete. 60 000 by default. Missed: in doubt. */
  readonly headers?: number | undefined;
  /** From then on until the last byte of the answer. 15 000 by default. Missed: in doubt. */
  readonly body?: number | undefined;
}

/** A pool of connections that are used again. */
export interface KeepAlive {
  /** Connections to one host at the same time; what is more waits, under the deadline `firstByte`. Without a limit by default. */
  readonly maxSockets?: number | undefined;
  /**
   * Milliseconds after which an idle connection is closed: less than the server's own limit, so that the server is not the one that closes. 4 000 by default, because
   * many servers wait 5 seconds. A server that announces a shorter time (`Keep-Alive: timeout=…`) is heeded.
   */
  readonly idleTimeout?: number | undefined;
}

/** What {@link createNodeTransport} takes. */
export interface NodeTransportOptions {
  /**
   * Reuse of connections. With `false` each request has a connection of its own, which is closed after it. `true` is a pool
   * with the defaults of {@link KeepAlive}. A pool saves the handshake, at this price: an idle connection that the server
   * closes at the moment it is reused makes an `unknown` of a request that never arrived.
   *
   * @defaultValue `false`
   */
  readonly keepAlive?: boolean | KeepAlive | undefined;
  readonly deadlines?: PhaseDeadlines | undefined;
  /** Certificates in PEM that are trusted in place of those that Node trusts. Certificates are always checked: no option and no environment variable stops that. */
  readonly ca?: string | readonly string[] | undefined;
}
