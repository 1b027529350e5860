import type { Agent, ClientRequest, IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP, type Socket } from 'node:net';
import type { ErrorDetail } from '../errors/error-details.ts';
import { nativeCode, unsentCode } from '../transport/failure-code.ts';
import { TransportError, type TransportFailureCode } from '../transport/http.ts';
import { MAX_HEAD_BYTES } from './limits.ts';
import { nodeHttp } from './node-http.ts';
import type { Proxy } from './proxy.ts';
import { type ConnectionEvents, whenReady } from './when-ready.ts';

/** Events of a tunnel on its way to the target. */
export interface TunnelEvents {
  /** The tunnel is being opened; it is destroyed if its request fails before it is open. */
  onTunnel(tunnel: Tunnel): void;
  /** The host name of the proxy is being resolved. */
  onProxyResolving(): void;
  /** The address of the proxy is known: connecting, and TLS where the proxy speaks it. */
  onProxyConnecting(): void;
  /** The target is requested from the proxy. */
  onProxyRequest(): void;
}

/** The end of a tunnel's opening: a connection to the target, to which nothing was written, or the failure. */
export type TunnelOpened = (failure: TransportError | null, socket?: Socket) => void;

/** Opens tunnels through one proxy. */
export interface TunnelSource {
  readonly proxy: Proxy;
  readonly agent: Agent;
}

/**
 * One `CONNECT` through a proxy. Nothing of the request is in it but host and port of its target, so that every failure
 * here is unsent. It is written when the connection to the proxy is established, and with TLS its certificate accepted.
 */
export class Tunnel implements ConnectionEvents {
  readonly #source: TunnelSource;
  readonly #events: TunnelEvents;
  readonly #opened: TunnelOpened;
  #outgoing: ClientRequest | undefined;
  #requested = false;
  #settled = false;

  constructor(source: TunnelSource, events: TunnelEvents, opened: TunnelOpened) {
    this.#source = source;
    this.#events = events;
    this.#opened = opened;
  }

  /** Opens the tunnel to a target. Called once. */
  open(host: string, port: number | string): void {
    const { agent, proxy } = this.#source;
    const secure = proxy.protocol === 'https:';
    const authority = `${host.includes(':') ? `[${host}]` : host}:${port}`;
    this.#events.onTunnel(this);
    const onError = (error?: unknown): void => {
      this.#onError(error);
    };
    const outgoing: ClientRequest & { readonly agent?: Agent } = (secure ? https : nodeHttp)
      .request({
        agent,
        protocol: proxy.protocol,
        host: proxy.host,
        port: proxy.port,
        method: 'CONNECT',
        path: authority,
        // Explicit, because Node takes it from the host header, which names the target.
        servername: isIP(proxy.host) === 0 ? proxy.host : '',
        headers: {
          host: authority,
          // For proxies that would close a tunnel too, where its request does not ask to keep it.
          connection: 'keep-alive',
          'proxy-connection': 'keep-alive',
          ...(proxy.authorization && { 'proxy-authorization': proxy.authorization.reveal() }),
        },
        maxHeaderSize: MAX_HEAD_BYTES,
        insecureHTTPParser: false,
      })
      // The error listeners are never removed: they also absorb the socket's errors after the tunnel was given up.
      .on('error', onError)
      .on('close', onError)
      .on('socket', (socket) => {
        if (!this.#settled) whenReady(socket, proxy.host, secure, this);
      })
      .on('connect', (response, socket: Socket, early: Buffer) => {
        this.#onResponse(response, socket, early);
      });
    this.#outgoing = outgoing;
    if (outgoing.agent !== agent) this.#fail('connection_failed', 'intercepted');
  }

  onResolving(): void {
    this.#events.onProxyResolving();
  }

  onConnecting(): void {
    this.#events.onProxyConnecting();
  }

  onReady(): void {
    if (this.#settled) return;
    this.#requested = true;
    this.#events.onProxyRequest();
    this.#outgoing?.end();
  }

  onEnded(error: Error | null): void {
    this.#onError(error);
  }

  /** Gives the tunnel up. */
  destroy(): void {
    this.#settled = true;
    this.#outgoing?.destroy();
  }

  #onResponse({ statusCode = 0 }: IncomingMessage, socket: Socket, early: Buffer): void {
    // Also absorbs what happens to the socket after its request has ended.
    socket.on('error', () => undefined);
    const accepted = statusCode >= 200 && statusCode < 300;
    if (accepted && early.byteLength === 0 && !this.#settled) {
      this.#settled = true;
      this.#opened(null, socket);
      return;
    }
    socket.destroy();
    const refused = statusCode === 407 ? 'proxy_authentication_required' : 'proxy_refused';
    // Bytes behind the head of an acceptance are no target's: it sends nothing before it has received something.
    if (accepted) this.#fail('connection_failed', 'proxy_not_http');
    else this.#fail('connection_failed', refused, statusCode);
  }

  #onError(error: unknown): void {
    const native = nativeCode(error);
    const code = this.#requested ? 'connection_failed' : unsentCode(native);
    const unreachable = code === 'tls_failed' ? 'proxy_tls_failed' : 'proxy_unreachable';
    this.#fail(code, !this.#requested ? unreachable : native.startsWith('HPE_') ? 'proxy_not_http' : 'proxy_refused');
  }

  #fail(code: TransportFailureCode, detail: ErrorDetail, status?: number): void {
    if (this.#settled) return;
    this.destroy();
    this.#opened(new TransportError('unsent', code, status, { detail }));
  }
}
