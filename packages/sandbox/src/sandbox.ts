import { basePathOf } from './http/address.ts';
import { authorize } from './emulator/authorize.ts';
import type { EmulatorContext } from './emulator/emulator.ts';
import { handleRequest } from './http/handle-request.ts';
import type { FaultName } from './faults/faults.ts';
import { createIds, type Ids } from './state/ids.ts';
import { createInProcessFetch, type RequestHandler } from './http/in-process-fetch.ts';
import { Ledger } from './state/ledger.ts';
import { NotificationQueue, type Notifications } from './notifications/notifications.ts';
import type { NewAuthorization, SandboxOptions, PendingCompletion } from './options.ts';
import { CREDENTIALS, EMULATORS } from './providers/index.ts';
import type { ProviderName } from './state/provider-names.ts';
import { listen, type SandboxServer } from './http/server.ts';
import { createSigningKey } from './notifications/signing-key.ts';
import { createTruth, trueAuthorization, type TrueAuthorization, type Truth } from './state/truth.ts';
import { isLoopbackHost } from './http/loopback.ts';

/** Local emulators of the five providers, with one shared state. */
export interface Sandbox {
  /**
   * Stands in for `fetch`, in process. It answers for the paths of the server under any origin, and for the documented
   * hosts of the providers, so that a client works with its default base URL. Any other URL fails with `ENOTFOUND`.
   */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** Starts a server on loopback; `port` 0, the default, takes a free one. Other hosts are refused. */
  readonly listen: (options?: { readonly port?: number; readonly host?: string }) => Promise<SandboxServer>;
  /** A base URL for `fetch` above. With a fault, every call to it meets the fault. */
  readonly baseUrl: (provider: ProviderName, options?: { readonly fault?: FaultName }) => string;
  /** What a client of each emulator needs. */
  readonly credentials: typeof CREDENTIALS;
  /** Makes an authorization, which a capture can then take from. Pockyt has none, and is refused. */
  readonly authorize: (wanted: NewAuthorization) => TrueAuthorization;
  /** Ends a pending capture, and queues the notification that tells of it. */
  readonly completePending: (completion: PendingCompletion) => void;
  /** What really happened. */
  readonly truth: Truth;
  /** What the providers would send by themselves. */
  readonly notifications: Notifications;
  /** Back to the start: the sample authorizations, nothing captured, the same ids again. */
  readonly reset: () => void;
}

interface State {
  ledger: Ledger;
  ids: Ids;
  counts: Map<string, number>;
}

/**
 * Makes a sandbox. It opens nothing and sends nothing until it is asked to, and it shares nothing with another one.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const {
    seed = 1,
    faults,
    clock = () => new Date(),
    lookupShowsLaterCaptures = false,
    webhookBeforeResponse = false,
  } = options;
  const queue = new NotificationQueue(createSigningKey());
  const start = (): State => ({ ledger: new Ledger(), ids: createIds(seed), counts: new Map<string, number>() });
  let state = start();
  const context = (): EmulatorContext => ({
    ledger: state.ledger,
    ids: state.ids,
    now: clock,
    lookupShowsLaterCaptures,
  });

  const reset = () => {
    state = start();
    queue.clear();
    for (const { provider, samples } of Object.values(EMULATORS)) {
      for (const sample of samples) authorize({ provider, ...sample }, context());
    }
  };

  const handle: RequestHandler = async (to, request) => {
    const { ledger, counts } = state;
    const before = ledger.captures.length;
    const effect = handleRequest(to, request, { context: context(), counts, faults });
    const made = ledger.captures.slice(before).map((capture) => queue.add(capture, context()));
    for (const one of webhookBeforeResponse ? made : []) {
      if (one?.url !== undefined && isLoopbackHost(new URL(one.url).hostname)) await queue.deliver(one.id);
    }
    return effect;
  };

  reset();
  return {
    fetch: createInProcessFetch(handle),
    listen: (where) => listen(handle, where),
    baseUrl: (provider, { fault } = {}) => `http://127.0.0.1${basePathOf(provider, fault)}`,
    credentials: CREDENTIALS,
    authorize: (wanted) => trueAuthorization(state.ledger, authorize(wanted, context())),
    completePending: ({ provider, captureId, state: final }) => {
      const [capture] = state.ledger.capturesOf(provider, { captureId });
      if (capture?.state !== 'pending') throw new RangeError('There is no pending capture with this id.');
      capture.state = final;
      queue.add(capture, context());
    },
    truth: createTruth(() => state.ledger),
    notifications: queue,
    reset,
  };
}
