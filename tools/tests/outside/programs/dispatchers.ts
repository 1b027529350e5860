import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Fetch } from '../../../../packages/core/src/transport/fetch.ts';
import { createKyTransport } from '../../../../packages/core/src/transport/ky-transport.ts';

// A capture through a proxy that a dispatcher of undici names, with the `fetch` of the same undici and with that of
// Node, for every major version.
interface Undici {
  readonly fetch: unknown;
  readonly ProxyAgent: new (url: string) => object;
}

const { url: proxyUrl, requests } = await proxy();
const outcomes: Record<string, unknown> = {};
for (const version of [6, 7, 8]) {
  const undici = (await import(`undici-${version}`)) as Undici;
  for (const [name, fetch] of [
    ['own', undici.fetch],
    ['node', globalThis.fetch],
  ] as const) {
    const dispatcher = new undici.ProxyAgent(proxyUrl);
    const withDispatcher: Fetch = (url, init) => (fetch as Fetch)(url, Object.assign({}, init, { dispatcher }));
    const before = requests();
    const request = { method: 'POST', url: 'http://api.example/capture', headers: {}, body: 'x' } as const;
    const sent = createKyTransport({ fetch: withDispatcher }).send(request, {
      signal: AbortSignal.timeout(20_000),
      operation: 'capture',
    });
    const outcome = await sent.then(({ status }) => status).catch((error: unknown) => summary(error as Failure));
    outcomes[`undici ${version}, fetch of ${name}`] = [outcome, requests() - before];
  }
}
process.stdout.write(JSON.stringify(outcomes));
process.exit(0);

interface Failure {
  readonly phase: string;
  readonly detail?: string;
  readonly nativeCode?: string;
}

function summary({ phase, detail, nativeCode }: Failure): string {
  return [phase, detail, nativeCode].join(' ');
}

/** A proxy that responds itself, inside a tunnel or to the absolute form. */
async function proxy(): Promise<{ readonly url: string; readonly requests: () => number }> {
  let count = 0;
  const server = createServer((request, response) => {
    count += 1;
    request.resume().on('end', () => response.end('{}'));
  });
  server.on('connect', (_request, socket) => {
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    // The tunnel leads back to this server.
    server.emit('connection', socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests: () => count };
}
