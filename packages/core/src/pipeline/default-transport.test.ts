import http from 'node:http';
import https from 'node:https';
import { afterEach, expect, test, vi } from 'vitest';
import { describeTransport } from '../../test/describe-transport.ts';
import { httpResponse } from '../../test/raw-server.ts';
import { end, outcomeOf, post, sendTo, serve, write } from '../../test/sending.ts';
import * as elsewhere from './default-transport.fetch.ts';
import * as onNode from './default-transport.node.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.resetModules();
});

describeTransport('default on Node', () => onNode.defaultTransport());

test.each([
  ['on Node', onNode],
  ['elsewhere', elsewhere],
])("%s a caller's fetch is the only one that sends", async (_where, { defaultTransport }) => {
  const runtimes = vi.spyOn(globalThis, 'fetch');
  const own = vi.fn(() => Promise.resolve(new Response('{}', { status: 202 })));
  const transport = defaultTransport(own);
  const outcomes = [1, 2].map(() => outcomeOf(transport, post('https://nobody.invalid')));
  expect(await Promise.all(outcomes)).toMatchObject([{ status: 202 }, { status: 202 }]);
  expect(own).toHaveBeenCalledTimes(2);
  expect(runtimes).not.toHaveBeenCalled();
});

test('on Node all clients of a process share the default transport', () => {
  expect(onNode.defaultTransport()).toBe(onNode.defaultTransport());
});

test('a failure on Node is not tried over fetch', async () => {
  const fetch = vi.spyOn(globalThis, 'fetch');
  const server = await serve({});
  await server.close();
  const refused = await outcomeOf(onNode.defaultTransport(), post(server.url));
  expect(refused).toMatchObject({ phase: 'unsent', code: 'connection_refused' });
  const lost = await sendTo(onNode.defaultTransport(), { onRequest: end('') });
  expect(lost.outcome).toMatchObject({ phase: 'in-doubt' });
  expect(lost.server.executed()).toBe(1);
  expect(fetch).not.toHaveBeenCalled();
});

// As interceptors (msw, nock) and global proxies do.
test.each([
  ['http', http],
  ['https', https],
] as const)('a library that replaces %s connections: the request goes over fetch, once', async (scheme, module) => {
  const { request } = module;
  vi.spyOn(module, 'request').mockImplementation(((options: http.RequestOptions) =>
    request({ ...options, agent: new module.Agent() })) as typeof request);
  const fetch = vi.spyOn(globalThis, 'fetch');
  const { outcome, server } = await sendTo(
    onNode.defaultTransport(),
    { onRequest: write(httpResponse('{}')) },
    { scheme },
  );
  expect(fetch).toHaveBeenCalledTimes(1);
  if (scheme === 'http') expect(outcome).toMatchObject({ status: 200, body: '{}' });
  // The server of this test does not speak TLS.
  else expect(outcome).toMatchObject({ phase: 'unsent' });
  expect(server.executed()).toBe(scheme === 'http' ? 1 : 0);
});

test('an incomplete deployment, in which ky cannot be loaded, sends nothing', async () => {
  vi.doMock('#ky', () => Promise.reject(new Error('not found')));
  const { defaultTransport } = await import('./default-transport.node.ts');
  const own = vi.fn();
  const outcome = await outcomeOf(defaultTransport(own), post('https://nobody.invalid'));
  expect(outcome).toMatchObject({ phase: 'unsent', code: 'connection_failed' });
  expect(own).not.toHaveBeenCalled();
  vi.doUnmock('#ky');
});
