import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import { nativeCode, unsentCode } from '../transport/failure-code.ts';
import { TransportError, type TransportFailureCode, type WireRequest, type WireResponse } from '../transport/http.ts';
import type { Limits } from './check-options.ts';
import type { Connections } from './connections.ts';
import { PhaseTimer, type DeadlineOwner } from './phase-timer.ts';
import { readResponse, type ResponseHandler } from './read-response.ts';
import type { Targets } from './target.ts';
import { type ConnectionEvents, whenReady } from './when-ready.ts';

/** The head of an answer may be this long. Said, because what Node allows can be set for the whole process. */
const MAX_HEAD_BYTES = 16 * 1024;

/** Shared by all exchanges of one transport. */
export interface TransportContext {
  readonly connections: Connections;
  readonly targets: Targets;
  readonly limits: Limits;
}

/**
 * One request over one connection, sent once.
 *
 * `node:http` is given nothing before the socket is connected and, with TLS, the certificate is accepted. It would take the request earlier and keep it back by
 * itself, but then nobody outside could tell when it stopped doing so. So `#written` turns true in one place, just before the only call that can hand over a byte,
 * and whatever fails before that is unsent, whichever error it is.
 */
export class RequestExchange implements ConnectionEvents, ResponseHandler, DeadlineOwner, EventListenerObject {
  readonly #context: TransportContext;
  readonly #signal: AbortSignal;
  readonly #resolve: (response: WireResponse) => void;
  readonly #reject: (failure: TransportError) => void;
  readonly #timer = new PhaseTimer(this);
  #firstByteDue = 0;
  #outgoing: ClientRequest | undefined;
  #body: string | undefined;
  #written = false;
  #status: number | undefined;
  #settled = false;

  constructor(
    context: TransportContext,
    signal: AbortSignal,
    resolve: (response: WireResponse) => void,
    reject: (failure: TransportError) => void,
  ) {
    this.#context = context;
    this.#signal = signal;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  /** Sends the request. Called once. */
  start({ method, url, headers, body }: WireRequest): void {
    const { connections, targets, limits } = this.#context;
    const now = performance.now();
    this.#firstByteDue = now + limits.firstByte;
    this.#timer.begin(this.#firstByteDue, now);
    this.#signal.addEventListener('abort', this);
    this.#body = body;
    const onError = (error?: unknown): void => {
      this.#onSocketError(error);
    };
    try {
      const { target, path } = targets.of(url);
      const connection = connections.kept() ? 'keep-alive' : 'close';
      this.#outgoing = http
        .request({
          agent: connections.agentFor(target.protocol),
          protocol: target.protocol,
          host: target.host,
          port: target.port,
          path,
          method,
          headers: { ...headers, 'accept-encoding': 'identity', connection },
          maxHeaderSize: MAX_HEAD_BYTES,
          insecureHTTPParser: false,
        })
        // The listeners for errors are never taken off: what a socket says after the result goes here, and nowhere.
        .on('error', onError)
        .on('close', onError)
        .on('socket', (socket) => {
          const follow = (): void => {
            if (!this.#settled) whenReady(socket, target.host, target.protocol === 'https:', this);
          };
          // One look at what has arrived on a kept connection in the meantime, before anything is written to it: it answers nobody.
          if (this.#outgoing?.reusedSocket) setImmediate(() => setImmediate(follow));
          else follow();
        })
        .on('response', (incoming) => {
          incoming.on('error', onError);
          if (!this.#written) onError();
          else if (!this.#settled) this.#read(incoming);
        });
    } catch (error) {
      // A URL or a header that cannot be written.
      onError(error);
    }
  }

  onResolving(): void {
    this.#beginPhase(this.#context.limits.dns);
  }

  onConnecting(): void {
    this.#beginPhase(this.#context.limits.connect);
  }

  onReady(): void {
    if (this.#settled) return;
    const now = performance.now();
    this.#timer.begin(now + this.#context.limits.headers, now);
    this.#written = true;
    try {
      this.#outgoing?.end(this.#body);
    } catch (error) {
      // Headers that contradict each other. Thrown from here it would end the process.
      this.#onSocketError(error);
    }
  }

  onEnded(): void {
    this.#fail('connection_failed');
  }

  onDeadline(): void {
    this.#fail('timeout');
  }

  /** The signal has aborted. */
  handleEvent(): void {
    this.#fail('aborted');
  }

  onResponse(response: WireResponse): void {
    if (this.#settle()) this.#resolve(response);
  }

  onFailure(failure: TransportError): void {
    if (!this.#settle()) return;
    this.#outgoing?.destroy();
    this.#reject(failure);
  }

  #beginPhase(limit: number): void {
    const now = performance.now();
    if (!this.#settled) this.#timer.begin(Math.min(now + limit, this.#firstByteDue), now);
  }

  #read(incoming: IncomingMessage): void {
    const now = performance.now();
    this.#timer.begin(now + this.#context.limits.body, now);
    this.#status = incoming.statusCode;
    readResponse(incoming, this);
  }

  #onSocketError(error: unknown): void {
    if (!this.#settled) this.#fail(this.#written ? 'connection_lost' : unsentCode(nativeCode(error)));
  }

  #fail(code: TransportFailureCode): void {
    if (!this.#settled) this.onFailure(new TransportError(this.#written ? 'in-doubt' : 'unsent', code, this.#status));
  }

  /** Returns whether this call settled the exchange. */
  #settle(): boolean {
    if (this.#settled) return false;
    this.#settled = true;
    this.#timer.stop();
    this.#signal.removeEventListener('abort', this);
    return true;
  }
}
