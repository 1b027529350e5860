import { describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  Agent,
  cacheStores,
  fetch as undiciFetch,
  getGlobalDispatcher,
  interceptors,
  request as undiciRequest,
  RetryAgent,
  setGlobalDispatcher,
  type Dispatcher,
} from 'undici';
import { httpResponse } from '../../test/raw-server.ts';
import { end, outcomeOf, post, serve, write } from '../../test/sending.ts';
import type { Fetch } from './fetch.ts';
import { createKyTransport } from './ky-transport.ts';

// Whatever stands between us and the wire may repeat a request. Each of these would; the server counts what it could
// execute.

/** Runs one call at a time, in the asynchronous context of whichever call ended last. */
function queued(fetch: Fetch): Fetch {
  const jobs: (() => void)[] = [];
  let busy = false;
  const next = (): void => {
    if (busy) return;
    const job = jobs.shift();
    busy = job !== undefined;
    job?.();
  };
  return (url, init) =>
    new Promise((resolve, reject) => {
      jobs.push(() => {
        const ended = (): void => {
          busy = false;
          next();
        };
        fetch(url, init).then(resolve, reject).finally(ended);
      });
      next();
    });
}

/** A `fetch` of npm's undici over a dispatcher. */
const over =
  (dispatcher: Dispatcher): Fetch =>
  (url, init) =>
    undiciFetch(url, { ...(init as object), dispatcher }) as unknown as Promise<Response>;

const viaLocalhost: Fetch = (url, init) => globalThis.fetch(url.replace('127.0.0.1', 'localhost'), init);
const eager = { methods: ['POST' as const], statusCodes: [421, 429, 500, 502, 503, 504], minTimeout: 1, maxRetries: 3 };

/** The runtime's own `fetch` over a dispatcher of the whole process, until the end of the test. */
function everywhere(dispatcher: Dispatcher): Fetch | undefined {
  const before = getGlobalDispatcher();
  setGlobalDispatcher(dispatcher);
  onTestFinished(() => {
    setGlobalDispatcher(before);
  });
  return undefined;
}

/** A wrapper that sends up to three times. It does so with the same body, or with a copy that it read first. */
function insistent(fetch: Fetch, copy: boolean): Fetch {
  return async (url, init) => {
    const body = copy ? await new Response(init.body ?? null).text() : (init.body ?? null);
    const headers = new Headers(init.headers);
    // A string has its own, and the `fetch` of Node 22 does not accept two.
    if (copy) headers.delete('content-length');
    for (let left = 2; ; left -= 1) {
      try {
        const response = await fetch(url, { ...init, headers, body });
        if (response.status < 400 || left === 0) return response;
      } catch (error) {
        if (left === 0) throw error;
      }
    }
  };
}

/** The same in place of the global `fetch`, which receives a `Request`. */
function insistentGlobally(copy: boolean): Fetch | undefined {
  const { fetch } = globalThis;
  const insisting = insistent((url, init) => fetch(url, init), copy);
  vi.stubGlobal('fetch', (input: Request) => {
    const { method, headers, body, signal, redirect } = input;
    return insisting(input.url, { method, headers, body, signal, redirect, duplex: 'half' } as RequestInit);
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  return undefined;
}

const FETCHES: readonly [string, () => Fetch | undefined][] = [
  ['no wrapper', () => undefined],
  ['a global retrying agent', () => everywhere(new RetryAgent(new Agent(), eager))],
  ['a global retrying interceptor', () => everywhere(new Agent().compose(interceptors.retry(eager)))],
  ['a wrapper that retries', () => insistent((url, init) => globalThis.fetch(url, init), false)],
  ['a wrapper that retries with a copy', () => insistent((url, init) => globalThis.fetch(url, init), true)],
  ['a global wrapper that retries', () => insistentGlobally(false)],
  ['a global wrapper that retries with a copy', () => insistentGlobally(true)],
  ["the runtime's fetch", () => (url, init) => globalThis.fetch(url, init)],
  ['a queue', () => queued((url, init) => globalThis.fetch(url, init))],
  ['a fetch that rewrites the host', () => viaLocalhost],
  ['a retrying agent', () => over(new RetryAgent(new Agent(), eager))],
  ['a retrying interceptor', () => over(new Agent().compose(interceptors.retry(eager)))],
  ['a redirecting interceptor', () => over(new Agent().compose(interceptors.redirect({ maxRedirections: 3 })))],
  ['a cache', () => over(new Agent().compose(interceptors.cache({ store: new cacheStores.MemoryCacheStore() })))],
  ['a resolving interceptor', () => over(new Agent().compose(interceptors.dns()))],
  ['all of them', () => queued(over(new Agent().compose(interceptors.dns(), interceptors.retry(eager))))],
];

const respond = (status: string, headers: string[] = []) => write(httpResponse('{}', { status, headers }));

describe.each(FETCHES)('behind %s', (name, make) => {
  test.each<[string, Parameters<typeof serve>[0]]>([
    ['421', { onRequest: respond('421 Misdirected Request') }],
    ['503 with Retry-After', { onRequest: respond('503 Service Unavailable', ['retry-after: 0']) }],
    ['500', { onRequest: respond('500 Internal Server Error') }],
    ['307 to itself', { onRequest: respond('307 Temporary Redirect', ['location: /capture']) }],
    [
      'a cut response',
      { onRequest: end('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{') },
    ],
    ['a reset after the request was read', { onRequest: (socket) => socket.resetAndDestroy() }],
  ])(`captures behind ${name} that meet %s reach the server once each`, async (_what, behaviour) => {
    const server = await serve(behaviour);
    const fetch = make();
    const transport = createKyTransport(fetch && { fetch });
    const requests = ['a', 'b', 'c'].map((id) => ({ ...post(server.url), body: JSON.stringify({ id }) }));
    const outcomes = await Promise.all(requests.map((request) => outcomeOf(transport, request, { timeout: 5000 })));
    const counts = ['a', 'b', 'c'].map((id) => server.requests.filter((one) => one.endsWith(`{"id":"${id}"}`)).length);
    expect(counts).toEqual([1, 1, 1]);
    for (const outcome of outcomes) expect(outcome).not.toMatchObject({ phase: 'unsent' });
    // A repeat has no body, and its response is not taken for that of the capture.
    if (server.executed() > 3) expect(outcomes).toContainEqual(expect.objectContaining({ phase: 'in-doubt' }));
  });
});

describe('repeats without a body', () => {
  const retrying = () => over(new RetryAgent(new Agent(), eager));
  test.each<[string, () => Fetch]>([
    ['a retrying agent', retrying],
    ['a retrying agent behind a queue', () => queued(retrying())],
    ['a retrying agent at another host', () => (url, init) => retrying()(url.replace('127.0.0.1', 'localhost'), init)],
  ])('the response to a repeat by %s is not believed', async (_name, make) => {
    const responses = ['500 Internal Server Error', '400 Bad Request'];
    const server = await serve({
      onRequest: (socket) =>
        void socket.write(httpResponse('{"refused":true}', { status: responses.shift() ?? '400 Bad Request' })),
    });
    const fetch = make();
    // The queue runs a second call in the context of the first.
    const transport = createKyTransport({ fetch });
    const outcome = await outcomeOf(transport, post(server.url), { timeout: 5000 });
    expect(outcome).toMatchObject({ phase: 'in-doubt' });
    expect(server.requests.filter((one) => one.endsWith('}'))).toHaveLength(1);
  });
});

describe('the repeats are real: a body that can be read again is sent again', () => {
  const body = '{"id":"a"}';
  const reaching = async (send: (url: string) => Promise<unknown>) => {
    const server = await serve({ onRequest: respond('503 Service Unavailable', ['connection: close']) });
    await send(server.url).catch(() => undefined);
    return server.requests.filter((one) => one.endsWith(body)).length;
  };

  test.each<[string, () => Dispatcher]>([
    ['agent', () => new RetryAgent(new Agent(), eager)],
    ['interceptor', () => new Agent().compose(interceptors.retry(eager))],
  ])('by a global retrying %s', async (_name, make) => {
    everywhere(make());
    expect(await reaching((url) => undiciRequest(url, { method: 'POST', body }))).toBe(4);
  });

  test.each([
    ['a string', false],
    ['a copy', true],
  ])('by a wrapper, of %s', async (_name, copy) => {
    const fetch = insistent((url, init) => globalThis.fetch(url, init), copy);
    expect(await reaching((url) => fetch(url, { method: 'POST', body }))).toBe(3);
  });
});

test('a wrapper that retries with a copy finds connections that other code keeps', async () => {
  const server = await serve({
    onRequest: (socket) => {
      const capture = server.requests.at(-1)?.startsWith('POST');
      socket.write(httpResponse('{}', { status: capture ? '503 Service Unavailable' : '200 OK' }));
    },
  });
  const warm = await Promise.all(Array.from({ length: 6 }, () => fetch(server.url)));
  await Promise.all(warm.map((response) => response.text()));
  const transport = createKyTransport({ fetch: insistent((url, init) => globalThis.fetch(url, init), true) });
  expect(await outcomeOf(transport, post(server.url), { timeout: 5000 })).toMatchObject({ phase: 'in-doubt' });
  expect(server.requests.filter((one) => one.startsWith('POST'))).toHaveLength(1);
});

test('a request of other code to the same path does not put a capture in doubt', async () => {
  const other = { started: false };
  const server = await serve({
    onRequest: (socket) => {
      if (other.started) return void socket.write(httpResponse('{}'));
      other.started = true;
      // Outside the call's asynchronous context, while its response is awaited.
      void fetch(`${server.url}/capture`, { method: 'POST', body: '{}' }).then(() =>
        socket.write(httpResponse('{"ok":1}')),
      );
    },
  });
  expect(await outcomeOf(createKyTransport(), post(server.url), { timeout: 5000 })).toMatchObject({ status: 200 });
  expect(server.executed()).toBe(2);
});
