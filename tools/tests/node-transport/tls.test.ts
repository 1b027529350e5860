import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type TlsOptions, type TLSSocket } from 'node:tls';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { selfSigned } from '../../../packages/conformance/src/support/certificate.ts';
import { createNodeTransport, type NodeTransportOptions } from '../../../packages/core/src/node.ts';
import { httpResponse } from '../../../packages/core/test/raw-server.ts';
import { outcomeOf, post } from '../../../packages/core/test/sending.ts';

// The transport for servers over TLS, against a server whose certificate is trusted or not.
const certificate = selfSigned();
const trusting = { ca: certificate.cert };

interface Secured {
  readonly port: number;
  readonly sockets: readonly TLSSocket[];
  readonly read: () => string;
}

/** A TLS server that records the bytes it reads, and calls `onData` for each chunk. */
async function secured(
  onData: (socket: TLSSocket) => void = (socket) => void socket.write(httpResponse('{"ok":true}')),
  options: TlsOptions = {},
): Promise<Secured> {
  const sockets: TLSSocket[] = [];
  let read = '';
  const server = createServer({ ...certificate, ...options }, (socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      read += chunk.toString();
      onData(socket);
    });
  });
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, sockets, read: () => read };
}

const send = ({ port }: Secured, options: NodeTransportOptions = trusting, host = '127.0.0.1') =>
  outcomeOf(createNodeTransport(options), post(`https://${host}:${port}`));

test('a trusted server responds, over HTTP/1.1 even if it offers HTTP/2', async () => {
  const server = await secured(undefined, { ALPNProtocols: ['h2', 'http/1.1'] });
  expect(await send(server)).toMatchObject({ status: 200, body: '{"ok":true}' });
  expect(server.sockets[0]?.alpnProtocol).toBe('http/1.1');
  expect(server.read()).toMatch(/^POST \/capture HTTP\/1\.1\r\n/);
});

test('a pooled connection is reused for lookups, and captures have connections of their own', async () => {
  const used: number[] = [];
  const server = await secured((socket) => {
    used.push(server.sockets.indexOf(socket));
    socket.write(httpResponse('{"ok":true}'));
  });
  const transport = createNodeTransport({ ...trusting, keepAlive: {} });
  const url = `https://127.0.0.1:${server.port}`;
  for (const operation of ['lookup', 'lookup', 'capture', 'capture', 'lookup'] as const)
    expect(await outcomeOf(transport, post(url), { operation })).toMatchObject({ status: 200 });
  expect(used).toEqual([0, 0, 1, 2, 0]);
});

describe('unsent, and the server has read no byte', () => {
  const untrusted = { phase: 'unsent', code: 'tls_failed' };

  test('the certificate is not trusted, whatever the environment says', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    onTestFinished(() => void vi.unstubAllEnvs());
    const server = await secured();
    expect(await send(server, {})).toMatchObject(untrusted);
    expect(server.read()).toBe('');
  });

  test('the certificate has expired', async () => {
    const expired = selfSigned('210101000000Z');
    const server = await secured(undefined, expired);
    expect(await send(server, { ca: expired.cert })).toMatchObject(untrusted);
    expect(server.read()).toBe('');
  });

  test('the certificate is for another host', async () => {
    const server = await secured();
    expect(await send(server, trusting, 'localhost')).toMatchObject(untrusted);
    expect(server.read()).toBe('');
  });

  test('the server speaks HTTP/2 only', async () => {
    const server = await secured(undefined, { ALPNProtocols: ['h2'] });
    expect(await send(server)).toMatchObject(untrusted);
    expect(server.read()).toBe('');
  });
});

describe('in doubt, although no error code shows it', () => {
  const inDoubt = { phase: 'in-doubt', code: 'connection_lost' };

  test.each<[string, (socket: TLSSocket) => void]>([
    ['read, then closed', (socket) => void socket.end()],
    ['read, then RST', (socket) => void socket.destroy()],
    ['half a response', (socket) => void socket.end('HTTP/1.1 200 OK\r\ncontent-le')],
    ['half a body', (socket) => void socket.end(httpResponse('{"ok":true}').slice(0, -3))],
  ])('%s', async (_what, onData) => {
    const server = await secured(onData);
    expect(await send(server)).toMatchObject(inDoubt);
    expect(server.sockets).toHaveLength(1);
  });

  test('a client certificate is required: TLS 1.3 reports that after the request was written', async () => {
    const server = await secured(undefined, { requestCert: true, rejectUnauthorized: true });
    expect(await send(server)).toMatchObject(inDoubt);
  });
});

test('TLS 1.2 reports a missing client certificate before, so that it is unsent', async () => {
  const server = await secured(undefined, { requestCert: true, rejectUnauthorized: true, maxVersion: 'TLSv1.2' });
  expect(await send(server)).toMatchObject({ phase: 'unsent' });
  expect(server.read()).toBe('');
});
