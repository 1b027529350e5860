import type { WireRequest, WireResponse } from '../transport/http.ts';
import type { LookupResult } from './lookup-result.ts';
import type { CaptureResult } from './result.ts';

/** What a hook is told about. */
export interface HookContext {
  readonly provider: string;
  readonly operation: 'capture' | 'lookup';
  /** Which call of this client, counted from 1. The same in all events of one call. */
  readonly call: number;
}

/**
 * Functions that are told what happens, with every secret masked. They change nothing: what they return or throw is ignored, a request or an answer is a copy, a result is
 * frozen. Each call ends with `onResult` or `onLookup`, whether an answer came or not.
 */
export interface Hooks {
  /** Just before the request is handed to the transport. */
  readonly onRequest?: ((event: HookContext & { readonly request: WireRequest }) => void) | undefined;
  /** When a whole answer has arrived. */
  readonly onResponse?:
    ((event: HookContext & { readonly response: WireResponse; readonly milliseconds: number }) => void) | undefined;
  /** With the result of a capture. */
  readonly onResult?: ((event: HookContext & { readonly result: CaptureResult }) => void) | undefined;
  /** With the result of a look-up. */
  readonly onLookup?: ((event: HookContext & { readonly result: LookupResult }) => void) | undefined;
}
