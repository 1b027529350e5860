import type { Sandbox } from './contract.ts';
import { authorize } from './emulator/authorize.ts';
import type { Emulator, EmulatorContext } from './emulator/emulator.ts';
import { createControl } from './control/control.ts';
import { CurrentConditions, IDEAL } from './faults/conditions.ts';
import { FaultRules } from './faults/fault-rules.ts';
import { basePathOf } from './http/address.ts';
import { handleRequest, type RequestHandler } from './http/handle-request.ts';
import { createInProcessFetch } from './http/in-process-fetch.ts';
import { isLoopbackHost } from './http/loopback.ts';
import { createHandlers } from './http/msw-handlers.ts';
import { listen } from './http/server.ts';
import { loggedRequest } from './log/logged-request.ts';
import { KeptRequests } from './log/request-log.ts';
import { NotificationQueue } from './notifications/notification-queue.ts';
import type { EmulatedNotification } from './notifications/notification.ts';
import { createSigningKey } from './notifications/signing-key.ts';
import type { SandboxOptions } from './options.ts';
import { CREDENTIALS, EMULATORS } from './providers/index.ts';
import { createIds } from './state/ids.ts';
import { Ledger } from './state/ledger.ts';
import { restore, snapshotOf } from './state/snapshot.ts';
import { seededRandom } from './state/random.ts';
import type { ProviderName } from './state/provider-names.ts';
import { createBank } from './three-d-secure/bank-page.ts';
import { createTruth, trueAuthorization } from './state/truth.ts';

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
  const context = (origin?: string): EmulatorContext => ({
    ledger,
    ids,
    now: clock,
    lookupShowsLaterCaptures,
    live,
    origin,
  });

  const dueBeforeResponse: EmulatedNotification[] = [];
  let executed: string[] = [];
  ledger.onRecord((id) => executed.push(id));
  ledger.onCapture((capture) => {
    const notification = queue.add(capture, context());
    if (webhookBeforeResponse && notification && goesToLoopback(notification)) dueBeforeResponse.push(notification);
  });
  const handle: RequestHandler = async (to, request) => {
    executed = [];
    // This never waits, so whatever is due or executed afterwards belongs to this request.
    const effect = handleRequest(to, request, {
      context: context(request.origin),
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
    for (const sample of samples) authorize({ provider, ...sample }, EMULATORS[provider].authorizations, context());
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
    handlers: (http) => createHandlers(http, sandbox.fetch),
    listen: (listenOptions = {}) =>
      listen({
        handle,
        control: createControl(sandbox),
        bank: createBank(sandbox, (captureId) =>
          ledger.captures.find((one) => one.captureId === captureId && one.details['address'] !== undefined),
        ),
        options: listenOptions,
      }),
    baseUrl: (provider, { fault } = {}) => `http://127.0.0.1${basePathOf(provider, fault)}`,
    credentials: CREDENTIALS,
    authorize: (authorization) => {
      const made = authorize(authorization, EMULATORS[authorization.provider].authorizations, context());
      changed();
      return trueAuthorization(ledger, made, clock());
    },
    completePending: ({ provider, captureId, state }) => {
      queue.add(ledger.complete(provider, captureId, state), context());
      changed();
    },
    completeAuthorization: ({ provider, id, state }) => {
      ledger.completeAuthorization(provider, id, state);
      changed();
    },
    truth: createTruth(ledger, clock),
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
