import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import { nativeCode, unsentCode } from '../transport/failure-code.ts';
import { TransportError, type TransportFailureCode, type WireRequest, type WireResponse } from '../transport/http.ts';
import type { Limits } from './check-options.ts';
import type { Connections } from './connections.ts';
import { PhaseTimer, type Timed } from './phase-timer.ts';
import { readAnswer, type Reader } from './read-response.ts';
import type { Targets } from './target.ts';
import { whenReady, type Steps } from './when-ready.ts';

/** The head of an answer may be this long. Said, because what Node allows can be set for the whole process. */
const MAX_HEAD_BYTES = 16 * 1024;

/** What the exchanges of one transport share. */
export interface Line {
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
export class Exchange implements Steps, Reader, Timed, EventListenerObject {
  readonly #line: Line;
  readonly #signal: AbortSignal;
  readonly #resolve: (response: WireResponse) => void;
  readonly #reject: (failure: TransportError) => void;
  readonly #timer = new PhaseTimer(this);
  #firstByteDue = 0;
  #outgoing: ClientRequest | undefined;
  #body: string | undefined;
  #written = false;
  #status: number | undefined;
  #over = false;

  constructor(
    line: Line,
    signal: AbortSignal,
    resolve: (response: WireResponse) => void,
    reject: (failure: TransportError) => void,
  ) {
    this.#line = line;
    this.#signal = signal;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  /** Sends the request. Called once. */
  start({ method, url, headers, body }: WireRequest): void {
    const { connections, targets, limits } = this.#line;
    const now = performance.now();
    this.#firstByteDue = now + limits.firstByte;
    this.#timer.begin(this.#firstByteDue, now);
    this.#signal.addEventListener('abort', this);
    this.#body = body;
    const broken = (error?: unknown): void => {
      this.#broken(error);
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
        .on('error', broken)
        .on('close', broken)
        .on('socket', (socket) => {
          const follow = (): void => {
            if (!this.#over) whenReady(socket, target.host, target.protocol === 'https:', this);
          };
          // One look at what has arrived on a kept connection in the meantime, before anything is written to it: it answers nobody.
          if (this.#outgoing?.reusedSocket) setImmediate(() => setImmediate(follow));
          else follow();
        })
        .on('response', (incoming) => {
          incoming.on('error', broken);
          if (!this.#written) broken();
          else if (!this.#over) this.#read(incoming);
        });
    } catch (error) {
      // A URL or a header that cannot be written.
      broken(error);
    }
  }

  resolving(): void {
    this.#phase(this.#line.limits.dns);
  }

  connecting(): void {
    this.#phase(this.#line.limits.connect);
  }

  ready(): void {
    if (this.#over) return;
    const now = performance.now();
    this.#timer.begin(now + this.#line.limits.headers, now);
    this.#written = true;
    try {
      this.#outgoing?.end(this.#body);
    } catch (error) {
      // Headers that contradict each other. Thrown from here it would end the process.
      this.#broken(error);
    }
  }

  ended(): void {
    this.#give('connection_failed');
  }

  late(): void {
    this.#give('timeout');
  }

  /** The signal has aborted. */
  handleEvent(): void {
    this.#give('aborted');
  }

  answered(response: WireResponse): void {
    if (this.#finish()) this.#resolve(response);
  }

  failed(failure: TransportError): void {
    if (!this.#finish()) return;
    this.#outgoing?.destroy();
    this.#reject(failure);
  }

  #phase(limit: number): void {
    const now = performance.now();
    if (!this.#over) this.#timer.begin(Math.min(now + limit, this.#firstByteDue), now);
  }

  #read(incoming: IncomingMessage): void {
    const now = performance.now();
    this.#timer.begin(now + this.#line.limits.body, now);
    this.#status = incoming.statusCode;
    readAnswer(incoming, this);
  }

  #broken(error: unknown): void {
    if (!this.#over) this.#give(this.#written ? 'connection_lost' : unsentCode(nativeCode(error)));
  }

  #give(code: TransportFailureCode): void {
    if (!this.#over) this.failed(new TransportError(this.#written ? 'in-doubt' : 'unsent', code, this.#status));
  }

  /** Whether this is the first end. */
  #finish(): boolean {
    if (this.#over) return false;
    this.#over = true;
    this.#timer.stop();
    this.#signal.removeEventListener('abort', this);
    return true;
  }
}
