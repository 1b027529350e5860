import type { CaptureResult } from '../result.ts';
import type { WireRequest, WireResponse } from '../transport/wire.ts';

/** What a hook is told about. */
export interface HookContext {
  readonly provider: string;
  readonly operation: 'capture' | 'lookup';
}

/** Functions that are told what happens, with every secret masked. They change nothing: what they return or throw is ignored. */
export interface Hooks {
  /** Just before the request is handed to the transport. */
  readonly onRequest?: (event: HookContext & { readonly request: WireRequest }) => void;
  /** When a whole answer has arrived. */
  readonly onResponse?: (
    event: HookContext & { readonly response: WireResponse; readonly milliseconds: number },
  ) => void;
  /** With the result of a capture. */
  readonly onResult?: (event: HookContext & { readonly result: CaptureResult }) => void;
}

/** Calls a hook in such a way that its mistakes cannot touch a payment. */
export function tell<E>(hook: ((event: E) => unknown) | undefined, event: () => E): void {
  if (!hook) return;
  try {
    const returned = hook(event());
    if (returned instanceof Promise) returned.catch(() => undefined);
  } catch {
    // Reporting to the caller's own hook would only fail again; the payment goes on.
  }
}
