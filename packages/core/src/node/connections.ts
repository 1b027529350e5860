import http from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import { createSecureContext } from 'node:tls';
import type { CheckedNodeOptions } from './check-options.ts';

/** The source of the sockets of one transport. */
export interface Connections {
  /** Returns the agent for a protocol. */
  agentFor(protocol: string): http.Agent;
  /** True while connections are kept after their requests. */
  kept(): boolean;
  /** Closes idle connections; those in use are closed after their response. */
  close(): void;
}

/**
 * Creates the agents of one transport: its own, so that no process-wide setting (proxy, pool, TLS) affects a capture.
 */
export function createConnections({ pool, ca }: CheckedNodeOptions): Connections {
  const agents = new Map<string, http.Agent>();
  let closed = false;
  const kept = (): boolean => pool !== undefined && !closed;
  const options: http.AgentOptions = pool
    ? { keepAlive: true, maxSockets: pool.maxSockets, maxFreeSockets: pool.maxSockets, timeout: pool.idleTimeout }
    : { keepAlive: false };
  const make = (protocol: string): http.Agent =>
    guarded(protocol === 'https:' ? new https.Agent({ ...options, ...secured(ca) }) : new http.Agent(options), kept);
  return {
    kept,
    agentFor(protocol) {
      const found = agents.get(protocol) ?? make(protocol);
      agents.set(protocol, found);
      return found;
    },
    close() {
      closed = true;
      for (const { freeSockets } of agents.values())
        for (const socket of Object.values(freeSockets).flatMap((each) => each ?? [])) socket.destroy();
    },
  };
}

/** TLS options with one context for all connections: creating it reads every certificate that Node trusts. */
function secured(ca: string[] | undefined): https.AgentOptions {
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
function guarded(agent: http.Agent, kept: () => boolean): http.Agent {
  const read = new WeakMap<Duplex, number>();
  const bytesOf = (socket: Duplex): number => (socket as Duplex & { readonly bytesRead: number }).bytesRead;
  // Returns whether the connection may be kept, which Node's types omit.
  const keep: (socket: Duplex) => unknown = agent.keepSocketAlive.bind(agent);
  const reuse = agent.reuseSocket.bind(agent);
  agent.keepSocketAlive = (socket): boolean => {
    if (!kept() || keep(socket) === false) return false;
    read.set(socket, bytesOf(socket));
    return true;
  };
  agent.reuseSocket = (socket, request): void => {
    if (bytesOf(socket) !== read.get(socket)) socket.destroy();
    reuse(socket, request);
  };
  return agent;
}
