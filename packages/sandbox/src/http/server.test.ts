import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { request, sampleOf } from '../../test/sample.ts';
import { createSandbox, type Sandbox, type SandboxServer } from '../index.ts';

let sandbox: Sandbox;
let server: SandboxServer;
beforeEach(async () => {
  sandbox = createSandbox();
  server = await sandbox.listen();
});
afterEach(() => server.close());

test('the server takes a free port on loopback, and shares its state with fetch', async () => {
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(server.baseUrl('freepayment')).toBe(`${server.url}/freepayment/beyag`);
  const response = await fetch(...request('freepayment', server.baseUrl('freepayment')));
  expect(response.status).toBe(sampleOf('freepayment').response.status);
  expect(sandbox.truth.captures()).toHaveLength(1);
});

test.each(['0.0.0.0', '::', '192.168.1.1', 'example.com', ''])('the server does not listen on %j', async (host) => {
  await expect(sandbox.listen({ host })).rejects.toThrow('loopback only');
});

test('a port in use is an error, not a silent choice of another port', async () => {
  const port = Number(new URL(server.url).port);
  await expect(sandbox.listen({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

describe('raw requests', () => {
  async function raw(message: string): Promise<string> {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1').setEncoding('utf8');
    let received = '';
    socket.on('data', (chunk: string) => (received += chunk));
    socket.end(message);
    await once(socket, 'close');
    return received.split('\r\n')[0] ?? '';
  }
  const head = (path: string, host: string, rest = '') =>
    `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${rest}\r\n`;

  test('a host name other than loopback is refused, because a web page could have sent it', async () => {
    expect(await raw(head('/payfull/integration/api/v1', 'evil.example'))).toContain('421');
    expect(await raw(head('/payfull/integration/api/v1', '[::1]:80', 'Content-Length: 0\r\n'))).toContain('415');
  });

  test.each([
    'Origin: https://evil.example',
    'Origin: null',
    'Origin: http://127.0.0.1:1',
    'Sec-Fetch-Site: cross-site',
    'Sec-Fetch-Site: same-site',
    'Sec-Fetch-Site: none\r\nOrigin: https://evil.example',
  ])('a request of another page is refused, and nothing is captured: %s', async (header) => {
    const [url, init] = request('payfull', server.baseUrl('payfull'));
    const body = init.body as string;
    const type = 'Content-Type: application/x-www-form-urlencoded';
    const rest = [header, type, `Content-Length: ${String(body.length)}`, '', ''].join('\r\n');
    const message = head(new URL(url).pathname, new URL(url).host, rest).replace(/\r\n$/, body);
    expect(await raw(message)).toContain('403');
    expect(sandbox.truth.captures()).toHaveLength(0);
    expect(await raw(message.replace(`${header}\r\n`, ''))).toContain('200');
    expect(sandbox.truth.captures()).toHaveLength(1);
  });

  test('a request of its own origin, or of the address bar, is accepted', async () => {
    const { host } = new URL(server.url);
    for (const header of [`Origin: http://${host}`, 'Sec-Fetch-Site: same-origin', 'Sec-Fetch-Site: none'])
      expect(await raw(head('/payfull/integration/api/v1', host, `${header}\r\nContent-Length: 0\r\n`))).toContain(
        '415',
      );
  });

  test.each([
    '/',
    '/unknown/x',
    '/payfull',
    '/~explode/payfull/integration/api/v1',
    '/x/../payfull/integration/api/v1',
  ])('the path %s leads to no emulator', async (path) => {
    expect(await raw(head(path, 'localhost'))).toContain('404');
  });

  test('an incomplete body does not count as a request', async () => {
    await raw(`${head('/payfull/integration/api/v1', 'localhost', 'Content-Length: 100\r\n')}merchant=`);
    expect(sandbox.truth.requests()).toBe(0);
  });

  test('a body of more than 64 KiB is refused', async () => {
    const body = 'a'.repeat(64 * 1024 + 1);
    const rest = `Content-Length: ${String(body.length)}\r\n`;
    expect(await raw(head('/payfull/integration/api/v1', 'localhost', rest) + body)).toContain('413');
    expect(sandbox.truth.requests()).toBe(0);
    const url = `${sandbox.baseUrl('payfull')}/integration/api/v1`;
    expect((await sandbox.fetch(url, { method: 'POST', body })).status).toBe(413);
  });
});

test('closing ends hanging requests, and the refused port refuses until then', async () => {
  const [hang, init] = request('payfull', server.baseUrl('payfull', { fault: 'hang' }));
  const pending = fetch(hang, init).catch((error: unknown) => error);
  const [refused] = request('payfull', server.baseUrl('payfull', { fault: 'refuse' }));
  for (let round = 0; round < 3; round += 1) {
    await expect(fetch(refused, init)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
  }
  while (sandbox.truth.requests() === 0) await new Promise(setImmediate);
  await server.close();
  expect(await pending).toBeInstanceOf(TypeError);
  await expect(server.close()).resolves.toBeUndefined();
});
