import assert from 'node:assert/strict';
import type { Fetch } from '@capture/core';
import { each, type Proof } from '../../clause.ts';
import { clientOf } from '../../support/client.ts';
import type { Behaviour } from '../../support/faulty-server.ts';
import { responseBytes } from '../../support/http-response.ts';
import { withServer } from '../../support/loopback.ts';

const BODIES = ['the same body', 'a copy of the body'] as const;
// The fetch of Bun and Deno takes the body as a string, which their own wrappers can send again.
const isNode = !('Bun' in globalThis || 'Deno' in globalThis);

/** A `fetch` as programs wrap it: up to three attempts, with the body that it was given, or with a copy of it. */
function retrying(body: (typeof BODIES)[number]): Fetch {
  return async (url, init) => {
    const headers = new Headers(init.headers);
    const copy = body === 'a copy of the body' ? await new Response(init.body ?? null).text() : undefined;
    // A string has its own length.
    if (copy !== undefined) headers.delete('content-length');
    for (let left = 2; ; left -= 1) {
      try {
        const response = await fetch(url, copy === undefined ? init : { ...init, headers, body: copy });
        if (response.status < 500 || left === 0) return response;
      } catch (error) {
        if (left === 0) throw error;
      }
    }
  };
}

/** Servers that have the request, and that a program which retries would send it to again. */
const FAILURES: Readonly<Record<string, Behaviour>> = {
  'HTTP 503': {
    onRequest: (socket) => void socket.end(responseBytes({ status: 503, headers: { 'retry-after': '0' }, body: '{}' })),
  },
  'a reset': { onRequest: (socket) => void socket.resetAndDestroy() },
  'a closed connection': { onRequest: (socket) => void socket.end() },
};

/** Proves that no wrapper of `fetch` can send a capture again. */
export const retryingFetch = [
  each('F20', 'on Node a capture is sent once, even through a fetch that tries again', (subject) =>
    BODIES.filter(() => isNode).flatMap((body) =>
      Object.entries(FAILURES).map(([name, behaviour]): Proof => [
        `${name}, with ${body}`,
        () =>
          withServer(behaviour, async (server) => {
            const client = clientOf(subject, { baseUrl: server.url, fetch: retrying(body) });
            const { status } = await client.capture(subject.request);
            await server.quiet();
            assert.equal(server.requests.filter((request) => request.body).length, 1);
            assert.equal(status, 'unknown');
          }),
      ]),
    ),
  ),
];
