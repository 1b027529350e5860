import dns from 'node:dns';
import http from 'node:http';
import { inspect } from 'node:util';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { connectProxy, type ProxyBehaviour } from '../../test/connect-proxy.ts';
import { httpResponse } from '../../test/raw-server.ts';
import { CARD, end, outcomeOf, post, reset, serve, write, type Sending } from '../../test/sending.ts';
import { Secret } from '../secrets/secret.ts';
import { createNodeTransport } from './node-transport.ts';
import type { NodeTransportOptions } from './options.ts';

const ok = write(httpResponse('{"ok":true}'));
const portOf = (url: string): string => new URL(url).port;

/** Sends one request through its own proxy to a server that responds. */
async function sendThrough(
  behaviour: ProxyBehaviour,
  options: NodeTransportOptions = {},
  sending: Sending & { readonly scheme?: 'http' | 'https' } = {},
) {
  const proxy = await connectProxy(behaviour);
  const server = await serve({ onRequest: ok });
  const transport = createNodeTransport({ proxy: proxy.url, ...options });
  const url = server.url.replace('http:', `${sending.scheme ?? 'http'}:`);
  return { proxy, server, outcome: await outcomeOf(transport, post(url), sending) };
}

describe('a tunnel', () => {
  test('a request goes through CONNECT to the server, and the proxy learns host and port only', async () => {
    const { proxy, server, outcome } = await sendThrough({});
    expect(outcome).toMatchObject({ status: 200, body: '{"ok":true}' });
    const authority = `127.0.0.1:${portOf(server.url)}`;
    expect(proxy.heads).toEqual([
      [
        `CONNECT ${authority} HTTP/1.1`,
        `host: ${authority}`,
        'connection: keep-alive',
        'proxy-connection: keep-alive',
        '\r\n',
      ].join('\r\n'),
    ]);
    expect(server.requests[0]).toMatch(/^POST \/capture HTTP\/1\.1\r\n/);
    expect(server.requests[0]).toMatch(/^connection: close\r$/im);
    expect(server.requests[0]).not.toMatch(/proxy/i);
  });

  test.each([
    ['user:pass@', 'user:pass'],
    ['user@', 'user:'],
    [':pass@', ':pass'],
    ['%C3%BCser%40home:p%3Aa%2Fss@', 'üser@home:p:a/ss'],
  ])('the credentials of a proxy are sent to it alone: %s', async (credentials, sent) => {
    const proxy = await connectProxy();
    const server = await serve({ onRequest: ok });
    const transport = createNodeTransport({ proxy: new Secret(proxy.urlWith(credentials)) });
    expect(await outcomeOf(transport, post(server.url))).toMatchObject({ status: 200 });
    const [, basic = ''] = /^proxy-authorization: Basic (.*)\r$/m.exec(proxy.heads[0] ?? '') ?? [];
    expect(Buffer.from(basic, 'base64').toString()).toBe(sent);
    expect(server.requests[0]).not.toContain(basic);
  });

  test.each([
    ['http://[::1]:PORT', '[::1]:PORT'],
    ['http://api.example:PORT', 'api.example:PORT'],
  ])('a server is named to the proxy as it is, and not resolved here: %s', async (url, authority) => {
    const proxy = await connectProxy();
    const server = await serve({ onRequest: ok });
    const port = portOf(server.url);
    const outcome = await outcomeOf(createNodeTransport({ proxy: proxy.url }), post(url.replace('PORT', port)));
    expect(outcome).toMatchObject({ status: 200 });
    expect(proxy.heads[0]).toContain(`CONNECT ${authority.replace('PORT', port)} HTTP/1.1\r\n`);
    expect(server.requests[0]).toContain(`\r\nHost: ${authority.replace('PORT', port)}\r\n`);
  });

  test.each([
    ['http', '80'],
    ['https', '443'],
  ] as const)('the default port of %s is named', async (scheme, port) => {
    const proxy = await connectProxy({ onRequest: end('HTTP/1.1 403 Forbidden\r\n\r\n') });
    await outcomeOf(createNodeTransport({ proxy: proxy.url }), post(`${scheme}://api.example`));
    expect(proxy.heads[0]).toContain(`CONNECT api.example:${port} HTTP/1.1\r\n`);
  });

  test.each(['HTTP/1.1 204 No Content\r\n\r\n', 'HTTP/1.0 200 OK\r\nvia: x\r\n\r\n'])(
    'a tunnel is open after %j',
    async (acceptance) => {
      expect((await sendThrough({ acceptance })).outcome).toMatchObject({ status: 200 });
    },
  );

  test('a connection is closed with its tunnel after a capture', async () => {
    const { proxy } = await sendThrough({});
    await proxy.closed();
  });

  test('a request whose tunnel is cut after it was written is in doubt', async () => {
    const proxy = await connectProxy();
    const server = await serve({
      onRequest: () => {
        proxy.sockets[0]?.resetAndDestroy();
      },
    });
    const outcome = await outcomeOf(createNodeTransport({ proxy: proxy.url }), post(server.url));
    expect(outcome).toMatchObject({ phase: 'in-doubt', code: 'connection_lost' });
    expect(server.executed()).toBe(1);
  });
});

describe('a request is unsent', () => {
  test.each([
    ['407 Proxy Authentication Required', 'proxy_authentication_required', 407],
    ['403 Forbidden', 'proxy_refused', 403],
    ['302 Found', 'proxy_refused', 302],
    ['199 Odd', 'proxy_refused', 199],
    ['502 Bad Gateway', 'proxy_refused', 502],
    ['503 Service Unavailable', 'proxy_refused', 503],
  ])('where the proxy refuses with %s, and its status is kept', async (line, detail, httpStatus) => {
    const refusal = `HTTP/1.1 ${line}\r\ncontent-length: ${CARD.length}\r\n\r\n${CARD}`;
    const { outcome, proxy, server } = await sendThrough({ onRequest: write(refusal) });
    expect(outcome).toMatchObject({ phase: 'unsent', code: 'connection_failed', detail, httpStatus });
    expect(server.executed()).toBe(0);
    await proxy.closed();
  });

  test.each<[string, ProxyBehaviour, detail: string]>([
    ['closes at once', { onConnect: (socket) => void socket.end() }, 'proxy_refused'],
    ['closes without a response', { onRequest: (socket) => void socket.end() }, 'proxy_refused'],
    ['resets without a response', { onRequest: (socket) => void socket.resetAndDestroy() }, 'proxy_refused'],
    ['closes in its response', { onRequest: end('HTTP/1.1 200 OK\r\nvia') }, 'proxy_refused'],
    ['resets in its response', { onRequest: reset('HTTP/1.1 200 OK\r\nvia') }, 'proxy_refused'],
    ['responds with garbage', { onRequest: write('\u0005\u0000not HTTP\r\n\r\n') }, 'proxy_not_http'],
    [
      'responds with 64 KiB of headers',
      { onRequest: write(`HTTP/1.1 200 OK\r\nx: ${'x'.repeat(65_536)}\r\n\r\n`) },
      'proxy_not_http',
    ],
    [
      'sends more than its acceptance',
      { acceptance: `HTTP/1.1 200 OK\r\n\r\n${httpResponse('{}')}` },
      'proxy_not_http',
    ],
  ])('where the proxy %s', async (_what, behaviour, detail) => {
    const { outcome, proxy, server } = await sendThrough(behaviour);
    expect(outcome).toMatchObject({ phase: 'unsent', code: 'connection_failed', detail });
    expect(server.executed()).toBe(0);
    await proxy.closed();
  });

  test('where nothing listens at the proxy', async () => {
    const gone = await serve({});
    await gone.close();
    const outcome = await outcomeOf(createNodeTransport({ proxy: gone.url }), post('http://api.example'));
    expect(outcome).toMatchObject({ phase: 'unsent', code: 'connection_refused', detail: 'proxy_unreachable' });
  });

  test('where the host name of the proxy does not resolve', async () => {
    const outcome = await outcomeOf(createNodeTransport({ proxy: 'http://proxy.invalid' }), post('http://api.example'));
    expect(outcome).toMatchObject({ phase: 'unsent', code: 'host_not_found', detail: 'proxy_unreachable' });
  });

  test('where the proxy does not speak TLS as its URL says', async () => {
    const proxy = await connectProxy({ onConnect: (socket) => void socket.end('HTTP/1.1 400 Bad\r\n\r\n') });
    const transport = createNodeTransport({ proxy: proxy.url.replace('http', 'https') });
    const outcome = await outcomeOf(transport, post('http://api.example'));
    expect(outcome).toMatchObject({ phase: 'unsent', code: 'tls_failed', detail: 'proxy_tls_failed' });
  });

  test('where the tunnel ends in the TLS handshake with the server', async () => {
    const { outcome } = await sendThrough(
      {
        onRequest: (socket) => {
          socket.write('HTTP/1.1 200 OK\r\n\r\n');
          socket.once('data', () => socket.end());
        },
      },
      {},
      { scheme: 'https' },
    );
    expect(outcome).toMatchObject({ phase: 'unsent', code: 'connection_failed', detail: 'connection_closed' });
  });

  test('where a library has replaced the connections to the proxy', async () => {
    const { request } = http;
    vi.spyOn(http, 'request').mockImplementation(((options: http.RequestOptions) =>
      request(options.method === 'CONNECT' ? { ...options, agent: new http.Agent() } : options)) as typeof request);
    onTestFinished(() => void vi.restoreAllMocks());
    const { outcome, proxy } = await sendThrough({});
    expect(outcome).toMatchObject({ phase: 'unsent', code: 'connection_failed', detail: 'intercepted' });
    expect(proxy.heads).toEqual([]);
  });
});

describe('a proxy that does not respond', () => {
  const hangs = { onRequest: () => undefined };

  test.each<[string, ProxyBehaviour, 'http' | 'https', detail: string]>([
    ['to CONNECT', hangs, 'http', 'proxy_timed_out'],
    ['after half a response', { onRequest: write('HTTP/1.1 200 OK\r\n') }, 'http', 'proxy_timed_out'],
    ['after CONNECT', { onRequest: write('HTTP/1.1 200 OK\r\n\r\n') }, 'https', 'connection_timed_out'],
  ])('%s costs no more than the connect deadline', async (_what, behaviour, scheme, detail) => {
    const { outcome, proxy } = await sendThrough(behaviour, { deadlines: { connect: 60 } }, { scheme });
    expect(outcome).toMatchObject({ phase: 'unsent', code: 'timeout', detail });
    await proxy.closed();
  });

  test('to the TLS handshake that its URL demands', async () => {
    const proxy = await connectProxy({});
    const transport = createNodeTransport({ proxy: proxy.url.replace('http', 'https'), deadlines: { connect: 60 } });
    const outcome = await outcomeOf(transport, post('http://api.example'));
    expect(outcome).toMatchObject({ phase: 'unsent', code: 'timeout', detail: 'proxy_unreachable' });
    await proxy.closed();
  });

  test('all steps through a proxy share one connect deadline', async () => {
    const step = 60;
    const { outcome } = await sendThrough(
      { onRequest: (socket) => setTimeout(() => socket.write('HTTP/1.1 200 OK\r\n\r\n'), step) },
      { deadlines: { connect: 2 * step, firstByte: 100 * step } },
      { scheme: 'https' },
    );
    expect(outcome).toMatchObject({ phase: 'unsent', code: 'timeout', detail: 'connection_timed_out' });
  });

  test('its name has the dns deadline', async () => {
    const lookup = vi.spyOn(dns, 'lookup').mockImplementation(() => undefined);
    onTestFinished(() => {
      lookup.mockRestore();
    });
    const transport = createNodeTransport({ proxy: 'http://proxy.test:3128', deadlines: { dns: 30 } });
    const outcome = await outcomeOf(transport, post('http://api.example'));
    expect(outcome).toMatchObject({ phase: 'unsent', code: 'timeout', detail: 'proxy_unreachable' });
  });

  test('an abort gives the tunnel up', async () => {
    const caller = new AbortController();
    const { outcome, proxy } = await sendThrough(
      {
        onRequest: () => {
          caller.abort();
        },
      },
      {},
      { signal: caller.signal },
    );
    expect(outcome).toMatchObject({ phase: 'unsent', code: 'aborted' });
    await proxy.closed();
  });
});

describe('kept tunnels', () => {
  test('lookups use a tunnel again for its own target, captures have one each', async () => {
    const proxy = await connectProxy();
    const [one, two] = [await serve({ onRequest: ok }), await serve({ onRequest: ok })];
    const transport = createNodeTransport({ proxy: proxy.url, keepAlive: true });
    const used: number[] = [];
    for (const [server, operation] of [
      [one, 'lookup'],
      [one, 'lookup'],
      [one, 'capture'],
      [two, 'lookup'],
      [two, 'capture'],
      [one, 'lookup'],
      [two, 'lookup'],
    ] as const) {
      expect(await outcomeOf(transport, post(server.url), { operation })).toMatchObject({ status: 200 });
      used.push(proxy.heads.length);
    }
    expect(used).toEqual([1, 1, 2, 3, 4, 4, 4]);
    expect([one.executed(), two.executed()]).toEqual([4, 3]);
    transport.close();
    await proxy.closed();
  });

  test('a lookup after a tunnel that failed opens another', async () => {
    let refusals = 0;
    const proxy = await connectProxy({
      onRequest: (socket) => {
        refusals += 1;
        if (refusals === 1) socket.end('HTTP/1.1 503 Busy\r\n\r\n');
        else {
          socket.write('HTTP/1.1 200 OK\r\n\r\n');
          socket.once('data', () => {
            ok(socket);
          });
        }
      },
    });
    const transport = createNodeTransport({ proxy: proxy.url, keepAlive: { maxSockets: 1 } });
    const send = () => outcomeOf(transport, post('http://api.example'), { operation: 'lookup' });
    expect(await send()).toMatchObject({ phase: 'unsent', httpStatus: 503 });
    expect(await send()).toMatchObject({ status: 200 });
    transport.close();
  });
});

test('neither the transport nor a failure shows the credentials of the proxy or the request', async () => {
  const proxy = await connectProxy({ onRequest: end('HTTP/1.1 407 No\r\n\r\n') });
  const transport = createNodeTransport({ proxy: proxy.urlWith('canary-user:canary-word@') });
  const failure = await outcomeOf(transport, post('http://api.example'));
  const basic = Buffer.from('canary-user:canary-word').toString('base64');
  const shown =
    inspect([transport, failure], { showHidden: true, depth: Infinity }) + JSON.stringify([transport, failure]);
  for (const secret of ['canary', basic, CARD, 'api.example']) expect(shown).not.toContain(secret);
  expect((failure as Error).cause).toBeUndefined();
});
