import { isIP, type Socket } from 'node:net';

/** Events on the way to a connection that can be written to. */
export interface ConnectionEvents {
  /** The host name is being resolved. */
  onResolving(): void;
  /** The address is known: connecting, then TLS. */
  onConnecting(): void;
  /** Connected, and with TLS the certificate is accepted: the first byte may leave. */
  onReady(): void;
  /** A pooled connection has ended in the meantime, or a new one failed at once: then with its error. */
  onEnded(error: Error | null): void;
}

// True in a TLSSocket until its `secureConnect`; missing from Node's types.
type Securing = Socket & { readonly secureConnecting?: boolean };

/**
 * Follows the new or pooled socket of a request until it is ready. Node itself reports failures on the way to the
 * request.
 */
export function whenReady(socket: Securing, host: string, secure: boolean, events: ConnectionEvents): void {
  if (!socket.connecting && socket.secureConnecting !== true) {
    if (socket.writable) events.onReady();
    else events.onEnded(socket.errored);
    return;
  }
  // Inside a tunnel there is no name to resolve: only the handshake is left.
  if (socket.connecting && isIP(host) === 0) {
    events.onResolving();
    socket.once('lookup', () => {
      events.onConnecting();
    });
  } else events.onConnecting();
  socket.once(secure ? 'secureConnect' : 'connect', () => {
    events.onReady();
  });
}
