import { ServerResponse } from 'node:http';

/**
 * Everything that HTTP servers of this process write, by port and URL. The playground runs in the process of its test,
 * so its output can be observed at the source, whatever the browser keeps of it.
 */
const written: { readonly port: number | undefined; readonly url: string; readonly bytes: Buffer }[] = [];

for (const method of ['write', 'end'] as const) {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this` below
  const original = ServerResponse.prototype[method] as (...given: unknown[]) => unknown;
  ServerResponse.prototype[method] = function (this: ServerResponse, ...given: unknown[]) {
    const [chunk] = given;
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) {
      const { socket, url = '' } = this.req;
      written.push({ port: socket.localPort, url, bytes: Buffer.from(chunk as string) });
    }
    return original.apply(this, given);
  } as never;
}

/** The API output of a server, without the catalog, which holds the published samples. */
export function writtenBy(origin: string): string {
  const port = Number(new URL(origin).port);
  const responses = written.filter(
    (one) => one.port === port && one.url.startsWith('/api/') && one.url !== '/api/catalog',
  );
  return responses.map(({ bytes }) => bytes.toString('utf8')).join('');
}

/** The last output at a URL. */
export function bytesBy(address: string): Buffer {
  const { port, pathname } = new URL(address);
  return written.findLast((one) => one.port === Number(port) && one.url === pathname)?.bytes ?? Buffer.alloc(0);
}
