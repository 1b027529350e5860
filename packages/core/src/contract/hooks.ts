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
 * Observability callbacks. Every secret is masked. They change nothing: their return values and exceptions are ignored,
 * requests and responses are copies, results are frozen. Each call ends with `onResult` or `onLookup`, with or without
 * a response.
 *
 * @example
 * ```ts
 * const hooks: Hooks = {
 *   onRequest: ({ call, request }) => log.debug({ call, url: request.url }),
 *   onResult: ({ call, result }) => log.info({ call, status: result.status }),
 * };
 * ```
 */
export interface ClientHooks {
  /** Emitted just before the request is passed to the transport. */
  readonly onRequest?: ((event: HookContext & { readonly request: WireRequest }) => void) | undefined;
  /** Emitted when a complete response has arrived. */
  readonly onResponse?:
    ((event: HookContext & { readonly response: WireResponse; readonly milliseconds: number }) => void) | undefined;
  /** Emitted with the result of a capture. */
  readonly onResult?: ((event: HookContext & { readonly result: CaptureResult }) => void) | undefined;
  /** Emitted with the result of a lookup. */
  readonly onLookup?: ((event: HookContext & { readonly result: LookupResult }) => void) | undefined;
}
