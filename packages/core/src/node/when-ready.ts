import { isIP, type Socket } from 'node:net';

/** What happens on the way to a connection that can be written to. */
export interface Steps {
  /** The name of the host is being resolved. */
  resolving(): void;
  /** The address is known: connecting, then TLS. */
  connecting(): void;
  /** Connected, and with TLS the certificate is accepted: the first byte may leave. */
  ready(): void;
  /** A connection of the pool has ended in the meantime. */
  ended(): void;
}

// True in a TLSSocket until its `secureConnect`; not in the types of Node.
type Securing = Socket & { readonly secureConnecting?: boolean };

/** Follows the socket that a request was given, which is new or comes from the pool. If it fails on the way the request is told by Node, not from here. */
export function whenReady(socket: Securing, host: string, secure: boolean, steps: Steps): void {
  if (!socket.connecting && socket.secureConnecting !== true) {
    if (socket.writable) steps.ready();
    else steps.ended();
    return;
  }
  if (isIP(host) === 0) {
    steps.resolving();
    socket.once('lookup', () => {
      steps.connecting();
    });
  } else steps.connecting();
  socket.once(secure ? 'secureConnect' : 'connect', () => {
    steps.ready();
  });
}
