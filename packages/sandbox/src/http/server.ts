import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FaultName } from '../faults/faults.ts';
import type { ControlHandler } from '../control/control.ts';
import { CONTROL_PATH } from '../control/route.ts';
import { PROVIDERS, type ProviderName } from '../state/provider-names.ts';
import { basePathOf, destinationOf } from './address.ts';
import type { RequestHandler } from './handle-request.ts';
import { isLoopbackHost } from './loopback.ts';
import { holdRefusedPort } from './refused-port.ts';
import { BODY_LIMIT_MESSAGE, collectBody } from './request-body.ts';
import { writeEffect, writeJson, writeText } from './write-effect.ts';

/** A listening sandbox. */
export interface SandboxServer {
  /** Such as `http://127.0.0.1:4100`. */
  readonly url: string;
  /** The base URL for a client of that provider; with a fault, every call to it meets the fault. */
  readonly baseUrl: (provider: ProviderName, options?: { readonly fault?: FaultName }) => string;
  /** Closes every connection, hanging ones included, and stops listening. */
  readonly close: () => Promise<void>;
}

/**
 * Starts a server on loopback. Other hosts are refused: a client that reaches the sandbox can read and change all of
 * it.
 */
export async function listen(
  handle: RequestHandler,
  control: ControlHandler,
  options: { port?: number; host?: string } = {},
): Promise<SandboxServer> {
  const { port = 0, host = '127.0.0.1' } = options;
  if (!isLoopbackHost(host)) {
    throw new RangeError('The sandbox listens on loopback only: host must be 127.0.0.1, ::1 or localhost.');
  }
  const server = createServer({ headersTimeout: 5000, requestTimeout: 30_000 }, (request, response) => {
    respond(handle, control, request, response).catch(() => request.socket.destroy());
  }).listen(port, host);
  await once(server, 'listening');
  const { address, port: usedPort } = server.address() as AddressInfo;
  const refused = await holdRefusedPort(address);
  const urlHost = address.includes(':') ? `[${address}]` : address;
  const url = `http://${urlHost}:${String(usedPort)}`;
  return {
    url,
    baseUrl: (provider, { fault } = {}) =>
      fault === 'refuse'
        ? `http://${urlHost}:${String(refused.port)}${basePathOf(provider)}`
        : url + basePathOf(provider, fault),
    close: async () => {
      refused.close();
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function respond(
  handle: RequestHandler,
  control: ControlHandler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // A web page could reach loopback under another host name (DNS rebinding), but it cannot choose this header.
  const [, hostName = ''] = /^(.*?)(?::\d+)?$/.exec(request.headers.host ?? '') ?? [];
  const [, path = '', query = ''] = /^([^?]*)\??(.*)$/.exec(request.url ?? '') ?? [];
  // Split by hand: a URL parser would normalize the path and hide a wrong one.
  const to = destinationOf(path);
  if (!isLoopbackHost(hostName)) {
    writeText(response, 421, 'The sandbox serves loopback host names only.');
  } else if (isOfAnotherPage(request)) {
    writeText(response, 403, 'The sandbox refuses requests of other web pages.');
  } else if (path === CONTROL_PATH || path.startsWith(`${CONTROL_PATH}/`)) {
    await control(request, response, `http://${request.headers.host ?? ''}`);
  } else if (!to) {
    writeJson(response, 404, {
      error: 'No emulator has this URL.',
      baseUrls: Object.fromEntries(PROVIDERS.map((provider) => [provider, basePathOf(provider)])),
      control: `${CONTROL_PATH}/openapi.json`,
    });
  } else {
    const body = await collectBody(request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>);
    if (body === undefined) {
      response.setHeader('connection', 'close');
      writeText(response, 413, BODY_LIMIT_MESSAGE);
      return;
    }
    const call = { method: request.method ?? '', query, headers: headersOf(request), body };
    writeEffect(response, await handle(to, call));
  }
}

/**
 * Recognises requests that a web page of another origin made: a form needs no permission to post. Browsers send these
 * headers and pages cannot change them; programs send neither.
 */
function isOfAnotherPage({ headers }: IncomingMessage): boolean {
  const { origin, host = '' } = headers;
  const site = headers['sec-fetch-site'] ?? 'none';
  return (origin !== undefined && origin !== `http://${host}`) || (site !== 'none' && site !== 'same-origin');
}

function headersOf(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
}
