import type { CREDENTIALS } from './providers/index.ts';
import type { NewAuthorization } from './emulator/authorize.ts';
import type { CurrentConditions } from './faults/conditions.ts';
import type { FaultRules } from './faults/fault-rules.ts';
import type { FaultName } from './faults/faults.ts';
import type { ListenOptions } from './http/listen-options.ts';
import type { MswHttp } from './http/msw-handlers.ts';
import type { SandboxServer } from './http/sandbox-server.ts';
import type { RequestLog } from './log/request-log.ts';
import type { Notifications } from './notifications/notification-queue.ts';
import type { AuthorizationCompletion, PendingCompletion } from './options.ts';
import type { ProviderName } from './state/provider-names.ts';
import type { Snapshot } from './state/snapshot.ts';
import type { TrueAuthorization, Truth } from './state/truth.ts';

/** Local emulators of the five providers, with one shared state. */
export interface Sandbox {
  /**
   * Stands in for `fetch`, in process. It serves the paths of the server under any origin, and the documented hosts of
   * the providers, so that a client works with the base URLs of its environments. Any other URL fails with `ENOTFOUND`.
   */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /**
   * Handlers for msw, which lead the documented hosts of the providers here: `setupServer(...sandbox.handlers(http))`
   * with msw's own `http`.
   */
  readonly handlers: <Handler>(http: MswHttp<Handler>) => Handler[];
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
  /** Ends a pending authorization. */
  readonly completeAuthorization: (completion: AuthorizationCompletion) => void;
  /** The actual state, to compare with the result of a client. */
  readonly truth: Truth;
  /** The notifications that the providers would send by themselves. */
  readonly notifications: Notifications;
  /** Every request that reached an emulator, from any program. */
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
