import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSandbox } from '@capture/sandbox';
import { createAdaptorServer } from '@hono/node-server';
import { PROVIDERS } from '../providers/index.ts';
import { createApp } from './app.ts';
import { HEADERS_TIMEOUT, MAX_CONNECTIONS, MAX_HEADER_BYTES, REQUEST_TIMEOUT } from './guarding/limits.ts';
import { readPage } from './http/static-files.ts';
import { createTargets } from './targets.ts';

/** The settings of a playground. */
export interface PlaygroundOptions {
  /** The folder that the page was built into. */
  readonly page: string;
  /** The first port to try, 4242 by default; the next free one is taken. 0 takes any free port. */
  readonly port?: number;
  /** Allows captures of real money with the credentials in `environment`. Off by default. */
  readonly live?: boolean;
  readonly environment?: NodeJS.ProcessEnv;
  /** Milliseconds that a client of the sandbox waits for a response, 3000 by default. */
  readonly sandboxTimeout?: number;
}

/** A playground that is listening. */
export interface Playground {
  /** The URL of the page, with the token of this session in the fragment, which browsers never send. */
  readonly address: string;
  readonly origin: string;
  readonly token: string;
  readonly close: () => Promise<void>;
}

const PORTS_TO_TRY = 20;

/** Starts the sandbox and the server of the page in this process, on loopback. */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { page, port = 4242, live = false, environment = {}, sandboxTimeout = 3000 } = options;
  if (environment['NODE_TLS_REJECT_UNAUTHORIZED'] === '0')
    throw new Error(
      'NODE_TLS_REJECT_UNAUTHORIZED=0 disables certificate verification. The playground does not start with it.',
    );
  const sandbox = createSandbox();
  const server = await sandbox.listen();
  const targets = createTargets({ providers: PROVIDERS, sandbox, server, sandboxTimeout, live, environment });
  const token = randomBytes(24).toString('base64url');
  const app = createApp({ sandbox, targets, page: readPage(page), token, live, port: () => portOf(http) });
  const http = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: {
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout: HEADERS_TIMEOUT,
      requestTimeout: REQUEST_TIMEOUT,
    },
  }) as Server;
  http.maxConnections = MAX_CONNECTIONS;
  await listenFrom(http, port);
  const origin = `http://127.0.0.1:${portOf(http)}`;
  return {
    origin,
    token,
    address: `${origin}/#${token}`,
    close: async () => {
      http.closeAllConnections();
      http.close();
      await server.close();
    },
  };
}

/** Listens on the port or the next free one; if twenty are taken, on any free one. */
async function listenFrom(server: Server, first: number): Promise<void> {
  const ports = first === 0 ? [0] : [...Array.from({ length: PORTS_TO_TRY }, (_, i) => first + i), 0];
  for (const port of ports) {
    try {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
