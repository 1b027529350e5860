import type { Secret } from '../secrets/secret.ts';

/**
 * Deadlines for the phases of a request in milliseconds: whole numbers from 1 to 2147483647. The client's `timeout`
 * applies over all of them.
 */
export interface PhaseDeadlines {
  /**
   * For resolving the host name: of the proxy, where there is one. If exceeded: `unsent`.
   *
   * @defaultValue 2 000
   */
  readonly dns?: number | undefined;
  /**
   * For connecting, the TLS handshake included, once the address is known. Through a proxy: for the connection to it,
   * its tunnel and the handshake with the server together. If exceeded: `unsent`.
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
   * `firstByte`. Captures are not counted, and do not wait; nor are tunnels through a proxy while they are opened.
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
   * Trusted CA certificates in PEM, in place of Node's, for servers and proxies. Certificates are always verified: no
   * option and no environment variable disables that.
   *
   * @defaultValue the certificates that Node trusts, those of `NODE_EXTRA_CA_CERTS` included
   */
  readonly ca?: string | readonly string[] | undefined;
  /**
   * A client certificate in PEM, with its chain, for servers that demand one. Given with {@link key}. A proxy never
   * receives it.
   */
  readonly cert?: string | undefined;
  /** The private key of {@link cert} in PEM, not encrypted: a string or a `Secret`. */
  readonly key?: string | Secret | undefined;
  /**
   * The URL of an HTTP proxy, `http://user:password@proxy.example:3128`, or `https:` for one that speaks TLS: a string,
   * or a `Secret` because of its password. Every request goes through a tunnel (`CONNECT`) of its own to the server,
   * whose certificate is verified as without a proxy; a proxy that refuses, fails or does not respond leaves a capture
   * `unsent`. `false` for a direct connection, whatever the environment says.
   *
   * @defaultValue the proxies of `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` where Node's own `fetch` uses them: with
   * `NODE_USE_ENV_PROXY=1` or `--use-env-proxy`; otherwise none. Read when the transport is created.
   */
  readonly proxy?: string | Secret | false | undefined;
}
