import { authorize, type NewAuthorization } from './emulator/authorize.ts';
import type { Emulator, EmulatorContext } from './emulator/emulator.ts';
import { createControl } from './control/control.ts';
import { CurrentConditions, IDEAL } from './faults/conditions.ts';
import { FaultRules } from './faults/fault-rules.ts';
import type { FaultName } from './faults/faults.ts';
import { basePathOf } from './http/address.ts';
import { handleRequest, type RequestHandler } from './http/handle-request.ts';
import { createInProcessFetch } from './http/in-process-fetch.ts';
import type { ListenOptions } from './http/listen-options.ts';
import { isLoopbackHost } from './http/loopback.ts';
import { listen, type SandboxServer } from './http/server.ts';
import { loggedRequest } from './log/logged-request.ts';
import { KeptRequests, type RequestLog } from './log/request-log.ts';
import { NotificationQueue, type Notifications } from './notifications/notification-queue.ts';
import type { EmulatedNotification } from './notifications/notification.ts';
import { createSigningKey } from './notifications/signing-key.ts';
import type { PendingCompletion, SandboxOptions } from './options.ts';
import { CREDENTIALS, EMULATORS } from './providers/index.ts';
import { createIds } from './state/ids.ts';
import { type Capture, Ledger } from './state/ledger.ts';
import { restore, snapshotOf, type Snapshot } from './state/snapshot.ts';
import { seededRandom } from './state/random.ts';
import type { ProviderName } from './state/provider-names.ts';
import { createTruth, trueAuthorization, type TrueAuthorization, type Truth } from './state/truth.ts';

/** Local emulators of the five providers, with one shared state. */
export interface Sandbox {
  /**
   * Stands in for `fetch`, in process. It serves the paths of the server under any origin, and the documented hosts of
   * the providers, so that a client works with the base URLs of its environments. Any other URL fails with `ENOTFOUND`.
   */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** Starts a server on loopback. Other hosts are refused. */
  readonly listen: (options?: ListenOptions) => Promise<SandboxServer>;
  /** A base URL for `fetch` above. With a fault, every call to it meets the fault. */
  readonly baseUrl: (provider: ProviderName, options?: { readonly fault?: FaultName }) => string;
  /** The credentials that a client of each emulator needs. */
  readonly credentials: typeof CREDENTIALS;
  /** Creates an authorization to capture. Throws a `RangeError` for Pockyt, which has none. */
  readonly authorize: (authorization: NewAuthorization) => TrueAuthorization;
  /** Ends a pending capture, and queues the notification that reports it. */
  readonly completePending: (completion: PendingCompletion) => void;
  /** The actual state, to compare with the result of a client. */
  readonly truth: Truth;
  /** The notifications that the providers would send by themselves. */
  readonly notifications: Notifications;
  /** Every request that reached an emulator, whoever sent it. */
  readonly requests: RequestLog;
  /** Faults that are set while it runs. One in the base URL takes precedence, and these over the `faults` function. */
  readonly faults: Pick<FaultRules, 'add' | 'list' | 'remove' | 'clear'>;
  /** Latency, and a rate limit that lifts by itself. */
  readonly conditions: Pick<CurrentConditions, 'get' | 'set'>;
  /** The authorizations and captures as plain JSON, to go on with them later. */
  readonly snapshot: () => Snapshot;
  /** Puts the authorizations and captures of a snapshot in place of the present ones. */
  readonly restore: (snapshot: unknown) => void;
  /** Calls the listener after each request and each change. Returns a function that ends this. */
  readonly onChange: (listener: () => void) => () => void;
  /**
   * Restores the initial state: the sample authorizations, no captures, no faults, the same ids again. With a provider,
   * only its authorizations and captures.
   */
  readonly reset: (provider?: ProviderName) => void;
}

/**
 * Creates a sandbox. It opens no port and sends nothing until a method does, and shares no state with another sandbox.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const {
    seed = 1,
    faults,
    clock = () => new Date(),
    lookupShowsLaterCaptures = false,
    live = false,
    webhookBeforeResponse = false,
  } = options;
  const ledger = new Ledger();
  const callCounts = new Map<string, number>();
  const queue = new NotificationQueue(createSigningKey());
  const rules = new FaultRules(seededRandom(seed));
  const conditions = new CurrentConditions(seededRandom(seed), () => clock().getTime());
  const log = new KeptRequests();
  let ids = createIds(seed);
  const context = (): EmulatorContext => ({ ledger, ids, now: clock, lookupShowsLaterCaptures, live });

  const dueBeforeResponse: EmulatedNotification[] = [];
  let executed: Capture[] = [];
  ledger.onCapture((capture) => {
    executed.push(capture);
    const notification = queue.add(capture, context());
    if (webhookBeforeResponse && notification && goesToLoopback(notification)) dueBeforeResponse.push(notification);
  });
  const handle: RequestHandler = async (to, request) => {
    executed = [];
    // This never waits, so whatever is due or executed afterwards belongs to this request.
    const effect = handleRequest(to, request, {
      context: context(),
      callCounts,
      faults: (call) => rules.choose(call) ?? faults?.(call),
      exceedsLimit: (provider) => conditions.exceedsLimit(provider),
      onHandled: (handled) => {
        log.add(loggedRequest(handled, clock(), executed));
        changed();
      },
    });
    for (const { id } of dueBeforeResponse.splice(0)) await queue.deliver(id);
    await conditions.delay();
    return effect;
  };

  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  const addSamples = ({ provider, samples }: Emulator) => {
    for (const sample of samples) authorize({ provider, ...sample }, EMULATORS[provider], context());
  };
  const reset = (provider?: ProviderName) => {
    ledger.clear(provider);
    changed();
    if (provider !== undefined) {
      addSamples(EMULATORS[provider]);
      return;
    }
    callCounts.clear();
    queue.clear();
    rules.clear();
    conditions.set(IDEAL);
    log.clear();
    ids = createIds(seed);
    for (const emulator of Object.values(EMULATORS)) addSamples(emulator);
  };

  reset();
  const sandbox: Sandbox = {
    fetch: createInProcessFetch(handle),
    listen: (listenOptions = {}) => listen({ handle, control: createControl(sandbox), options: listenOptions }),
    baseUrl: (provider, { fault } = {}) => `http://127.0.0.1${basePathOf(provider, fault)}`,
    credentials: CREDENTIALS,
    authorize: (authorization) => {
      const made = authorize(authorization, EMULATORS[authorization.provider], context());
      changed();
      return trueAuthorization(ledger, made);
    },
    completePending: ({ provider, captureId, state }) => {
      queue.add(ledger.complete(provider, captureId, state), context());
      changed();
    },
    truth: createTruth(ledger),
    notifications: queue,
    requests: log,
    faults: rules,
    conditions,
    snapshot: () => snapshotOf(ledger, ids.position()),
    restore: (snapshot) => {
      ids = createIds(seed, restore(ledger, snapshot));
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    reset,
  };
  return sandbox;
}

function goesToLoopback({ url }: EmulatedNotification): boolean {
  return url !== undefined && isLoopbackHost(new URL(url).hostname);
}
