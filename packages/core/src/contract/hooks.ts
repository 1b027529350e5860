import type { ErrorDetail } from '../errors/error-details.ts';
import type { Operation, WireRequest, WireResponse } from '../transport/http.ts';
import type { LookupResult } from './lookup-result.ts';
import type { CaptureResult } from './result.ts';

/** The call that an event belongs to. */
export interface HookContext {
  readonly provider: string;
  readonly operation: Operation;
  /** The number of the call within its client, from 1. The same in all events of one call. */
  readonly call: number;
}

/**
 * Observability callbacks. Every secret is masked. What a provider wrote is otherwise verbatim: see `printable` before
 * you write it to a terminal. They change nothing: their return values and exceptions are ignored, and requests,
 * responses and results are copies. Each call ends with `onResult` or `onLookup`, with or without a response.
 *
 * @example
 * ```ts
 * const hooks: ClientHooks = {
 *   onRequest: ({ call, request }) => log.debug({ call, url: request.url }),
 *   onResult: ({ call, result }) => log.info({ call, status: result.status }),
 * };
 * ```
 */
export interface ClientHooks {
  /** Emitted just before the request is passed to the transport. */
  readonly onRequest?: ((event: HookContext & { readonly request: WireRequest }) => void) | undefined;
  /**
   * Emitted when a complete response has arrived. Where its body cannot be read, for its charset, its length or its
   * encoding, status and headers come with an empty body, because secrets in it could not be masked: `bodyOmitted` is
   * the reason.
   */
  readonly onResponse?:
    | ((
        event: HookContext & {
          readonly response: WireResponse;
          readonly bodyOmitted: ErrorDetail | undefined;
          readonly milliseconds: number;
        },
      ) => void)
    | undefined;
  /** Emitted with the result of a capture. */
  readonly onResult?: ((event: HookContext & { readonly result: CaptureResult }) => void) | undefined;
  /** Emitted with the result of a lookup. */
  readonly onLookup?: ((event: HookContext & { readonly result: LookupResult }) => void) | undefined;
}
