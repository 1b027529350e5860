import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { WirePoint } from './points.ts';

/** One complete request, as it passes. */
export interface PassingRequest {
  readonly line: string;
  readonly body: string;
}

/** A strike that waits for its moment on the wire. */
export interface ArmedStrike {
  readonly point: WirePoint;
  readonly strike: () => 'killed' | 'stopped';
  /** Occurrences until it strikes. */
  left: number;
}

/** Options of {@link startProxy}. */
export interface ProxyOptions {
  /** The server behind it. */
  readonly port: number;
  readonly isCapture: (request: PassingRequest) => boolean;
  /** Called with each capture whose last byte passes. */
  readonly onCapture: (request: PassingRequest) => void;
}

/** A TCP proxy that holds each part of an exchange until all of it has arrived, so it knows what has passed. */
export interface Proxy {
  readonly url: string;
  armed: ArmedStrike | undefined;
  readonly close: () => void;
}

/** Starts a proxy on loopback, for one process. Every connection carries one request. */
export async function startProxy(options: ProxyOptions): Promise<Proxy> {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(options.port, '127.0.0.1');
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket
        .on('error', () => undefined)
        .on('close', () => {
          sockets.delete(socket);
          // With a process dies what it was sending.
          if (socket === client) upstream.destroy();
        });
    }
    exchange(client, upstream, proxy, options).catch(() => {
      client.destroy();
      upstream.destroy();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const proxy: Proxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    armed: undefined,
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
  return proxy;
}

/** Strikes if this is the moment. Returns true where the process is dead. */
function isKilledAt(proxy: Proxy, point: WirePoint): boolean {
  const { armed } = proxy;
  if (armed?.point !== point) return false;
  armed.left -= 1;
  if (armed.left > 0) return false;
  proxy.armed = undefined;
  return armed.strike() === 'killed';
}

async function exchange(
  client: Socket,
  upstream: Socket,
  proxy: Proxy,
  { isCapture, onCapture }: ProxyOptions,
): Promise<void> {
  const bytes = await wholeRequest(client);
  if (!bytes) return;
  const request = read(bytes);
  const gone = (point: WirePoint): boolean => isKilledAt(proxy, point);
  const isOfCapture = isCapture(request);
  if (!isOfCapture && gone('looking-up')) return;
  if (isOfCapture) {
    await pass(upstream, bytes.subarray(0, 1));
    if (gone('first-byte')) {
      upstream.destroy();
      return;
    }
    onCapture(request);
    await pass(upstream, bytes.subarray(1));
  } else await pass(upstream, bytes);
  const response = await wholeResponse(upstream);
  if (!isOfCapture) return void client.end(response);
  if (gone('last-byte')) return;
  if (response.length === 0) return void client.destroy();
  const head = response.indexOf('\r\n\r\n') + 4;
  const half = head + Math.floor((response.length - head) / 2);
  await pass(client, response.subarray(0, head));
  if (gone('headers-in')) return;
  await pass(client, response.subarray(head, half));
  if (gone('half-body')) return;
  client.end(response.subarray(half));
}

/** Writes and waits until the kernel has it. */
const pass = (socket: Socket, bytes: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) =>
    socket.write(bytes, (error) => {
      if (error) reject(error);
      else resolve();
    }),
  );

function wholeRequest(client: Socket): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    let bytes = Buffer.alloc(0);
    client.on('data', (chunk) => {
      bytes = Buffer.concat([bytes, chunk]);
      const head = bytes.indexOf('\r\n\r\n') + 4;
      const length = Number(/content-length: *(\d+)/i.exec(bytes.toString('latin1'))?.[1] ?? 0);
      if (head > 3 && bytes.length >= head + length) resolve(bytes);
    });
    client.on('close', () => {
      resolve(undefined);
    });
  });
}

function wholeResponse(upstream: Socket): Promise<Buffer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    upstream.on('data', (chunk) => chunks.push(chunk));
    upstream.on('close', () => {
      resolve(Buffer.concat(chunks));
    });
  });
}

function read(bytes: Buffer): PassingRequest {
  const text = bytes.toString('latin1');
  return { line: text.slice(0, text.indexOf('\r\n')), body: text.slice(text.indexOf('\r\n\r\n') + 4) };
}
