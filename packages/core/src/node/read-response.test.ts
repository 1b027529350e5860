import { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { describe, expect, test, vi } from 'vitest';
import { type TransportError } from '../transport/http.ts';
import { checkNodeOptions } from './check-options.ts';
import { createConnections } from './connections.ts';
import { readResponse } from './read-response.ts';
import { RequestExchange } from './request-exchange.ts';
import { Targets } from './target.ts';
import { Tunnel } from './tunnel.ts';

// Events that no server on loopback brings about, or not on every version of Node.

/** Reads a response that consists of these events. */
function read(members: object, events: readonly (readonly [name: string, value?: unknown])[]) {
  const incoming = Object.assign(new EventEmitter(), { statusCode: 200, headers: {}, complete: true }, members);
  const handler = { onResponse: vi.fn(), onFailure: vi.fn<(failure: TransportError) => void>() };
  readResponse(incoming as unknown as IncomingMessage, handler);
  for (const [name, value] of events) incoming.emit(name, value);
  return { response: handler.onResponse.mock.calls[0]?.[0] as unknown, failure: handler.onFailure.mock.calls[0]?.[0] };
}

describe('a response', () => {
  test('is its status, headers and body', () => {
    const { response, failure } = read({ headers: { a: 'b' } }, [['data', Buffer.from('{}')], ['end']]);
    expect(response).toEqual({ status: 200, headers: { a: 'b' }, body: '{}' });
    expect(failure).toBeUndefined();
  });

  test('that ends before it is complete is in doubt', () => {
    const { response, failure } = read({ complete: false }, [['data', Buffer.from('{')], ['end']]);
    expect(response).toBeUndefined();
    expect(failure).toMatchObject({
      phase: 'in-doubt',
      code: 'connection_lost',
      httpStatus: 200,
      detail: 'truncated',
    });
  });

  test('whose body is no bytes is in doubt', () => {
    const { failure } = read({}, [['data', undefined]]);
    expect(failure).toMatchObject({ phase: 'in-doubt', code: 'transport_failed', httpStatus: 200 });
  });

  test('without a status has status 0', () => {
    expect(read({ statusCode: undefined }, [['end']]).response).toMatchObject({ status: 0, body: '' });
  });
});

describe('a connection that ended before it could be used', () => {
  const context = () => {
    const checked = checkNodeOptions({});
    return { connections: createConnections(checked), targets: new Targets(), limits: checked.limits };
  };
  const reset = Object.assign(new Error('x'), { code: 'ECONNRESET', syscall: 'read' });

  test.each([
    [null, 'connection_closed'],
    [reset, 'connection_reset'],
  ])('leaves a request unsent: %s', async (error, detail) => {
    const failure = await new Promise((resolve, reject) => {
      new RequestExchange(context(), new AbortController().signal, reject, resolve).onEnded(error);
    });
    expect(failure).toMatchObject({ phase: 'unsent', code: 'connection_failed', detail });
  });

  test('leaves a request unsent whose proxy it led to', () => {
    const opened = vi.fn<(failure: TransportError | null) => void>();
    const events = {
      onTunnel: vi.fn(),
      onProxyResolving: vi.fn(),
      onProxyConnecting: vi.fn(),
      onProxyRequest: vi.fn(),
    };
    new Tunnel({} as never, events, opened).onEnded(reset);
    expect(opened.mock.calls[0]?.[0]).toMatchObject({ phase: 'unsent', detail: 'proxy_unreachable' });
  });
});
