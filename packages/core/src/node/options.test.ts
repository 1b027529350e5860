import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { caught } from '../../test/refusals.ts';
import { InvalidOptionsError } from '../errors/invalid-input.ts';
import { Secret } from '../secrets/secret.ts';
import { createNodeTransport } from './node-transport.ts';
import { proxyOf } from './proxy.ts';

test.each<[string, object, path: string]>([
  ['a deadline of 0', { deadlines: { dns: 0 } }, 'deadlines.dns'],
  ['a deadline that no timer holds', { deadlines: { body: 2 ** 31 } }, 'deadlines.body'],
  ['a deadline that does not exist', { deadlines: { answer: 5 } }, 'deadlines.answer'],
  ['keepAlive as a word', { keepAlive: 'yes' }, 'keepAlive'],
  ['no connections', { keepAlive: { maxSockets: 0 } }, 'keepAlive.maxSockets'],
  ['half a connection', { keepAlive: { maxSockets: 0.5 } }, 'keepAlive.maxSockets'],
  ['an idle time as text', { keepAlive: { idleTimeout: '5s' } }, 'keepAlive'],
  ['a certificate that is none', { ca: 'canary-5f1d' }, 'ca'],
  ['certificates of which one is none', { ca: ['canary-5f1d'] }, 'ca.0'],
  ['a proxy that is no URL', { proxy: 'canary-5f1d:3128' }, 'proxy'],
  ['a proxy that is true', { proxy: true }, 'proxy'],
  ['a proxy that is empty', { proxy: '' }, 'proxy'],
  ['a Secret that holds no string as a proxy', { proxy: new Secret(undefined as never) }, 'proxy'],
  ['a proxy of another protocol', { proxy: 'socks5://user:canary-5f1d@proxy.example' }, 'proxy'],
  ['a proxy with a path', { proxy: 'http://user:canary-5f1d@proxy.example/canary-5f1d' }, 'proxy'],
  ['a proxy with a query', { proxy: 'http://user:canary-5f1d@proxy.example?canary-5f1d' }, 'proxy'],
  ['a proxy with a fragment', { proxy: 'http://user:canary-5f1d@proxy.example#canary-5f1d' }, 'proxy'],
  ['a proxy whose password is badly encoded', { proxy: 'http://user:canary-5f1d%@proxy.example' }, 'proxy'],
  ['a proxy whose password holds a line break', { proxy: 'http://user:canary-5f1d%0A@proxy.example' }, 'proxy'],
  ['a proxy whose user holds a line break', { proxy: 'http://canary-5f1d%0A@proxy.example' }, 'proxy'],
  ['a proxy whose user holds a colon', { proxy: 'http://canary%3A5f1d:x@proxy.example' }, 'proxy'],
  ['a certificate without its key', { cert: 'canary-5f1d' }, 'cert'],
  ['a key that is none', { key: 'canary-5f1d' }, 'key'],
  ['a key that is no string', { key: 5 }, 'key'],
  ['certificate checks switched off', { rejectUnauthorized: false }, 'rejectUnauthorized'],
])('a transport with %s is refused with the name of the option', (_what, options, path) => {
  const error = caught(() => createNodeTransport(options));
  expect(error).toBeInstanceOf(InvalidOptionsError);
  expect((error as InvalidOptionsError).issues.map((issue) => issue.path)).toEqual([path]);
  expect(inspect(error)).not.toContain('canary');
});

test('the rule about a proxy says what is missing', () => {
  const ruleOf = (proxy: string): string =>
    (caught(() => createNodeTransport({ proxy })) as InvalidOptionsError).issues.map(({ rule }) => rule).join();
  expect(ruleOf('proxy.example')).toBe('must be a URL such as "http://user:password@proxy.example:3128"');
  expect(ruleOf('ftp://proxy.example')).toBe('must start with http: or https:');
  expect(ruleOf('http://proxy.example/x')).toBe('must end after the host or port');
  expect(ruleOf('http://a:%@proxy.example')).toBe('must have its user and password percent-encoded');
  expect(ruleOf('http://a:%00@proxy.example')).toBe('must not contain control characters in its user or password');
  expect(ruleOf('http://a%3A@proxy.example')).toBe('must not contain a colon in its user');
});

test.each([
  ['http://proxy.example', { protocol: 'http:', host: 'proxy.example', port: 80, authorization: undefined }],
  ['https://proxy.example/', { protocol: 'https:', host: 'proxy.example', port: 443 }],
  ['http://proxy.example:3128', { port: 3128 }],
  ['http://[::1]:3128', { host: '::1', port: 3128 }],
])('the proxy of %s is read', (url, proxy) => {
  expect(proxyOf(url)).toMatchObject(proxy);
});
