/**
 * Sees on Node whether `fetch` wrote a request: undici, the HTTP client inside, announces each request when it is made and again when it writes the headers.
 * Error codes cannot tell (the same ECONNRESET comes before and after a request was executed), this can.
 */
export interface SendTrace {
  /** undici made a request for our URL while this trace ran. */
  readonly created: boolean;
  /** undici handed the headers of at least one such request to the socket. */
  readonly written: boolean;
  /**
   * More than one request was made for this call. Nothing can be read from a response then: the body is sent once only, so a
   * later response may be to a request without one.
   */
  readonly repeated: boolean;
}

interface MutableTrace {
  readonly url: string;
  readonly stop: AbortController;
  created: boolean;
  /** Counted as made though the asynchronous context was lost, so that it is not known to be of this call. */
  presumed: boolean;
  written: boolean;
  repeated: boolean;
}

interface UndiciMessage {
  readonly request: { readonly origin?: string | URL; readonly path?: string };
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
 * Runs `action` and records in the trace what undici does for `url`. On a runtime without these channels the trace stays empty:
 * nothing is proven. The signal aborts when something is about to send the request a second time: a dispatcher that retries.
 */
export function traceSending<T>(
  url: string,
  action: (stop: AbortSignal) => Promise<T>,
): { trace: SendTrace; done: Promise<T> } {
  const stop = new AbortController();
  const trace: MutableTrace = { url, stop, created: false, written: false, presumed: false, repeated: false };
  run ??= subscribe();
  return { trace, done: run(trace, () => action(stop.signal)) };
}

function subscribe(): NonNullable<typeof run> {
  const hooks = builtin('node:async_hooks');
  const channels = builtin('node:diagnostics_channel');
  if (!hooks || !channels) return (_trace, action) => action();
  const current = new hooks.AsyncLocalStorage();
  const traces = new WeakMap<object, MutableTrace>();
  const running = new Set<MutableTrace>();
  channels.subscribe('undici:request:create', (message) => {
    const { request } = message as UndiciMessage;
    const trace = current.getStore();
    if (trace?.url !== `${String(request.origin)}${request.path ?? ''}`) {
      presume(running, request.path ?? '');
      return;
    }
    if (trace.created) repeat(trace);
    trace.created = true;
    traces.set(request, trace);
  });
  channels.subscribe('undici:client:sendHeaders', (message) => {
    const trace = traces.get((message as UndiciMessage).request);
    if (trace) trace.written = true;
  });
  return async (trace, action) => {
    running.add(trace);
    try {
      return await current.run(trace, action);
    } finally {
      running.delete(trace);
    }
  };
}

/**
 * Counts a request that was made outside of every call's asynchronous context (behind a queue, or for another host). One more
 * than there are calls to this path is a repeat, and nobody knows of which, so all of them are in doubt.
 */
function presume(running: ReadonlySet<MutableTrace>, path: string): void {
  const candidates = [...running].filter(({ url }) => path !== '' && url.endsWith(path));
  const waiting = candidates.find(({ created, presumed }) => !created && !presumed);
  if (waiting) waiting.presumed = true;
  else candidates.forEach(repeat);
}

function repeat(trace: MutableTrace): void {
  trace.repeated = true;
  trace.stop.abort();
}

/** A static import of a `node:` module would keep the package from loading in workers and browsers. */
function builtin<K extends keyof NodeModules>(name: K): NodeModules[K] | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?: (id: string) => unknown } };
  return process?.getBuiltinModule?.(name) as NodeModules[K] | undefined;
}
