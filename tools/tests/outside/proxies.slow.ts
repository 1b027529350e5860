import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { OUTSIDE, RUNTIMES } from '../../workspace/outside-tools.ts';
import { run } from '../../workspace/run.ts';
import { ROOT } from '../../workspace/workspace.ts';

// The transport for servers takes the way that the `fetch` of the same Node would take beside proxies in the
// environment; and the recipe for dispatchers of undici.
const NODES = RUNTIMES.filter(({ name }) => name.startsWith('Node'));
const BARE = { PATH: process.env['PATH'], HOME: process.env['HOME'] };
const FLAGS = ['--no-warnings', '--conditions=@capture/source'];

/** A proxy that refuses everything, and records the hosts that it was asked for. */
async function refusingProxy(): Promise<{ readonly url: string; readonly hosts: string[] }> {
  const hosts: string[] = [];
  const server = createServer((request, response) => {
    // The absolute form, which the `fetch` of Node 26 uses for http:.
    hosts.push(new URL(request.url ?? '').host);
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket: Socket) => {
    hosts.push((request.url ?? '').replace(/:(?:80|443)$/, ''));
    socket.on('error', () => undefined).end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, hosts };
}

// None of them exists: what does not come to the proxy comes to nothing.
const URLS = [
  'https://a.invalid/capture',
  'https://api.a.invalid/capture',
  'https://nota.invalid/capture',
  'https://b.invalid:8443/capture',
  'http://c.invalid/capture',
  'http://d.c.invalid:8080/capture',
];

/** The variables beside the switch; `PROXY` is the proxy. */
const ENVIRONMENTS: readonly Readonly<Record<string, string>>[] = [
  {},
  { HTTPS_PROXY: 'PROXY' },
  { https_proxy: 'PROXY', HTTPS_PROXY: 'http://127.0.0.1:1' },
  { https_proxy: '', HTTPS_PROXY: 'PROXY' },
  { HTTP_PROXY: 'PROXY' },
  { HTTP_PROXY: 'PROXY', NO_PROXY: '*' },
  { HTTP_PROXY: 'PROXY', NO_PROXY: 'a.invalid' },
  { HTTP_PROXY: 'PROXY', NO_PROXY: '.a.invalid, B.INVALID' },
  { HTTP_PROXY: 'PROXY', no_proxy: 'b.invalid:8443 c.invalid:8080', NO_PROXY: '*' },
  { HTTP_PROXY: 'PROXY', NO_PROXY: 'c.invalid,b.invalid:443' },
  { HTTP_PROXY: 'PROXY', NO_PROXY: 'none.invalid,,\ta.invalid' },
];
const SWITCHES: readonly (readonly [name: string, flags: readonly string[], env: Readonly<Record<string, string>>])[] =
  [
    ['NODE_USE_ENV_PROXY=1', [], { NODE_USE_ENV_PROXY: '1' }],
    ['--use-env-proxy', ['--use-env-proxy'], {}],
    ['NODE_OPTIONS', [], { NODE_OPTIONS: '--use-env-proxy' }],
    ['NODE_USE_ENV_PROXY=true, which is no switch', [], { NODE_USE_ENV_PROXY: 'true' }],
    ['no switch', [], {}],
  ];

describe.each(NODES)('on $name', ({ command }) => {
  const hostsOf = async (way: string, flags: readonly string[], env: Readonly<Record<string, string>>) => {
    const proxy = await refusingProxy();
    const variables = Object.entries(env).map(([name, value]) => [name, value.replace('PROXY', proxy.url)]);
    const program = join(OUTSIDE, 'programs/through-proxy.ts');
    await run(command, [...FLAGS, ...flags, program, way, ...URLS], {
      cwd: ROOT,
      env: { ...BARE, ...(Object.fromEntries(variables) as Record<string, string>) },
    });
    return proxy.hosts;
  };

  test.each(ENVIRONMENTS)('captures take the way of fetch with %j', async (environment) => {
    const env = { ...environment, NODE_USE_ENV_PROXY: '1' };
    expect(await hostsOf('node', [], env)).toEqual(await hostsOf('fetch', [], env));
  });

  test.each(SWITCHES)('captures take the way of fetch with %s', async (name, flags, switched) => {
    const env = { HTTPS_PROXY: 'PROXY', ...switched };
    const hosts = await hostsOf('node', flags, env);
    expect(hosts).toEqual(await hostsOf('fetch', flags, env));
    expect(hosts).toHaveLength(name.includes('no switch') ? 0 : 4);
  });

  test('a dispatcher works with the fetch of its own undici, and is named where it does not', async () => {
    const output = await run(command, [...FLAGS, join(OUTSIDE, 'programs/dispatchers.ts')], { cwd: ROOT, env: BARE });
    for (const [name, outcome] of Object.entries(JSON.parse(output) as Record<string, unknown>))
      expect([name, outcome]).toEqual(
        name.endsWith('own')
          ? [name, [200, 1]]
          : [
              name,
              expect.toBeOneOf([
                [200, 1],
                ['unsent transport_misconfigured UND_ERR_INVALID_ARG', 0],
              ]) as unknown,
            ],
      );
  });
});
