import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { createServer as createSecureServer, type TlsOptions } from 'node:tls';
import { onTestFinished } from 'vitest';

/** An HTTP proxy on loopback that opens tunnels, or does something else. */
export interface ConnectProxy {
  /** With user and password, where they are given. */
  readonly urlWith: (credentials?: string) => string;
  readonly url: string;
  /** The requests to the proxy, each up to its empty line. */
  readonly heads: readonly string[];
  /** Connections to the proxy. */
  readonly sockets: readonly Socket[];
  /** Waits until the client has closed all of them. */
  readonly closed: () => Promise<void>;
}

/** Reactions of the proxy. Without them it opens a tunnel for every request. */
export interface ProxyBehaviour {
  readonly onConnect?: (socket: Socket) => void;
  /** In place of a tunnel. */
  readonly onRequest?: (socket: Socket) => void;
  /** In place of the usual acceptance, before the tunnel. */
  readonly acceptance?: string;
  /** The proxy speaks TLS. */
  readonly tls?: TlsOptions;
}

const ACCEPTED = 'HTTP/1.1 200 Connection established\r\n\r\n';

/**
 * Starts a proxy that is closed at the end of the test. Its tunnels lead to the requested port of this machine,
 * whatever the requested host.
 */
export async function connectProxy(behaviour: ProxyBehaviour = {}): Promise<ConnectProxy> {
  const heads: string[] = [];
  const sockets: Socket[] = [];
  const onClient = (socket: Socket): void => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    behaviour.onConnect?.(socket);
    let head = '';
    const onData = (chunk: Buffer): void => {
      head += chunk.toString('latin1');
      if (!head.endsWith('\r\n\r\n')) return;
      socket.off('data', onData);
      heads.push(head);
      if (behaviour.onRequest) behaviour.onRequest(socket);
      else openTunnel(socket, Number(/:(\d+) HTTP/.exec(head)?.[1]), behaviour.acceptance ?? ACCEPTED);
    };
    socket.on('data', onData);
  };
  const server = behaviour.tls ? createSecureServer(behaviour.tls, onClient) : createServer(onClient);
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const urlWith = (credentials = '') =>
    `${behaviour.tls ? 'https' : 'http'}://${credentials}127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: urlWith(),
    urlWith,
    heads,
    sockets,
    closed: async () => {
      // Not `once` of node:events, which rejects after a reset.
      for (const socket of sockets)
        if (!socket.closed)
          await new Promise<void>((resolve) =>
            socket.once('close', () => {
              resolve();
            }),
          );
    },
  };
}

function openTunnel(client: Socket, port: number, acceptance: string): void {
  const target = connect(port, '127.0.0.1', () => {
    client.write(acceptance);
    client.pipe(target).pipe(client);
  });
  target.on('error', () => client.destroy());
  client.on('close', () => target.destroy());
}
