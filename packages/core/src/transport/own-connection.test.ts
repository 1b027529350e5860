import { expect, onTestFinished, test, vi } from 'vitest';
import { outcomeOf, post } from '../../test/sending.ts';
import { createKyTransport } from './ky-transport.ts';

// On Deno itself: tools/tests/outside/node-transport.slow.ts, clause W12 over fetch.

/** Poses as Deno, and records what becomes of its clients. */
function posingAsDeno() {
  const clients: { readonly options: object; closed: boolean; close(): void }[] = [];
  vi.stubGlobal('Deno', {
    createHttpClient(options: object) {
      const client = {
        options,
        closed: false,
        close() {
          client.closed = true;
        },
      };
      clients.push(client);
      return client;
    },
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  return clients;
}

/** A `fetch` that records the client of each request, and whether that was open until the body was read. */
function recording(respond: () => Response) {
  const given: unknown[] = [];
  const fetch = (_url: unknown, init?: RequestInit): Promise<Response> => {
    given.push((init as { readonly client?: unknown }).client);
    return Promise.resolve().then(respond);
  };
  return { given, fetch };
}

test('on Deno each request has a client that keeps no connection, and that is closed after it', async () => {
  const clients = posingAsDeno();
  const { given, fetch } = recording(() => {
    expect(clients.at(-1)?.closed).toBe(false);
    return new Response('{}');
  });
  const transport = createKyTransport({ fetch });
  for (const count of [1, 2]) {
    expect(await outcomeOf(transport, post('https://acme.example'))).toMatchObject({ status: 200 });
    expect(clients).toHaveLength(count);
  }
  expect(given).toEqual(clients);
  expect(clients.map(({ options, closed }) => [options, closed])).toEqual([
    [{ poolMaxIdlePerHost: 0 }, true],
    [{ poolMaxIdlePerHost: 0 }, true],
  ]);
});

test('on Deno the client reaches the fetch of the runtime, too', async () => {
  const clients = posingAsDeno();
  const { given, fetch } = recording(() => new Response('{}'));
  vi.stubGlobal('fetch', fetch);
  await outcomeOf(createKyTransport(), post('https://acme.example'));
  expect(clients).toHaveLength(1);
  expect(given).toEqual(clients);
});

test('on Deno the client of a failed request is closed', async () => {
  const clients = posingAsDeno();
  const { fetch } = recording(() => {
    throw new TypeError('lost');
  });
  expect(await outcomeOf(createKyTransport({ fetch }), post('https://acme.example'))).toMatchObject({
    phase: 'in-doubt',
  });
  expect(clients.map(({ closed }) => closed)).toEqual([true]);
});

test('on other runtimes the init of fetch has no client', async () => {
  const { given, fetch } = recording(() => new Response('{}'));
  await outcomeOf(createKyTransport({ fetch }), post('https://acme.example'));
  expect(given).toEqual([undefined]);
});
