/**
 * Sees on Node whether `fetch` wrote a request: undici, the HTTP client inside, announces each request when it is made and again when it writes the headers.
 * Error codes cannot tell (the same ECONNRESET comes before and after a request was executed), this can.
 */
export interface SendTrace {
  /** undici made a request for our URL while this trace ran. */
  readonly created: boolean;
  /** undici handed the headers of at least one such request to the socket. */
  readonly written: boolean;
  /** The status of an answer after which `fetch` would have sent the request again, had it not been stopped. */
  readonly stoppedAt: number | undefined;
}

interface MutableTrace {
  readonly url: string;
  readonly stop: AbortController;
  created: boolean;
  written: boolean;
  stoppedAt: number | undefined;
}

interface UndiciMessage {
  readonly request: { readonly origin?: string | URL; readonly path?: string };
  readonly response?: { readonly statusCode?: number };
}

// Written out by hand, so that the types of Node are not needed where this package is compiled against.
interface Storage {
  run<T>(store: MutableTrace, action: () => T): T;
  getStore(): MutableTrace | undefined;
}
interface NodeModules {
  'node:async_hooks': { AsyncLocalStorage: new () => Storage };
  'node:diagnostics_channel': { subscribe(name: string, listener: (message: unknown) => void): void };
}

let run: (<T>(trace: MutableTrace, action: () => Promise<T>) => Promise<T>) | undefined;

/**
 * Runs `action` and records in the trace what undici does for `url`. On a runtime without these channels the trace stays empty: nothing is proven. The signal aborts when `fetch`
 * is about to send the request a second time.
 */
export function traceSending<T>(
  url: string,
  action: (stop: AbortSignal) => Promise<T>,
): { trace: SendTrace; done: Promise<T> } {
  const stop = new AbortController();
  const trace: MutableTrace = { url, stop, created: false, written: false, stoppedAt: undefined };
  run ??= subscribe();
  return { trace, done: run(trace, () => action(stop.signal)) };
}

function subscribe(): NonNullable<typeof run> {
  const hooks = builtin('node:async_hooks');
  const channels = builtin('node:diagnostics_channel');
  if (!hooks || !channels) return (_trace, action) => action();
  const current = new hooks.AsyncLocalStorage();
  const traces = new WeakMap<object, MutableTrace>();
  channels.subscribe('undici:request:create', (message) => {
    const { request } = message as UndiciMessage;
    const trace = current.getStore();
    if (trace?.url !== `${String(request.origin)}${request.path ?? ''}`) return;
    trace.created = true;
    traces.set(request, trace);
  });
  channels.subscribe('undici:client:sendHeaders', (message) => {
    const trace = traces.get((message as UndiciMessage).request);
    if (trace) trace.written = true;
  });
  channels.subscribe('undici:request:headers', (message) => {
    const { request, response } = message as UndiciMessage;
    const trace = traces.get(request);
    // The fetch standard repeats any request, a POST too, that is answered with 421 (Misdirected Request).
    if (!trace || response?.statusCode !== 421) return;
    trace.stoppedAt = 421;
    trace.stop.abort();
  });
  return (trace, action) => current.run(trace, action);
}

/** A static import of a `node:` module would keep the package from loading in workers and browsers. */
function builtin<K extends keyof NodeModules>(name: K): NodeModules[K] | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?: (id: string) => unknown } };
  return process?.getBuiltinModule?.(name) as NodeModules[K] | undefined;
}
