import { inspect } from 'node:util';
import { Agent, fetch as undiciFetch } from 'undici';
import { describe, expect, test } from 'vitest';
import { httpResponse } from '../../test/raw-server.ts';
import { CARD, outcomeOf, post, serve, write } from '../../test/sending.ts';
import { isNativeCode } from './failure-code.ts';
import { failureOf } from './failure-of.ts';
import { TransportError } from './http.ts';
import type { Fetch } from './fetch.ts';
import { createKyTransport } from './ky-transport.ts';

const closed = (): Agent => {
  const agent = new Agent();
  void agent.close();
  return agent;
};
const through =
  (dispatcher: unknown, fetch: unknown = undiciFetch): Fetch =>
  (url, init) =>
    (fetch as Fetch)(url, Object.assign({}, init, { dispatcher }));

/** The error of a dispatcher that is older or newer than its `fetch`, on every version of Node. */
const otherVersion = (): Error =>
  new TypeError('fetch failed', {
    cause: Object.assign(new Error(`invalid onRequestStart method ${CARD}`), { code: 'UND_ERR_INVALID_ARG' }),
  });

/** Sends a capture through this `fetch`, to a server that would respond. */
async function send(fetch: Fetch) {
  const server = await serve({ onRequest: write(httpResponse('{}')) });
  return { server, outcome: await outcomeOf(createKyTransport({ fetch }), post(server.url)) };
}

describe('a transport that can send no request', () => {
  test.each<[string, Fetch, nativeCode: string]>([
    ['a closed dispatcher', through(closed()), 'UND_ERR_DESTROYED'],
    ['a closed dispatcher of another version than its fetch', through(closed(), fetch), 'UND_ERR'],
    ['a dispatcher of another version', () => Promise.reject(otherVersion()), 'UND_ERR_INVALID_ARG'],
  ])('is named, with the native code, and the capture is unsent: %s', async (_what, fetch, nativeCode) => {
    const { outcome, server } = await send(fetch);
    expect(outcome).toMatchObject({
      phase: 'unsent',
      code: 'connection_failed',
      detail: 'transport_misconfigured',
      nativeCode: expect.stringContaining(nativeCode) as string,
    });
    expect(inspect(outcome, { showHidden: true, depth: Infinity })).not.toMatch(/onRequestStart|destroyed\b|\d{16}/);
    expect(server.executed()).toBe(0);
  });

  test.each<[string, Fetch]>([
    ['a dispatcher that is none', through({})],
    ['a fetch with a mistake', () => Promise.reject(new TypeError('client.sned is not a function'))],
  ])('is named where nothing proves that the capture is unsent: %s', async (_what, fetch) => {
    const { outcome } = await send(fetch);
    expect(outcome).toMatchObject({
      phase: 'in-doubt',
      code: 'transport_failed',
      detail: 'transport_misconfigured',
      nativeCode: undefined,
    });
  });

  test('proves nothing where undici had created a request', async () => {
    const { outcome } = await send(async (url, init) => {
      await undiciFetch(url, init as never);
      throw otherVersion();
    });
    expect(outcome).toMatchObject({ phase: 'in-doubt', detail: 'transport_misconfigured' });
  });

  test('proves nothing where a request without context may be its own', async () => {
    const server = await serve({ onRequest: write(httpResponse('{}')) });
    // Created before the call, so that what it sends is of no call's context.
    let go = (): void => undefined;
    const elsewhere = new Promise<void>((resolve) => (go = resolve)).then(() =>
      undiciFetch(`${server.url}/capture`, { method: 'POST' }),
    );
    const fetch: Fetch = async () => {
      go();
      await elsewhere;
      throw otherVersion();
    };
    expect(await outcomeOf(createKyTransport({ fetch }), post(server.url))).toMatchObject({ phase: 'in-doubt' });
  });
});

describe('native codes', () => {
  test.each(['E2BIG', 'ECONNRESET', 'UND_ERR_INVALID_ARG', 'ERR_HTTP2_STREAM_ERROR', 'EAI_AGAIN', 'A'.repeat(48)])(
    '%s is one',
    (code) => {
      expect(isNativeCode(code)).toBe(true);
    },
  );

  test.each([
    '',
    'E',
    CARD,
    `E${CARD}`,
    'E_12345',
    'econnreset',
    'UND ERR',
    '_X',
    'X_',
    'X__Y',
    'É',
    'A'.repeat(49),
    5,
  ])('%s is none', (code) => {
    expect(isNativeCode(code)).toBe(false);
  });

  test('what does not look like one is dropped from the failure of a transport', () => {
    const failure = (nativeCode: string) =>
      failureOf(
        new TransportError('in-doubt', 'timeout', 500, { detail: 'truncated', headers: { a: 'b' }, nativeCode }),
      );
    expect(failure('ERR_X')).toMatchObject({ nativeCode: 'ERR_X' });
    expect(failure(CARD)).toMatchObject({ detail: 'truncated', httpStatus: 500, headers: { a: 'b' } });
    expect(failure(CARD).nativeCode).toBeUndefined();
  });
});
