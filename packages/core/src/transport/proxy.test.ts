import { fetch, ProxyAgent } from 'undici';
import { describe, expect, test } from 'vitest';
import { outcomeOf, post, serve } from '../../test/sending.ts';
import type { Fetch } from './fetch.ts';
import { createKyTransport } from './ky-transport.ts';

/** A transport through a proxy that gives this response to everything. */
async function through(response: string) {
  const proxy = await serve({ onConnect: (socket) => socket.once('data', () => socket.end(response)) });
  const dispatcher = new ProxyAgent(proxy.url);
  const throughProxy = (url: string, init: object) => fetch(url, { ...init, dispatcher });
  return createKyTransport({ fetch: throughProxy as unknown as Fetch });
}

describe('a proxy that refuses', () => {
  test.each([
    ['407 Proxy Authentication Required', 'proxy_authentication_required'],
    ['403 Forbidden', 'proxy_refused'],
    ['502 Bad Gateway', 'proxy_refused'],
    ['503 Service Unavailable', 'proxy_refused'],
  ])('with %s is named, and the capture is unsent', async (status, detail) => {
    const transport = await through(`HTTP/1.1 ${status}\r\ncontent-length: 0\r\n\r\n`);
    expect(await outcomeOf(transport, post('https://api.example'))).toMatchObject({
      phase: 'unsent',
      code: 'connection_failed',
      detail,
      httpStatus: Number(status.slice(0, 3)),
    });
  });
});
