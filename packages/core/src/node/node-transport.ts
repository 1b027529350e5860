import { TransportError, type Transport } from '../transport/http.ts';
import { checkNodeOptions } from './check-options.ts';
import { createConnections } from './connections.ts';
import { RequestExchange } from './request-exchange.ts';
import type { NodeTransportOptions } from './options.ts';
import { Targets } from './target.ts';

/** A {@link Transport} on `node:http`. */
export interface NodeTransport extends Transport {
  /**
   * Closes the idle connections of the pool. A request that is under way is not touched; its connection is closed after it, and so is that of every later one. Not
   * needed for a program to end: idle connections do not hold it.
   */
  close(): void;
}

/**
 * A transport for servers: HTTP/1.1 on `node:http` and `node:https`, with a deadline for each phase. It says `unsent` whenever no byte of the request was given to a
 * connection that stands, and `in-doubt` from then on, whatever the error says. One attempt, redirects handed back, no proxy, TLS 1.2 or newer; an answer with a
 * content-encoding is not read. Pass it as `transport` to any provider, and share it among them.
 *
 * Throws `InvalidOptionsError`.
 */
export function createNodeTransport(options: NodeTransportOptions = {}): NodeTransport {
  const checked = checkNodeOptions(options);
  const connections = createConnections(checked);
  const context = { connections, targets: new Targets(), limits: checked.limits };
  return {
    send(request, { signal }) {
      if (signal.aborted) return Promise.reject(new TransportError('unsent', 'aborted'));
      return new Promise((resolve, reject) => {
        new RequestExchange(context, signal, resolve, reject).start(request);
      });
    },
    close() {
      connections.close();
    },
  };
}
