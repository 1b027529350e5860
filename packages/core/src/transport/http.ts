/** One HTTP request, exactly as it goes out. Plain data. */
export interface WireRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** One HTTP answer, exactly as it came in, decoded as UTF-8. Plain data. */
export interface WireResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Sends one request and returns the whole answer. The rules for whoever writes one:
 * - one request, once: no retry, no redirect followed (a 3xx is returned like any answer);
 * - give up when `signal` aborts, whatever is being waited for;
 * - on failure throw {@link TransportError}. Say `unsent` only on proof that no byte of the request was written. Anything else that is thrown counts as in doubt.
 */
export interface Transport {
  send(request: WireRequest, context: { readonly signal: AbortSignal }): Promise<WireResponse>;
}

/** How far a request got when it failed: surely not written, perhaps written, or answered by something that cannot be read. */
export type FailurePhase = 'unsent' | 'in-doubt' | 'unreadable';

/** The codes that a transport can fail with; each is an `ErrorCode`. */
export type TransportFailureCode =
  | 'connection_refused'
  | 'host_not_found'
  | 'connection_failed'
  | 'tls_failed'
  | 'timeout'
  | 'aborted'
  | 'connection_lost'
  | 'unreadable_answer'
  | 'transport_failed';

const MARKER = Symbol.for('@capture/core/TransportError');

/** The failure of a {@link Transport}: phase and code, and nothing of the original error, whose text and cause may hold the request. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  readonly phase: FailurePhase;
  readonly code: TransportFailureCode;
  /** The HTTP status, where the answer got that far. */
  readonly httpStatus: number | undefined;

  constructor(phase: FailurePhase, code: TransportFailureCode, httpStatus?: number) {
    super(`${phase}: ${code}`);
    this.phase = phase;
    this.code = code;
    this.httpStatus = httpStatus;
    Object.defineProperty(this, MARKER, { value: true });
  }

  /** Whether a value is a `TransportError`, also one of another copy of this package. */
  static is(value: unknown): value is TransportError {
    return typeof value === 'object' && value !== null && MARKER in value;
  }
}
