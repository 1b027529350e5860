/**
 * A record, on Node, of how far `fetch` got with a request: undici, the HTTP client inside, emits an event when it
 * creates the request and another one when it writes the headers. Error codes prove nothing (the same ECONNRESET comes
 * before and after a request was executed).
 */
export interface SendTrace {
  /** undici created a request for our URL while this trace ran. */
  readonly created: boolean;
  /** undici's events are seen, and none of this time can belong to the call: nothing was created for it. */
  readonly untouched: boolean;
  /** undici wrote the headers of at least one such request to the socket. */
  readonly written: boolean;
  /**
   * More than one request was created for this call. Its response proves nothing then: the body is sent only once, so a
   * later response may be to a request without one.
   */
  readonly repeated: boolean;
}

interface MutableTrace extends SendTrace {
  readonly url: string;
  readonly stop: AbortController;
  created: boolean;
  untouched: boolean;
  /** Counted as created although the asynchronous context was lost, so that it may belong to a different call. */
  presumed: boolean;
  written: boolean;
  repeated: boolean;
}

interface UndiciMessage {
  readonly request: { readonly origin?: string | URL; readonly path?: string };
}

// Declared by hand, so that dependents of this package do not need the types of Node to compile.
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
 * Runs `action` and records undici's events for `url`. On a runtime without these channels the trace stays empty:
 * nothing is proven. The signal aborts when the request is about to be sent a second time, by a dispatcher or a `fetch`
 * that retries.
 */
export function traceSending<T>(
  url: string,
  action: (stop: AbortSignal) => Promise<T>,
): { trace: SendTrace; done: Promise<T> } {
  const stop = new AbortController();
  run ??= subscribe();
  const trace: MutableTrace = {
    url,
    stop,
    created: false,
    written: false,
    presumed: false,
    repeated: false,
    untouched: run !== untraced,
  };
  return { trace, done: run(trace, () => action(stop.signal)) };
}

/** Where the runtime has no such events. */
const untraced: NonNullable<typeof run> = (_trace, action) => action();

function subscribe(): NonNullable<typeof run> {
  const hooks = builtin('node:async_hooks');
  const channels = builtin('node:diagnostics_channel');
  if (!hooks || !channels) return untraced;
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
    trace.untouched = false;
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
 * Counts a request that was created outside every call's asynchronous context (behind a queue, or for a different
 * host). One more request than there are such calls to this path is a repeat of any of them, so all are in doubt. A
 * call whose own request was seen is not among them: other code in this process may use the same path.
 */
function presume(running: ReadonlySet<MutableTrace>, path: string): void {
  const candidates = [...running].filter(({ url, created }) => !created && path !== '' && url.endsWith(path));
  const waiting = candidates.find(({ presumed }) => !presumed);
  for (const candidate of candidates) candidate.untouched = false;
  if (waiting) waiting.presumed = true;
  else candidates.forEach(repeat);
}

/**
 * Stops a repeat a microtask later: undici makes the request within the call of `fetch`, and an abort before that
 * returns is an uncaught exception of undici's. The body is written later than that.
 */
function repeat(trace: MutableTrace): void {
  trace.repeated = true;
  queueMicrotask(() => {
    trace.stop.abort();
  });
}

/** Loads a `node:` module. A static import would keep the package from loading in workers and browsers. */
function builtin<K extends keyof NodeModules>(name: K): NodeModules[K] | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?: (id: string) => unknown } };
  return process?.getBuiltinModule?.(name) as NodeModules[K] | undefined;
}
