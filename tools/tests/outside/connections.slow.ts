import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createSecureServer } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { selfSigned } from '../../../packages/conformance/src/support/certificate.ts';
import { OUTSIDE, RUNTIMES } from '../../workspace/outside-tools.ts';
import { run } from '../../workspace/run.ts';
import { ROOT } from '../../workspace/workspace.ts';

// The connections of five captures in a row over TLS, to a server that offers HTTP/2, in every runtime; and their way
// where the environment names a proxy. docs/support.md states both.
const certificate = selfSigned();
const folder = mkdtempSync(join(tmpdir(), 'capture-ca-'));
const caFile = join(folder, 'ca.pem');
beforeAll(() => {
  writeFileSync(caFile, certificate.cert);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Those whose `fetch` negotiates HTTP/2. */
const HTTP_2 = ['Node 26', 'Deno'];
/** Those of them that keep the connection: HTTP/2 has no `connection: close`. Deno is given a client for each call. */
const KEEPING = ['Node 26'];
/** Those whose `fetch` obeys the proxies of the environment by default. */
const PROXIED = ['Bun', 'Deno'];
const TRANSPORTS = ['fetch', 'node'] as const;

interface Seen {
  readonly versions: string[];
  readonly connections: Set<Socket>;
}

function listening(server: Server | ReturnType<typeof createSecureServer>, sockets: Set<Socket>): Promise<number> {
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return once(server, 'listening').then(() => (server.address() as AddressInfo).port);
}

async function secureServer(): Promise<Seen & { readonly url: string }> {
  const seen: Seen = { versions: [], connections: new Set() };
  const server = createSecureServer({ ...certificate, allowHTTP1: true }, (request, response) => {
    seen.versions.push(request.httpVersion);
    request.resume().on('end', () => response.end('{}'));
  });
  return { ...seen, url: `https://127.0.0.1:${await listening(server, seen.connections)}/capture` };
}

async function plainServer(): Promise<Seen & { readonly url: string }> {
  const seen: Seen = { versions: [], connections: new Set() };
  const server = createServer((request, response) => {
    seen.versions.push(request.httpVersion);
    request.resume().on('end', () => response.end('{}'));
  });
  return { ...seen, url: `http://127.0.0.1:${await listening(server, seen.connections)}/capture` };
}

/** A proxy that refuses everything, and counts. */
async function proxy(): Promise<{ readonly url: string; readonly requests: string[] }> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket: Socket) => {
    requests.push(request.url ?? '');
    socket.on('error', () => undefined).end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  return { url: `http://127.0.0.1:${await listening(server, new Set())}`, requests };
}

describe.each(RUNTIMES)('on $name', ({ name, command }) => {
  const flags =
    name === 'Deno'
      ? ['run', '--quiet', '--no-lock', '--allow-all', '--cert', caFile]
      : name === 'Bun'
        ? []
        : ['--no-warnings'];
  const sendFive = async (transport: string, url: string, more: Record<string, string> = {}): Promise<unknown[]> => {
    const program = join(OUTSIDE, 'programs/send-five.ts');
    const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], NODE_EXTRA_CA_CERTS: caFile, ...more };
    const args = [...flags, '--conditions=@capture/source', program, transport, url, certificate.cert];
    return JSON.parse(await run(command, args, { cwd: ROOT, env })) as unknown[];
  };

  test.each(TRANSPORTS)('captures over TLS through %s', { timeout: 60_000 }, async (transport) => {
    const server = await secureServer();
    expect(await sendFive(transport, server.url)).toEqual([200, 200, 200, 200, 200]);
    const http2 = transport === 'fetch' && HTTP_2.includes(name);
    expect(server.versions).toEqual(Array(5).fill(http2 ? '2.0' : '1.1'));
    expect(server.connections.size).toBe(transport === 'fetch' && KEEPING.includes(name) ? 1 : 5);
  });

  test.each(TRANSPORTS)(
    'captures through %s beside the proxies of the environment',
    { timeout: 60_000 },
    async (transport) => {
      const proxied = transport === 'fetch' && PROXIED.includes(name);
      for (const server of [await secureServer(), await plainServer()]) {
        const { url, requests } = await proxy();
        const variables = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy', 'all_proxy'];
        await sendFive(transport, server.url, Object.fromEntries(variables.map((variable) => [variable, url])));
        expect([server.url.slice(0, 5), requests.length > 0, server.versions.length]).toEqual([
          server.url.slice(0, 5),
          proxied,
          proxied ? 0 : 5,
        ]);
      }
    },
  );
});
