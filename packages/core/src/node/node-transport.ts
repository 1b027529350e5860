import { TransportError, type Transport } from '../transport/http.ts';
import { checkNodeOptions } from './check-options.ts';
import { createConnections } from './connections.ts';
import { RequestExchange } from './request-exchange.ts';
import type { NodeTransportOptions } from './options.ts';
import { Targets } from './target.ts';

/** A {@link Transport} on `node:http`. */
export interface NodeTransport extends Transport {
  /**
   * Closes the idle connections of the pool. Lookups in flight are not affected; their connections are closed after
   * them, and later lookups have a connection each, as captures always have. A process can exit without it: idle
   * connections do not keep it alive.
   */
  close(): void;
}

/**
 * Creates a transport for servers: HTTP/1.1 on `node:http` and `node:https`, with a deadline for each phase. It reports
 * `unsent` as long as no byte of the request was passed to an established connection, and `in-doubt` from then on,
 * whatever the error. A capture always has a connection of its own; lookups may reuse connections (`keepAlive`). One
 * attempt, redirects returned as responses, TLS 1.2 or newer, through a proxy where `proxy` or the environment names
 * one; a response with a content-encoding is not read. Pass it as `transport` to any provider, and share it among them.
 *
 * @throws `InvalidOptionsError` where an option is invalid.
 * @example
 * ```ts
 * const transport = createNodeTransport({ keepAlive: true, deadlines: { connect: 3000 } });
 * const client = createAcme({ ...credentials, transport });
 * ```
 */
export function createNodeTransport(options: NodeTransportOptions = {}): NodeTransport {
  const checked = checkNodeOptions(options);
  const connections = createConnections(checked);
  const context = { connections, targets: new Targets(), limits: checked.limits };
  return {
    send(request, sendContext) {
      if (sendContext.signal.aborted) return Promise.reject(new TransportError('unsent', 'aborted'));
      return new Promise((resolve, reject) => {
        new RequestExchange(context, sendContext.signal, resolve, reject).start(request, sendContext);
      });
    },
    close() {
      connections.close();
    },
  };
}
