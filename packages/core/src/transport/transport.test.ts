import { inspect } from 'node:util';
import { describe, expect, test, vi } from 'vitest';
import { describeTransport } from '../../test/describe-transport.ts';
import { CARD, outcomeOf, post, serve } from '../../test/sending.ts';
import { sendWithin } from './deadline.ts';
import { TransportError, type Transport } from './http.ts';
import { createKyTransport } from './ky-transport.ts';

describeTransport('ky', createKyTransport);

describe('custom transports', () => {
  const request = post('http://127.0.0.1:1');

  test('a custom transport that throws something other than TransportError is in doubt', async () => {
    const transport = { send: () => Promise.reject(new Error(`ECONNREFUSED ${CARD}`)) };
    const error: unknown = await sendWithin(transport, request, { operation: 'capture', timeout: 1000 }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ phase: 'in-doubt', code: 'transport_failed' });
    expect(inspect(error, { showHidden: true })).not.toContain(CARD);
  });

  test('a custom transport that throws at once is in doubt', async () => {
    const transport = {
      send: () => {
        throw new Error('a mistake');
      },
    };
    expect(await outcomeOf(transport, request)).toMatchObject({ phase: 'in-doubt', code: 'transport_failed' });
  });

  test('a custom transport may return its response without a promise', async () => {
    const response = { status: 200, headers: {}, body: '{}' };
    expect(await outcomeOf({ send: () => response as never }, request)).toBe(response);
  });

  test('a custom transport that ignores the abort of the caller is abandoned, and the request is in doubt', async () => {
    const caller = new AbortController();
    const transport = {
      send: () => {
        caller.abort();
        return new Promise<never>(() => undefined);
      },
    };
    const outcome = await outcomeOf(transport, request, { timeout: 60_000, signal: caller.signal });
    expect(outcome).toMatchObject({ phase: 'in-doubt', code: 'aborted' });
  });

  test('an abort of the caller after the deadline changes neither the reason nor the wait', async () => {
    const caller = new AbortController();
    const aborts: unknown[] = [];
    const transport: Transport = {
      send: (_request, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            aborts.push(signal.reason);
            caller.abort();
            reject(new TransportError('unsent', 'aborted'));
          });
        }),
    };
    const outcome = await outcomeOf(transport, request, { timeout: 5, signal: caller.signal });
    expect(outcome).toMatchObject({ phase: 'unsent', code: 'timeout' });
    expect(aborts).toHaveLength(1);
  });

  test('a custom transport that ignores the deadline is abandoned, and the request is in doubt', async () => {
    const transport = { send: () => new Promise<never>(() => undefined) };
    const error: unknown = await sendWithin(transport, request, { operation: 'capture', timeout: 10 }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ phase: 'in-doubt', code: 'timeout' });
  });
});

describe('custom fetches', () => {
  const viaFetch = (fetch: () => Promise<Response>) =>
    sendWithin(createKyTransport({ fetch }), post('http://127.0.0.1:1'), { operation: 'capture', timeout: 1000 }).catch(
      (thrown: unknown) => thrown,
    );
  const failure = (code: string) =>
    Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error(CARD), { code }) });

  test('a custom fetch is believed where its code can come from connecting only', async () => {
    expect(await viaFetch(() => Promise.reject(failure('ECONNREFUSED')))).toMatchObject({
      phase: 'unsent',
      code: 'connection_refused',
    });
    expect(await viaFetch(() => Promise.reject(failure('ENOTFOUND')))).toMatchObject({
      phase: 'unsent',
      code: 'host_not_found',
    });
  });

  test('a custom fetch that fails in any other way is in doubt', async () => {
    for (const code of ['ECONNRESET', 'UND_ERR_SOCKET', 'ETIMEDOUT', '']) {
      expect(await viaFetch(() => Promise.reject(failure(code)))).toMatchObject({ phase: 'in-doubt' });
    }
  });

  test('a custom fetch is called with a URL and an init: not every fetch accepts a Request', async () => {
    const args: unknown[] = [];
    const fetch = async (url: string, { signal, ...init }: RequestInit): Promise<Response> => {
      args.push(url, signal instanceof AbortSignal, init);
      expect(await new Request(url, init).text()).toBe(sent.body);
      return new Response('{}');
    };
    const sent = post('https://example.test/capture');
    await createKyTransport({ fetch }).send(sent, { signal: new AbortController().signal, operation: 'capture' });
    const length = { 'content-length': String(sent.body?.length) };
    const headers = { ...sent.headers, 'accept-encoding': 'identity', connection: 'close', ...length };
    const body = expect.any(ReadableStream) as unknown;
    expect(args).toEqual([sent.url, true, { method: 'POST', headers, body, duplex: 'half', redirect: 'manual' }]);
  });

  test('a lookup bypasses every cache of the runtime, with a custom fetch and with its own', async () => {
    const caches: unknown[] = [];
    const fetch = (url: string | URL | Request, init?: RequestInit): Promise<Response> => {
      caches.push(new Request(url, init).cache);
      return Promise.resolve(new Response('{}'));
    };
    const get = { method: 'GET', url: 'https://example.test/payments/1', headers: {} } as const;
    const context = { signal: new AbortController().signal, operation: 'lookup' } as const;
    await createKyTransport({ fetch }).send(get, context);
    const replaced = vi.spyOn(globalThis, 'fetch').mockImplementation(fetch);
    await createKyTransport().send(get, context);
    replaced.mockRestore();
    expect(caches).toEqual(['no-store', 'no-store']);
  });

  const throwing = (): never => {
    throw new TypeError('a mistake');
  };
  test.each<[string, () => Promise<Response>]>([
    ['throws at once', throwing],
    ['returns no response', () => Promise.resolve(undefined as unknown as Response)],
    ['fails without a code', () => Promise.reject(new TypeError('fetch failed'))],
  ])('a custom fetch that %s is in doubt, and no lost connection is reported', async (_what, fetch) => {
    expect(await viaFetch(fetch)).toMatchObject({ phase: 'in-doubt', code: 'transport_failed' });
  });

  test('a custom fetch that sends twice and is refused the second time is in doubt', async () => {
    const server = await serve({ onRequest: (socket) => socket.resetAndDestroy() });
    const fetch = async (url: string, init: RequestInit): Promise<Response> => {
      await globalThis.fetch(url, init).catch(() => undefined);
      throw failure('ECONNREFUSED');
    };
    const error = await sendWithin(createKyTransport({ fetch }), post(server.url), {
      operation: 'capture',
      timeout: 5000,
    }).catch((thrown: unknown) => thrown);
    expect(server.executed()).toBe(1);
    expect(error).toMatchObject({ phase: 'in-doubt' });
  });

  test('a failure shows nothing of the error of a custom fetch', async () => {
    const error = await viaFetch(() => Promise.reject(failure('ECONNRESET')));
    expect(inspect(error, { showHidden: true, depth: Infinity })).not.toContain(CARD);
    expect((error as Error).cause).toBeUndefined();
  });
});
