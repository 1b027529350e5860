import http, { type Agent, type ClientRequest, type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { ErrorDetail } from '../errors/error-details.ts';
import type { ResponseHead } from '../transport/body-rules.ts';
import { nativeCode, unsentCode } from '../transport/failure-code.ts';
import { failureDetail } from '../transport/failure-detail.ts';
import { TransportError } from '../transport/http.ts';
import type { SendContext, TransportFailureCode, WireRequest, WireResponse } from '../transport/http.ts';
import { PhaseTimer, type DeadlineOwner } from './phase-timer.ts';
import { headOf, readResponse, type ResponseHandler } from './read-response.ts';
import type { TransportContext } from './transport-context.ts';
import { type ConnectionEvents, whenReady } from './when-ready.ts';

/** The longest response head. Explicit, because Node's own limit can be set for the whole process. */
const MAX_HEAD_BYTES = 16 * 1024;

/**
 * One request over one connection, sent once.
 *
 * `node:http` receives nothing before the socket is connected and, with TLS, the certificate is accepted. It would
 * accept the request earlier and buffer it, but then the moment of writing could not be observed. So `#written` turns
 * true in one place, just before the only call that can write a byte, and every failure before that is unsent, whatever
 * the error.
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
  #lastCheck: SendContext['lastCheck'];
  #written = false;
  #head: ResponseHead | undefined;
  /** The detail of a deadline that passes in this phase. */
  #late: ErrorDetail | undefined;
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
  start({ method, url, headers, body }: WireRequest, { operation, lastCheck }: SendContext): void {
    const { connections, targets, limits } = this.#context;
    const now = performance.now();
    this.#firstByteDue = now + limits.firstByte;
    this.#timer.begin(this.#firstByteDue, now);
    this.#signal.addEventListener('abort', this);
    this.#body = body;
    this.#lastCheck = lastCheck;
    const onError = (error?: unknown): void => {
      this.#onSocketError(error);
    };
    try {
      const { target, path } = targets.of(url);
      const { agent, connection } = connections.sourceFor(target.protocol, operation);
      const outgoing: ClientRequest & { readonly agent?: Agent } = (target.protocol === 'https:' ? https : http)
        .request({
          agent,
          protocol: target.protocol,
          host: target.host,
          port: target.port,
          path,
          method,
          headers: { ...headers, 'accept-encoding': 'identity', connection },
          maxHeaderSize: MAX_HEAD_BYTES,
          insecureHTTPParser: false,
        })
        // The error listeners are never removed: they also absorb the socket's errors after the result.
        .on('error', onError)
        .on('close', onError)
        .on('socket', (socket) => {
          const follow = (): void => {
            if (!this.#settled) whenReady(socket, target.host, target.protocol === 'https:', this);
          };
          // Bytes that have arrived on a kept connection in the meantime are noticed first: they respond to nothing.
          if (this.#outgoing?.reusedSocket) setImmediate(() => setImmediate(follow));
          else follow();
        })
        .on('response', (incoming) => {
          incoming.on('error', onError);
          if (!this.#written) onError();
          else if (!this.#settled) this.#read(incoming);
        });
      this.#outgoing = outgoing;
      // A mocking library or a global proxy. Its sockets connect once the request is written, which this one awaits, or
      // carry other requests too.
      if (outgoing.agent !== agent) this.#fail('connection_failed', 'intercepted');
    } catch (error) {
      // A URL or a header that Node refuses.
      onError(error);
    }
  }

  onResolving(): void {
    this.#beginPhase(this.#context.limits.dns, 'dns_timed_out');
  }

  onConnecting(): void {
    this.#beginPhase(this.#context.limits.connect, 'connection_timed_out');
  }

  onReady(): void {
    if (!this.#settled && this.#lastCheck?.() === false) this.#fail('aborted', 'last_check');
    if (this.#settled) return;
    const now = performance.now();
    this.#timer.begin(now + this.#context.limits.headers, now);
    this.#written = true;
    this.#late = undefined;
    try {
      this.#outgoing?.end(this.#body);
    } catch (error) {
      // Contradictory headers. Thrown from here, the error would end the process.
      this.#onSocketError(error);
    }
  }

  onEnded(error: Error | null): void {
    this.#fail(unsentCode(nativeCode(error)), failureDetail(error) ?? 'connection_closed');
  }

  onDeadline(): void {
    this.#fail('timeout', this.#late);
  }

  /** Handles the abort of the signal. */
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

  #beginPhase(limit: number, late: ErrorDetail): void {
    this.#late = late;
    const now = performance.now();
    if (!this.#settled) this.#timer.begin(Math.min(now + limit, this.#firstByteDue), now);
  }

  #read(incoming: IncomingMessage): void {
    const now = performance.now();
    this.#timer.begin(now + this.#context.limits.body, now);
    this.#head = headOf(incoming);
    this.#late = 'truncated';
    readResponse(incoming, this);
  }

  #onSocketError(error: unknown): void {
    if (this.#settled) return;
    const code = this.#written ? 'connection_lost' : unsentCode(nativeCode(error));
    this.#fail(code, failureDetail(error, this.#head));
  }

  #fail(code: TransportFailureCode, detail?: ErrorDetail): void {
    if (this.#settled) return;
    const { status, headers } = this.#head ?? {};
    this.onFailure(new TransportError(this.#written ? 'in-doubt' : 'unsent', code, status, { detail, headers }));
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
