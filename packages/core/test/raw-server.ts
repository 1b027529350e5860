import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A raw TCP server on loopback that counts the complete requests that it has read: those may have been executed. */
export interface RawServer {
  readonly url: string;
  readonly executed: () => number;
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** Reactions of the server to the events of a connection. */
export interface Behaviour {
  readonly onConnect?: (socket: Socket) => void;
  readonly onRequest?: (socket: Socket) => void;
}

/**
 * Starts a server on a free port. A request is complete when its headers and as many bytes as its content-length have
 * arrived.
 */
export async function rawServer({ onConnect, onRequest }: Behaviour): Promise<RawServer> {
  const requests: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => undefined);
    onConnect?.(socket);
    let received = '';
    socket.on('data', (chunk: Buffer) => {
      received += chunk.toString('latin1');
      const end = received.indexOf('\r\n\r\n');
      const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? 0);
      if (end === -1 || received.length < end + 4 + length) return;
      requests.push(received);
      received = '';
      onRequest?.(socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    executed: () => requests.length,
    requests,
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => {
          resolve();
        });
      }),
  };
}

/** Writes a complete HTTP response. */
export function httpResponse(body: string, { status = '200 OK', headers = [] as string[] } = {}): string {
  const length = Buffer.byteLength(body);
  return [
    `HTTP/1.1 ${status}`,
    'content-type: application/json',
    ...headers,
    `content-length: ${length}`,
    '',
    body,
  ].join('\r\n');
}
