import type http from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import { createSecureContext } from 'node:tls';
import type { Operation } from '../transport/http.ts';
import type { CheckedNodeOptions } from './check-options.ts';
import { nodeHttp } from './node-http.ts';

/** The agent of a request, and the `connection` header that belongs to it. */
export interface ConnectionSource {
  readonly agent: http.Agent;
  readonly connection: 'keep-alive' | 'close';
}

/** The source of the sockets of one transport. */
export interface Connections {
  /** Returns the source for a request: connections that are kept for lookups, otherwise one for this request alone. */
  sourceFor(protocol: string, operation: Operation): ConnectionSource;
  /** Closes idle connections; those in use are closed after their response. */
  close(): void;
}

/**
 * Creates the agents of one transport: its own, so that no process-wide setting (proxy, pool, TLS) affects a capture.
 *
 * Captures and lookups never share an agent. A response that arrives late on a kept connection, after the next request
 * was written, cannot be distinguished from the response to that request, and most refusals name no payment.
 */
export function createConnections({ pool, ca }: CheckedNodeOptions): Connections {
  let closed = false;
  const secured = once(() => secureOptions(ca));
  const create = (protocol: string, options: http.AgentOptions): http.Agent =>
    protocol === 'https:' ? new https.Agent({ ...options, ...secured() }) : new nodeHttp.Agent(options);
  const single = byProtocol((protocol) => create(protocol, { keepAlive: false }));
  const kept =
    pool &&
    byProtocol((protocol) => guarded(create(protocol, { keepAlive: true, ...poolOptions(pool) }), () => !closed));
  return {
    sourceFor(protocol, operation) {
      // A caller without types may leave the operation out: anything but a lookup may be a capture.
      return kept && !closed && operation === 'lookup'
        ? { agent: kept.of(protocol), connection: 'keep-alive' }
        : { agent: single.of(protocol), connection: 'close' };
    },
    close() {
      closed = true;
      for (const { freeSockets } of kept?.agents() ?? [])
        for (const socket of Object.values(freeSockets).flatMap((each) => each ?? [])) socket.destroy();
    },
  };
}

function poolOptions({ maxSockets, idleTimeout }: NonNullable<CheckedNodeOptions['pool']>): http.AgentOptions {
  return { maxSockets, maxFreeSockets: maxSockets, timeout: idleTimeout };
}

/** One agent for each protocol, created when it is needed first. */
function byProtocol(create: (protocol: string) => http.Agent) {
  const agents = new Map<string, http.Agent>();
  return {
    agents: () => agents.values(),
    of(protocol: string): http.Agent {
      const agent = agents.get(protocol) ?? create(protocol);
      agents.set(protocol, agent);
      return agent;
    },
  };
}

function once<T>(create: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= create());
}

/** TLS options with one context for all connections: creating it reads every certificate that Node trusts. */
function secureOptions(ca: string[] | undefined): https.AgentOptions {
  return {
    secureContext: createSecureContext({ minVersion: 'TLSv1.2', ...(ca && { ca }) }),
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
