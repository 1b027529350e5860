import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';

/** A port on which every connection is refused, until `close`. */
export interface RefusedPort {
  readonly port: number;
  close(): void;
}

/**
 * Finds a port that is certain to refuse. A port that was free a moment ago may be taken by another process; the local
 * end of an open connection is in use, so it is not assigned again, and it does not listen, so it refuses.
 */
export async function holdRefusedPort(host: string): Promise<RefusedPort> {
  const server = createServer((socket) =>
    socket
      .resume()
      .unref()
      .on('error', () => undefined),
  ).listen(0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  // An explicit local address makes the system bind the port, which keeps it from being reused for other connections.
  const socket = connect({ host, port, localAddress: host });
  await once(socket, 'connect');
  socket.unref().on('error', () => undefined);
  server.close();
  return { port: socket.localPort ?? 0, close: () => socket.destroy() };
}
