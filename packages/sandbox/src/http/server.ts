import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { basePathOf, DOCUMENTED_HOSTS } from './address.ts';
import { createCertificate } from './certificate.ts';
import { isLoopbackHost } from './loopback.ts';
import { holdRefusedPort } from './refused-port.ts';
import { respond, type ServerParts } from './respond.ts';
import type { SandboxServer } from './sandbox-server.ts';

const LIMITS = { headersTimeout: 5000, requestTimeout: 30_000 };

/**
 * Starts a server on loopback. Other hosts are refused: a client that reaches the sandbox can read and change all of
 * it.
 */
export async function listen(parts: ServerParts): Promise<SandboxServer> {
  const { port = 0, host = '127.0.0.1', tls = false } = parts.options;
  if (!isLoopbackHost(host)) {
    throw new RangeError('The sandbox listens on loopback only: host must be 127.0.0.1, ::1 or localhost.');
  }
  const certificate = tls ? createCertificate(['localhost', ...DOCUMENTED_HOSTS]) : undefined;
  const server = certificate
    ? createHttpsServer({ ...LIMITS, key: certificate.key, cert: certificate.cert })
    : createHttpServer(LIMITS);
  server.on('request', (request, response) => {
    respond(parts, request, response).catch(() => request.socket.destroy());
  });
  server.listen(port, host);
  await once(server, 'listening');
  const { address, port: usedPort } = server.address() as AddressInfo;
  const refused = await holdRefusedPort(address);
  const urlHost = address.includes(':') ? `[${address}]` : address;
  const scheme = tls ? 'https' : 'http';
  const url = `${scheme}://${urlHost}:${String(usedPort)}`;
  return {
    url,
    certificateAuthority: certificate?.authority,
    baseUrl: (provider, { fault } = {}) =>
      fault === 'refuse'
        ? `${scheme}://${urlHost}:${String(refused.port)}${basePathOf(provider)}`
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
