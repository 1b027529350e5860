import http from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import { createSecureContext } from 'node:tls';
import type { CheckedNodeOptions } from './check-options.ts';

/** Where the sockets of one transport come from. */
export interface Connections {
  /** The agent for a protocol. */
  agentFor(protocol: string): http.Agent;
  /** Whether a connection is kept after its request. */
  kept(): boolean;
  /** Closes what is idle; what is in use is closed after its answer. */
  close(): void;
}

/** Makes the agents of one transport: its own, so that nothing that is set for the whole process (a proxy, a pool, a TLS setting) reaches a capture. */
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

/** One context for all connections: making it reads every certificate that Node trusts. */
function secured(ca: string[] | undefined): https.AgentOptions {
  return {
    secureContext: createSecureContext({ minVersion: 'TLSv1.2', ...(ca && { ca }) }),
    // HTTP/2 knows ways of sending again that nobody sees.
    ALPNProtocols: ['http/1.1'],
    // Said, because NODE_TLS_REJECT_UNAUTHORIZED counts where nothing is said.
    rejectUnauthorized: true,
  };
}

/**
 * Bytes that come on an idle connection answer nobody, and must not be taken for the answer to the next request: such a connection is given up. A newer Node does so
 * when they come, an older one not at all.
 */
function guarded(agent: http.Agent, kept: () => boolean): http.Agent {
  const read = new WeakMap<Duplex, number>();
  const bytesOf = (socket: Duplex): number => (socket as Duplex & { readonly bytesRead: number }).bytesRead;
  // It returns whether the connection may be kept, which its types do not say.
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
