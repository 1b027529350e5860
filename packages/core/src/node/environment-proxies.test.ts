import http from 'node:http';
import https from 'node:https';
import { describe, expect, onTestFinished, test } from 'vitest';
import { connectProxy } from '../../test/connect-proxy.ts';
import { caught } from '../../test/refusals.ts';
import { httpResponse } from '../../test/raw-server.ts';
import { outcomeOf, post, serve, write } from '../../test/sending.ts';
import { InvalidOptionsError } from '../errors/invalid-input.ts';
import { environmentProxies } from './environment-proxies.ts';
import { readNoProxy } from './no-proxy.ts';
import { createNodeTransport } from './node-transport.ts';
import { Targets } from './target.ts';

const targetOf = (url: string) => new Targets().of(url).target;
const PLAIN = 'http://plain.example:1';
const SECURE = 'http://secure.example:2';

describe('the proxy of the environment', () => {
  test.each<[string, Record<string, string>, url: string, host: string | undefined]>([
    ['https: has its own', { HTTP_PROXY: PLAIN, HTTPS_PROXY: SECURE }, 'https://a.example', 'secure.example'],
    ['http: has its own', { HTTP_PROXY: PLAIN, HTTPS_PROXY: SECURE }, 'http://127.0.0.1', 'plain.example'],
    ['https: uses that of http:, where it has none', { HTTP_PROXY: PLAIN }, 'https://a.example', 'plain.example'],
    ['http: does not use that of https:', { HTTPS_PROXY: SECURE }, 'http://127.0.0.1', undefined],
    ['lower case counts', { https_proxy: SECURE }, 'https://a.example', 'secure.example'],
    ['lower case first', { HTTPS_PROXY: PLAIN, https_proxy: SECURE }, 'https://a.example', 'secure.example'],
    ['an empty one in lower case is none', { HTTPS_PROXY: PLAIN, https_proxy: '' }, 'https://a.example', undefined],
    ['exceptions', { HTTPS_PROXY: SECURE, NO_PROXY: 'a.example' }, 'https://a.example', undefined],
    ['exceptions in lower case', { HTTPS_PROXY: SECURE, no_proxy: 'a.example' }, 'https://a.example', undefined],
    ['lower case first', { HTTPS_PROXY: SECURE, no_proxy: '', NO_PROXY: '*' }, 'https://a.example', 'secure.example'],
  ])('%s: %j', (_what, environment, url, host) => {
    expect(environmentProxies(environment)?.(targetOf(url))?.host).toBe(host);
  });

  test('is none where no variable names one', () => {
    expect(environmentProxies({ NO_PROXY: '*', http_proxy: '' })).toBeUndefined();
  });

  test.each(['HTTP_PROXY', 'HTTPS_PROXY'])('that is no URL is refused with the name of %s', (name) => {
    const error = caught(() => environmentProxies({ [name]: 'socks5://user:canary@proxy.example' }));
    expect(error).toBeInstanceOf(InvalidOptionsError);
    expect((error as InvalidOptionsError).issues).toEqual([{ path: name, rule: 'must start with http: or https:' }]);
    expect(String(error)).toContain('node transport: ');
    expect(String(error)).not.toContain('canary');
  });
});

describe('NO_PROXY', () => {
  const except = (list: string, url: string, undici = '8.0.0') => readNoProxy(list, undici)(targetOf(url));

  test.each<[list: string, url: string, direct: boolean]>([
    ['', 'https://a.example', false],
    [',,', 'https://a.example', false],
    ['*', 'https://a.example', true],
    ['b.example,*', 'https://a.example', true],
    ['*:443', 'https://a.example', true],
    ['*:80', 'https://a.example', false],
    ['a.example', 'https://a.example', true],
    ['A.EXAMPLE', 'https://a.example', true],
    ['a.example.', 'https://a.example', true],
    ['a.example', 'https://a.example.', true],
    ['b.example, a.example', 'https://a.example', true],
    ['b.example a.example', 'https://a.example', true],
    ['b.example\ta.example', 'https://a.example', true],
    ['a.example', 'https://api.a.example', true],
    ['a.example', 'https://nota.example', false],
    ['api.a.example', 'https://a.example', false],
    ['.a.example', 'https://api.a.example', true],
    ['.a.example', 'https://a.example', true],
    ['.a.example', 'https://nota.example', false],
    ['*.a.example', 'https://api.a.example', true],
    ['*.a.example', 'https://a.example', false],
    ['a.example:443', 'https://a.example', true],
    ['a.example:0443', 'https://a.example', true],
    ['a.example:8443', 'https://a.example', false],
    ['a.example:8443', 'https://a.example:8443', true],
    ['a.example', 'https://a.example:8443', true],
    ['a.example:80', 'http://a.example', true],
    ['127.0.0.1', 'http://127.0.0.1:8080', true],
    ['127.0.0.0-127.0.0.9', 'http://127.0.0.1:8080', false],
    ['127.0.0.0/8', 'http://127.0.0.1:8080', false],
    ['localhost', 'http://127.0.0.1', false],
    ['::1', 'http://[::1]:8080', true],
    ['[::1]', 'http://[::1]:8080', true],
    ['[::1]:8080', 'http://[::1]:8080', true],
    ['[::1]:8081', 'http://[::1]:8080', false],
  ])('"%s" and %s: direct is %s', (list, url, direct) => {
    expect(except(list, url)).toBe(direct);
  });

  test.each<[list: string, url: string, direct: boolean]>([
    ['a.example', 'https://a.example', true],
    ['a.example', 'https://api.a.example', false],
    ['.a.example', 'https://api.a.example', true],
    ['.a.example', 'https://a.example', false],
    ['*.a.example', 'https://api.a.example', true],
  ])('with the fetch of Node 22 "%s" and %s: direct is %s', (list, url, direct) => {
    expect(except(list, url, '6.28.1')).toBe(direct);
  });

  test('newer rules apply where the version of undici is not known', () => {
    for (const version of ['7.0.0', '10.1.0', ''])
      expect(except('a.example', 'https://api.a.example', version)).toBe(true);
  });
});

describe('a transport without the option', () => {
  /** Gives one of Node's global agents the environment that it has where Node uses the proxies of the environment. */
  function globalProxy(module: typeof http | typeof https, proxyEnv: Record<string, string>): void {
    const { globalAgent } = module;
    module.globalAgent = Object.assign(new module.Agent(), { options: { proxyEnv } });
    onTestFinished(() => {
      module.globalAgent = globalAgent;
    });
  }

  test.each([
    ['https', https],
    ['http', http],
  ])(
    'obeys the proxy that Node uses for itself (in the agent of %s), unless it is switched off',
    async (_name, module) => {
      const proxy = await connectProxy();
      const server = await serve({ onRequest: write(httpResponse('{}')) });
      globalProxy(module, { HTTP_PROXY: proxy.url });
      for (const [options, tunnels] of [
        [{}, 1],
        [{ proxy: false }, 1],
        [{ proxy: proxy.url }, 2],
      ] as const) {
        expect(await outcomeOf(createNodeTransport(options), post(server.url))).toMatchObject({ status: 200 });
        expect(proxy.heads).toHaveLength(tunnels);
      }
    },
  );

  test('an explicit proxy has no exceptions', async () => {
    const proxy = await connectProxy();
    const server = await serve({ onRequest: write(httpResponse('{}')) });
    globalProxy(https, { HTTP_PROXY: 'http://127.0.0.1:1', NO_PROXY: '*' });
    expect(await outcomeOf(createNodeTransport(), post(server.url))).toMatchObject({ status: 200 });
    expect(proxy.heads).toHaveLength(0);
    expect(await outcomeOf(createNodeTransport({ proxy: proxy.url }), post(server.url))).toMatchObject({ status: 200 });
    expect(proxy.heads).toHaveLength(1);
  });

  test('uses no proxy where the agents of another runtime have no options', async () => {
    const server = await serve({ onRequest: write(httpResponse('{}')) });
    const { globalAgent } = https;
    https.globalAgent = undefined as never;
    onTestFinished(() => {
      https.globalAgent = globalAgent;
    });
    expect(await outcomeOf(createNodeTransport(), post(server.url))).toMatchObject({ status: 200 });
  });
});
