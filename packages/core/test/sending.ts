import type { Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { sendWithin } from '../src/transport/deadline.ts';
import type { Operation, Transport, TransportError, WireRequest, WireResponse } from '../src/transport/http.ts';
import { rawServer, type Behaviour, type RawServer } from './raw-server.ts';

/** A card number that must not be in any output. */
export const CARD = '5425233430109903';

/** A request, as it is sent: a capture, or one of the lookups that are a POST. */
export function post(url: string): WireRequest {
  return {
    method: 'POST',
    url: `${url}/capture`,
    headers: { authorization: 'Basic c2VjcmV0', 'content-type': 'application/json' },
    body: `{"card":"${CARD}"}`,
  };
}

/** Starts a server that is closed at the end of the test. */
export async function serve(behaviour: Behaviour): Promise<RawServer> {
  const server = await rawServer(behaviour);
  onTestFinished(() => server.close());
  return server;
}

/** Options of sending in a test. */
export interface Sending {
  /** `capture` by default. */
  readonly operation?: Operation;
  readonly timeout?: number;
  readonly signal?: AbortSignal | undefined;
  readonly lastCheck?: (() => boolean) | undefined;
}

/** Sends a request, and returns the response or the failure. */
export async function outcomeOf(
  transport: Transport,
  request: WireRequest,
  { operation = 'capture', timeout = 10_000, signal, lastCheck }: Sending = {},
) {
  const context = { operation, timeout, signal, lastCheck };
  const outcome: unknown = await sendWithin(transport, request, context).catch((error: unknown) => error);
  return outcome as WireResponse | TransportError;
}

/** Sends one request to its own server. */
export async function sendTo(
  transport: Transport,
  behaviour: Behaviour,
  { scheme = 'http', ...sending }: Sending & { readonly scheme?: 'http' | 'https' } = {},
) {
  const server = await serve(behaviour);
  const outcome = await outcomeOf(transport, post(server.url.replace('http', scheme)), sending);
  return { outcome, server };
}

/** Writes, and leaves the connection open. */
export const write = (text: string | Buffer) => (socket: Socket) => void socket.write(text);
/** Writes, then closes. */
export const end = (text: string | Buffer) => (socket: Socket) => void socket.end(text);
/** Writes, then resets. */
export const reset = (text: string) => (socket: Socket) =>
  void socket.write(text, () => {
    socket.resetAndDestroy();
  });
