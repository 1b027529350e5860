import type { Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { sendWithin } from '../src/transport/deadline.ts';
import type { Transport, TransportError, WireRequest, WireResponse } from '../src/transport/http.ts';
import { rawServer, type Behaviour, type RawServer } from './raw-server.ts';

/** A card that must not be in anything that leaves. */
export const CARD = '5425233430109903';

/** A capture as it goes out. */
export function post(url: string): WireRequest {
  return {
    method: 'POST',
    url: `${url}/capture`,
    headers: { authorization: 'Basic c2VjcmV0', 'content-type': 'application/json' },
    body: `{"card":"${CARD}"}`,
  };
}

/** A server that is closed when the test is over. */
export async function serve(behaviour: Behaviour): Promise<RawServer> {
  const server = await rawServer(behaviour);
  onTestFinished(() => server.close());
  return server;
}

/** How a request is sent in a test. */
export interface Sending {
  readonly timeout?: number;
  readonly signal?: AbortSignal | undefined;
}

/** What came of a request: the answer or the failure. */
export async function outcomeOf(
  transport: Transport,
  request: WireRequest,
  { timeout = 10_000, signal }: Sending = {},
) {
  const outcome: unknown = await sendWithin(transport, request, { timeout, signal }).catch((error: unknown) => error);
  return outcome as WireResponse | TransportError;
}

/** Sends one request to a server of its own. */
export async function sendTo(
  transport: Transport,
  behaviour: Behaviour,
  { scheme = 'http', ...sending }: Sending & { readonly scheme?: 'http' | 'https' } = {},
) {
  const server = await serve(behaviour);
  const outcome = await outcomeOf(transport, post(server.url.replace('http', scheme)), sending);
  return { outcome, server };
}

/** Writes this and leaves the connection open. */
export const write = (text: string | Buffer) => (socket: Socket) => void socket.write(text);
/** Writes this and closes. */
export const end = (text: string | Buffer) => (socket: Socket) => void socket.end(text);
/** Writes this, then resets. */
export const reset = (text: string) => (socket: Socket) =>
  void socket.write(text, () => {
    socket.resetAndDestroy();
  });
