import type { ErrorDetail } from '../errors/error-details.ts';

/** One HTTP request, exactly as it is sent. Plain data. */
export interface WireRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** One HTTP response, exactly as received, decoded as UTF-8. Plain data. */
export interface WireResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The operation of a client that sends a request: one that moves money, or one that only reads. */
export type Operation = 'capture' | 'lookup';

/** The circumstances in which a {@link Transport} sends a request. */
export interface SendContext {
  /** Aborts the request, in every phase. */
  readonly signal: AbortSignal;
  /**
   * The operation that the request belongs to. A transport that wraps another passes it on; a request without one
   * counts as a capture.
   */
  readonly operation: Operation;
  /**
   * To be called, if it is given, just before the first byte may leave. Where it returns false nothing may be sent.
   * Core has called it once before `send`, so a transport that cannot tell that moment leaves it out.
   */
  readonly lastCheck?: (() => boolean) | undefined;
}

/**
 * Sends one request and returns the complete response. An implementation must:
 * - send one request, once: no retries, no redirects followed (a 3xx is returned like any response);
 * - give every capture a connection of its own: on a reused one, a response that arrives late is taken for the next;
 * - give up when `signal` aborts, in every phase;
 * - throw {@link TransportError} on failure, with `unsent` only on proof that no byte of the request was written.
 *   Anything else that is thrown counts as in doubt.
 */
export interface Transport {
  send(request: WireRequest, context: SendContext): Promise<WireResponse>;
}

/**
 * Progress of a request when it failed: proven not written, possibly written, or met by a response that cannot be read.
 */
export type FailurePhase = 'unsent' | 'in-doubt' | 'unreadable';

/** The failure codes of a transport; each is an `ErrorCode`. */
export type TransportFailureCode =
  | 'connection_refused'
  | 'host_not_found'
  | 'connection_failed'
  | 'tls_failed'
  | 'timeout'
  | 'aborted'
  | 'connection_lost'
  | 'unreadable_response'
  | 'transport_failed';

const MARKER = Symbol.for('@capture/core/TransportError');

/** What a {@link TransportError} may know besides its phase and code. */
export interface TransportFailureFacts {
  /** The trouble behind the code, of the closed list `ERROR_DETAILS`. */
  readonly detail?: ErrorDetail | undefined;
  /** The native code behind the detail `transport_misconfigured`, such as `UND_ERR_INVALID_ARG`: its name alone. */
  readonly nativeCode?: string | undefined;
  /** The response headers, where the response got that far: names in lower case. */
  readonly headers?: WireResponse['headers'] | undefined;
}

/**
 * The failure of a {@link Transport}: phase, code and detail, and nothing of the original error, which may contain the
 * request.
 */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  readonly phase: FailurePhase;
  readonly code: TransportFailureCode;
  /** The HTTP status, where the response got that far; of an unsent request that of a proxy which refused. */
  readonly httpStatus: number | undefined;
  /** The trouble behind the code, where it is known. */
  readonly detail: ErrorDetail | undefined;
  /** The native code behind the detail, by its name, where the transport reports it. */
  readonly nativeCode: string | undefined;
  /** The response headers, where the response got that far. Not enumerable: they may repeat the request. */
  declare readonly headers: WireResponse['headers'] | undefined;

  constructor(
    phase: FailurePhase,
    code: TransportFailureCode,
    httpStatus?: number,
    { detail, headers, nativeCode }: TransportFailureFacts = {},
  ) {
    super(detail === undefined ? `${phase}: ${code}` : `${phase}: ${code} (${detail})`);
    this.phase = phase;
    this.code = code;
    this.httpStatus = httpStatus;
    this.detail = detail;
    this.nativeCode = nativeCode;
    Object.defineProperty(this, 'headers', { value: headers });
    Object.defineProperty(this, MARKER, { value: true });
  }

  /** Recognises a `TransportError`, also one of another copy of this package. */
  static is(value: unknown): value is TransportError {
    return typeof value === 'object' && value !== null && MARKER in value;
  }
}
