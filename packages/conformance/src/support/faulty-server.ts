import { createServer, type AddressInfo, type Socket } from 'node:net';
import type { WireRequest } from '@capture/core';

/** The reactions of a {@link faultyServer} to the events of a connection. */
export interface Behaviour {
  readonly onConnect?: (socket: Socket) => void;
  /** The first bytes of a request were read, perhaps all of it. */
  readonly onBytes?: (socket: Socket) => void;
  /** A whole request was read: it counts as executed. */
  readonly onRequest?: (socket: Socket, request: WireRequest) => void;
}

/**
 * A server on loopback, on raw TCP so that it can violate HTTP. It counts the complete requests that it has read: each
 * may have been executed.
 */
export interface FaultyServer {
  readonly port: number;
  readonly url: string;
  readonly requests: readonly WireRequest[];
  /** The requests as they were received, unparsed. */
  readonly raw: readonly string[];
  readonly connections: () => number;
  /** Waits until every connection is closed, so that nothing more can be executed; at most a second. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a server on a free port. */
export async function faultyServer({ onConnect, onBytes, onRequest }: Behaviour): Promise<FaultyServer> {
  const requests: WireRequest[] = [];
  const raw: string[] = [];
  const open = new Set<Socket>();
  let connections = 0;
  let idle = (): void => undefined;
  const server = createServer({ noDelay: true }, (socket) => {
    connections += 1;
    open.add(socket);
    socket.on('close', () => {
      open.delete(socket);
      if (open.size === 0) idle();
    });
    socket.on('error', () => undefined);
    onConnect?.(socket);
    let received = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      if (received.length === 0) onBytes?.(socket);
      received = Buffer.concat([received, chunk]);
      const request = parseRequest(received);
      if (!request) return;
      requests.push(request);
      raw.push(received.toString());
      received = Buffer.alloc(0);
      onRequest?.(socket, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    requests,
    raw,
    connections: () => connections,
    async quiet() {
      if (open.size === 0) return;
      const limit = new AbortController();
      const closed = new Promise<void>((resolve) => (idle = resolve));
      const tooLong = new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 1000);
        limit.signal.addEventListener('abort', () => {
          clearTimeout(timer);
        });
      });
      await Promise.race([closed, tooLong]);
      limit.abort();
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => {
          resolve();
        });
      }),
  };
}

/** Parses a request; `undefined` as long as it is not complete. */
function parseRequest(received: Buffer): WireRequest | undefined {
  const end = received.indexOf('\r\n\r\n');
  if (end === -1) return undefined;
  const [line = '', ...lines] = received.subarray(0, end).toString('latin1').split('\r\n');
  const headers = Object.fromEntries(
    lines.map((header) => [header.split(':', 1)[0]?.toLowerCase() ?? '', header.slice(header.indexOf(':') + 1).trim()]),
  );
  const body = received.subarray(end + 4);
  const chunked = headers['transfer-encoding'] === 'chunked';
  const length = Number(headers['content-length'] ?? 0);
  if (chunked ? !body.toString('latin1').endsWith('0\r\n\r\n') : body.length < length) return undefined;
  const [method = '', url = ''] = line.split(' ');
  const content = body.subarray(0, chunked ? body.length : length).toString();
  return { method: method as WireRequest['method'], url, headers, ...(content === '' ? {} : { body: content }) };
}
