import { isIP, type Socket } from 'node:net';

/** Events on the way to a connection that can be written to. */
export interface ConnectionEvents {
  /** The host name is being resolved. */
  onResolving(): void;
  /** The address is known: connecting, then TLS. */
  onConnecting(): void;
  /** Connected, and with TLS the certificate is accepted: the first byte may leave. */
  onReady(): void;
  /** A pooled connection has ended in the meantime. */
  onEnded(): void;
}

// True in a TLSSocket until its `secureConnect`; not in the types of Node.
type Securing = Socket & { readonly secureConnecting?: boolean };

/** Follows the socket that a request was given, which is new or comes from the pool. If it fails on the way the request is told by Node, not from here. */
export function whenReady(socket: Securing, host: string, secure: boolean, events: ConnectionEvents): void {
  if (!socket.connecting && socket.secureConnecting !== true) {
    if (socket.writable) events.onReady();
    else events.onEnded();
    return;
  }
  if (isIP(host) === 0) {
    events.onResolving();
    socket.once('lookup', () => {
      events.onConnecting();
    });
  } else events.onConnecting();
  socket.once(secure ? 'secureConnect' : 'connect', () => {
    events.onReady();
  });
}
