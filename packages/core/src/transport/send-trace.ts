/**
 * Sees on Node whether `fetch` wrote a request: undici, the HTTP client inside, announces each request when it is made and again when it writes the headers.
 * Error codes cannot tell (the same ECONNRESET comes before and after a request was executed), this can.
 */
export interface SendTrace {
  /** undici made a request for our URL while this trace ran. */
  readonly created: boolean;
  /** undici handed the headers of at least one such request to the socket. */
  readonly written: boolean;
}

interface MutableTrace {
  readonly url: string;
  created: boolean;
  written: boolean;
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

/** Runs `action` and records in the trace what undici does for `url`. On a runtime without these channels the trace stays empty: nothing is proven. */
export function traceSending<T>(url: string, action: () => Promise<T>): { trace: SendTrace; done: Promise<T> } {
  const trace: MutableTrace = { url, created: false, written: false };
  run ??= subscribe();
  return { trace, done: run(trace, action) };
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
  return (trace, action) => current.run(trace, action);
}

/** A static import of a `node:` module would keep the package from loading in workers and browsers. */
function builtin<K extends keyof NodeModules>(name: K): NodeModules[K] | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?: (id: string) => unknown } };
  return process?.getBuiltinModule?.(name) as NodeModules[K] | undefined;
}
