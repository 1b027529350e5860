import type http from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import { createSecureContext } from 'node:tls';
import type { Operation } from '../transport/http.ts';
import type { CheckedNodeOptions, Identity } from './check-options.ts';
import { nodeHttp } from './node-http.ts';
import type { Proxy } from './proxy.ts';
import type { Target } from './target.ts';
import { Tunnel, type TunnelEvents, type TunnelSource } from './tunnel.ts';

/** The agent of a request, and the `connection` header that belongs to it. */
export interface ConnectionSource {
  readonly agent: http.Agent;
  readonly connection: 'keep-alive' | 'close';
}

/** The source of the sockets of one transport. */
export interface Connections {
  /** Returns the source for a request: connections that are kept for lookups, otherwise one for this request alone. */
  sourceFor(target: Target, operation: Operation): ConnectionSource;
  /** Closes idle connections; those in use are closed after their response. */
  close(): void;
}

/** A member of the options of a request, for agents that open a tunnel for it. */
export interface TunnelledRequest {
  readonly tunnelEvents: TunnelEvents;
}

/**
 * Creates the agents of one transport: its own, so that no process-wide setting (pool, TLS, proxy of an agent) affects
 * a capture. Each proxy has agents of its own, so that a kept tunnel is used again for its own proxy and target only.
 *
 * Captures and lookups never share an agent. A response that arrives late on a kept connection, after the next request
 * was written, cannot be distinguished from the response to that request, and most refusals name no payment.
 */
export function createConnections(options: CheckedNodeOptions): Connections {
  const { pool, chooseProxy } = options;
  let closed = false;
  const secured = once(() => secureOptions(options.ca, options.identity));
  const securedProxy = once(() => secureOptions(options.ca));
  const create = (protocol: string, proxy: Proxy | undefined, kept: http.AgentOptions): http.Agent => {
    const agent = protocol === 'https:' ? new https.Agent({ ...kept, ...secured() }) : new nodeHttp.Agent(kept);
    return proxy ? tunnelling(agent, { proxy, agent: proxyAgents.of(proxy.protocol) }) : agent;
  };
  const proxyAgents = byKey((protocol) =>
    protocol === 'https:' ? new https.Agent({ ...NOT_KEPT, ...securedProxy() }) : new nodeHttp.Agent(NOT_KEPT),
  );
  const single = byRoute((protocol, proxy) => create(protocol, proxy, NOT_KEPT));
  const kept =
    pool &&
    byRoute((protocol, proxy) =>
      guarded(create(protocol, proxy, { keepAlive: true, ...poolOptions(pool) }), () => !closed),
    );
  return {
    sourceFor(target, operation) {
      const proxy = chooseProxy?.(target);
      // A caller without types may leave the operation out: anything but a lookup may be a capture.
      return kept && !closed && operation === 'lookup'
        ? { agent: kept.of(target.protocol, proxy), connection: 'keep-alive' }
        : { agent: single.of(target.protocol, proxy), connection: 'close' };
    },
    close() {
      closed = true;
      for (const { freeSockets } of kept?.agents() ?? [])
        for (const socket of Object.values(freeSockets).flatMap((each) => each ?? [])) socket.destroy();
    },
  };
}

const NOT_KEPT = { keepAlive: false };

/** Has the connections of an agent made through a proxy. */
function tunnelling(agent: http.Agent, source: TunnelSource): http.Agent {
  const connect = agent.createConnection.bind(agent);
  const secure = agent instanceof https.Agent;
  agent.createConnection = (options, opened): undefined => {
    const { host, port, tunnelEvents } = options as http.ClientRequestArgs & TunnelledRequest;
    new Tunnel(source, tunnelEvents, (failure, socket) => {
      // `socket` is an option of `tls.connect`: the handshake with the target takes place inside the tunnel.
      const connected = socket && secure ? connect({ ...options, socket } as typeof options) : socket;
      opened?.(failure, connected as Duplex);
    }).open(String(host), port ?? (secure ? 443 : 80));
  };
  return agent;
}

function poolOptions({ maxSockets, idleTimeout }: NonNullable<CheckedNodeOptions['pool']>): http.AgentOptions {
  return { maxSockets, maxFreeSockets: maxSockets, timeout: idleTimeout };
}

/** One agent for each key, created when it is needed first. */
function byKey<Key>(create: (key: Key) => http.Agent) {
  const agents = new Map<Key, http.Agent>();
  return {
    agents: () => agents.values(),
    of(key: Key): http.Agent {
      const agent = agents.get(key) ?? create(key);
      agents.set(key, agent);
      return agent;
    },
  };
}

/** One agent for each protocol of a target and each way to it. */
function byRoute(create: (protocol: string, proxy: Proxy | undefined) => http.Agent) {
  const protocols = new Map<string, ReturnType<typeof byKey<Proxy | undefined>>>();
  return {
    agents: () => [...protocols.values()].flatMap((one) => [...one.agents()]),
    of(protocol: string, proxy: Proxy | undefined): http.Agent {
      const routes = protocols.get(protocol) ?? byKey<Proxy | undefined>((key) => create(protocol, key));
      protocols.set(protocol, routes);
      return routes.of(proxy);
    },
  };
}

function once<T>(create: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= create());
}

/** TLS options with one context for all connections: creating it reads every certificate that Node trusts. */
function secureOptions(ca: string[] | undefined, identity?: Identity): https.AgentOptions {
  const { cert, key } = identity ?? {};
  return {
    secureContext: createSecureContext({
      minVersion: 'TLSv1.2',
      ...(ca && { ca }),
      ...(cert !== undefined && key && { cert, key: key.reveal() }),
    }),
    // HTTP/2 can resend requests invisibly.
    ALPNProtocols: ['http/1.1'],
    // Explicit, because NODE_TLS_REJECT_UNAUTHORIZED applies by default.
    rejectUnauthorized: true,
  };
}

/**
 * Gives up idle connections on which bytes have arrived: they respond to nothing, and must not be taken for the
 * response to the next request. Newer versions of Node do so on arrival, older ones not at all.
 */
function guarded(agent: http.Agent, isOpen: () => boolean): http.Agent {
  const read = new WeakMap<Duplex, number>();
  const bytesOf = (socket: Duplex): number => (socket as Duplex & { readonly bytesRead: number }).bytesRead;
  // Returns whether the connection may be kept, which Node's types omit.
  const keep: (socket: Duplex) => unknown = agent.keepSocketAlive.bind(agent);
  const reuse = agent.reuseSocket.bind(agent);
  agent.keepSocketAlive = (socket): boolean => {
    if (!isOpen() || keep(socket) === false) return false;
    read.set(socket, bytesOf(socket));
    return true;
  };
  agent.reuseSocket = (socket, request): void => {
    if (bytesOf(socket) !== read.get(socket)) socket.destroy();
    reuse(socket, request);
  };
  return agent;
}
