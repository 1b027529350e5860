import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, TLSSocket, type TlsOptions } from 'node:tls';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { selfSigned } from '../../../packages/conformance/src/support/certificate.ts';
import { InvalidOptionsError, Secret } from '../../../packages/core/src/index.ts';
import { createNodeTransport, type NodeTransportOptions } from '../../../packages/core/src/node.ts';
import { connectProxy, type ConnectProxy } from '../../../packages/core/test/connect-proxy.ts';
import { caught } from '../../../packages/core/test/refusals.ts';
import { httpResponse } from '../../../packages/core/test/raw-server.ts';
import { CARD, outcomeOf, post } from '../../../packages/core/test/sending.ts';
import { ROOT } from '../../workspace/workspace.ts';

// TLS through a proxy, TLS to a proxy, and client certificates.
// Server and proxy share one: all are issued in one name, of which a list of authorities may hold one.
const server = selfSigned();
const another = selfSigned();
const client = selfSigned();

/** A TLS server that responds to everything, and records what it reads and whom it sees. */
async function secured(options: TlsOptions = {}) {
  const sockets: TLSSocket[] = [];
  let read = '';
  const listening = createServer({ ...server, ...options }, (socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      read += chunk.toString();
      socket.write(httpResponse('{"ok":true}'));
    });
  });
  listening.on('tlsClientError', () => undefined);
  listening.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    listening.close();
  });
  return { port: (listening.address() as AddressInfo).port, sockets, read: () => read };
}

const PROXIES: readonly [name: string, tls: TlsOptions | undefined][] = [
  ['an http: proxy', undefined],
  ['an https: proxy', server],
];

describe.each(PROXIES)('through %s', (_name, tls) => {
  const start = () => connectProxy(tls ? { tls } : {});
  const send = (proxy: ConnectProxy, url: string, options: NodeTransportOptions = {}) =>
    outcomeOf(createNodeTransport({ proxy: proxy.url, ca: server.cert, ...options }), post(url));

  test('TLS is spoken with the server itself', async () => {
    const [proxy, target] = [await start(), await secured()];
    expect(await send(proxy, `https://127.0.0.1:${target.port}`)).toMatchObject({ status: 200, body: '{"ok":true}' });
    expect(proxy.heads[0]).toMatch(`CONNECT 127.0.0.1:${target.port} HTTP/1.1\r\n`);
    expect(proxy.heads.join('')).not.toContain(CARD);
    expect(target.read()).toMatch(/^POST \/capture HTTP\/1\.1\r\n/);
    await proxy.closed();
  });

  test('a certificate for another name than that of the server is refused', async () => {
    const [proxy, target] = [await start(), await secured()];
    expect(await send(proxy, `https://localhost:${target.port}`)).toMatchObject({
      phase: 'unsent',
      code: 'tls_failed',
      detail: 'certificate_host_mismatch',
    });
    expect(target.read()).toBe('');
    await proxy.closed();
  });

  test('a certificate of the server that is not trusted is refused', async () => {
    const [proxy, target] = [await start(), await secured(another)];
    const outcome = await send(proxy, `https://127.0.0.1:${target.port}`);
    expect(outcome).toMatchObject({ phase: 'unsent', code: 'tls_failed', detail: 'certificate_self_signed' });
    expect(target.read()).toBe('');
  });

  test('a lookup uses a kept tunnel and its TLS connection again', async () => {
    const [proxy, target] = [await start(), await secured()];
    const transport = createNodeTransport({ proxy: proxy.url, ca: server.cert, keepAlive: true });
    for (const operation of ['lookup', 'lookup', 'capture', 'lookup'] as const) {
      const outcome = await outcomeOf(transport, post(`https://127.0.0.1:${target.port}`), { operation });
      expect(outcome).toMatchObject({ status: 200 });
    }
    expect(proxy.heads).toHaveLength(2);
    expect(target.sockets).toHaveLength(2);
    transport.close();
    await proxy.closed();
  });

  test('a client certificate is shown to the server, and not to the proxy', async () => {
    const demanding = { requestCert: true, rejectUnauthorized: true, ca: client.cert };
    const proxy = await connectProxy(tls ? { tls: { ...tls, requestCert: true, rejectUnauthorized: false } } : {});
    const target = await secured(demanding);
    const outcome = await send(proxy, `https://127.0.0.1:${target.port}`, client);
    expect(outcome).toMatchObject({ status: 200 });
    expect(target.sockets[0]?.getPeerCertificate().fingerprint256).toBeDefined();
    const [atProxy] = proxy.sockets;
    expect(atProxy instanceof TLSSocket).toBe(tls !== undefined);
    expect(atProxy instanceof TLSSocket ? atProxy.getPeerCertificate() : {}).toEqual({});
  });
});

describe('an https: proxy is trusted like a server', () => {
  test.each<[string, NodeTransportOptions, host: string]>([
    ['its authority is unknown', { ca: another.cert }, '127.0.0.1'],
    ['its certificate is for another name', { ca: server.cert }, 'localhost'],
  ])('%s: unsent, and it learns neither the credentials nor the server', async (_what, options, host) => {
    const proxy = await connectProxy({ tls: server });
    const url = proxy.urlWith('user:canary-word@').replace('127.0.0.1', host);
    const outcome = await outcomeOf(createNodeTransport({ ...options, proxy: url }), post('https://api.example'));
    expect(outcome).toMatchObject({ phase: 'unsent', code: 'tls_failed', detail: 'proxy_tls_failed' });
    expect(proxy.heads).toEqual([]);
  });
});

describe('client certificates', () => {
  const demanding = { requestCert: true, rejectUnauthorized: true, ca: client.cert };

  test.each([
    ['a string', client.key],
    ['a Secret', new Secret(client.key)],
  ])('are shown without a proxy too; the key is %s', async (_what, key) => {
    const target = await secured(demanding);
    const transport = createNodeTransport({ ca: server.cert, cert: client.cert, key });
    expect(await outcomeOf(transport, post(`https://127.0.0.1:${target.port}`))).toMatchObject({ status: 200 });
  });

  test.each<[string, NodeTransportOptions, path: string, rule: RegExp]>([
    ['without its key', { cert: client.cert }, 'key', /required/],
    ['absent beside a key', { key: client.key }, 'cert', /required/],
    ['with the key of another', { cert: client.cert, key: server.key }, 'key', /must be the key of/],
    ['with a key that is none', { cert: client.cert, key: 'canary-5f1d' }, 'key', /private key in PEM/],
    ['that is none', { cert: 'canary-5f1d', key: client.key }, 'cert', /must be PEM/],
  ])('are refused by name: one %s', (_what, options, path, rule) => {
    const error = caught(() => createNodeTransport(options));
    expect(InvalidOptionsError.is(error) && error.issues).toEqual([
      { path, rule: expect.stringMatching(rule) as string },
    ]);
    expect(String(error)).not.toMatch(/canary|BEGIN/);
  });
});

test('certificates of NODE_EXTRA_CA_CERTS are trusted, of the server and of the proxy', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'capture-extra-ca-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  writeFileSync(join(folder, 'extra.pem'), server.cert);
  const [proxy, target] = [await connectProxy({ tls: server }), await secured()];
  const program = `
    import { createNodeTransport } from ${JSON.stringify(join(ROOT, 'packages/core/src/node.ts'))};
    const transport = createNodeTransport({ proxy: '${proxy.url}' });
    const request = { method: 'POST', url: 'https://127.0.0.1:${target.port}/capture', headers: {}, body: 'x' };
    const context = { signal: new AbortController().signal, operation: 'capture' };
    console.log((await transport.send(request, context)).body);
  `;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--conditions=@capture/source', '--input-type=module', '-e', program],
    { env: { ...process.env, NODE_EXTRA_CA_CERTS: join(folder, 'extra.pem') } },
  );
  expect(stdout.trim()).toBe('{"ok":true}');
});
