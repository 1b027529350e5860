import type { Emulator, EmulatorContext, Operation, RequestSubject } from '../emulator/emulator.ts';
import type { EmulatorRequest, EmulatorResponse } from '../emulator/http-types.ts';
import { decodeBody } from '../emulator/read-body.ts';
import { subjectOf } from '../emulator/subject-of.ts';
import { Rejection, type RejectionKind } from '../emulator/rejection.ts';
import { FAULT_EFFECTS } from '../faults/fault-effects.ts';
import { NO_FAULT, type FaultChooser, type FaultName } from '../faults/faults.ts';
import { respond, type WireEffect } from '../faults/wire-effect.ts';
import { EMULATORS } from '../providers/index.ts';
import type { ProviderName } from '../state/provider-names.ts';
import { basePathOf, type Destination } from './address.ts';

/** A complete request as a transport received it. Its path is in the `Destination`. */
export interface WireRequest {
  readonly method: string;
  /** The query without its question mark, empty if there is none. */
  readonly query: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The address at which a browser reaches the sandbox's own pages. Absent in process. */
  readonly origin?: string;
}

/** Handles a request; both transports share it. */
export type RequestHandler = (to: Destination, request: WireRequest) => Promise<WireEffect>;

/** The parts of a sandbox that a request uses. */
export interface RequestState {
  readonly context: EmulatorContext;
  /** The number of calls of each operation at each provider. */
  readonly callCounts: Map<string, number>;
  readonly faults: FaultChooser | undefined;
  /** Counts a call of the provider; true where it is one too many. */
  readonly exceedsLimit: (provider: ProviderName) => boolean;
  /** Learns of each request after it was handled. */
  readonly onHandled: (handled: HandledRequest) => void;
}

/** A request that was handled: the facts for the log. */
export interface HandledRequest extends RequestSubject {
  readonly to: Destination;
  readonly received: WireRequest;
  readonly operation: Operation | undefined;
  readonly fault: FaultName | undefined;
  readonly effect: WireEffect;
}

/**
 * Takes one complete request through its emulator and its fault. It is synchronous, so no request ever sees a
 * half-executed one.
 */
export function handleRequest(to: Destination, received: WireRequest, state: RequestState): WireEffect {
  const { context, callCounts, faults, exceedsLimit, onHandled } = state;
  const { provider, path } = to;
  const { method, query, headers } = received;
  const emulator = EMULATORS[provider];
  const request: EmulatorRequest = { method, path, query, headers, body: decodeBody(received, emulator.bodyTypes) };
  const refuse = (rejection: Rejection) => inEnvironment(emulator.reject(rejection, request), emulator, context);
  const reject = (kind: RejectionKind, message: string) => refuse(new Rejection(kind, '', message));

  const operation = emulator.operation(request);
  const run = operation && emulator[operation];
  if (!operation || !run) {
    const effect = respond(reject('no-such-path', 'no such path or method'));
    onHandled({ to, received, operation: undefined, fault: undefined, effect });
    return effect;
  }
  const key = `${provider} ${operation}`;
  const count = (callCounts.get(key) ?? 0) + 1;
  callCounts.set(key, count);

  const subject = subjectOf(emulator, request, context.ledger);
  const limited = exceedsLimit(provider) ? 'rate-limited' : undefined;
  const fault = to.fault ?? limited ?? faults?.({ provider, operation, count, ...subject }) ?? NO_FAULT;
  // A refused connection carries no request.
  if (operation === 'capture' && fault !== 'refuse') context.ledger.countRequest(provider);
  const execute = () => {
    try {
      return inEnvironment(run(request, context), emulator, context);
    } catch (error) {
      if (error instanceof Rejection) return refuse(error);
      throw error;
    }
  };
  const location = basePathOf(provider, NO_FAULT) + path + (query === '' ? '' : `?${query}`);
  const effect =
    fault === NO_FAULT ? respond(execute()) : FAULT_EFFECTS[fault]({ emulator, execute, reject, location });
  onHandled({ to, received, operation, fault: fault === NO_FAULT ? undefined : fault, effect, ...subject });
  return effect;
}

/** A response as the chosen environment states it. */
function inEnvironment(response: EmulatorResponse, { asLive }: Emulator, { live }: EmulatorContext): EmulatorResponse {
  return live && asLive ? { ...response, body: asLive(response.body) } : response;
}
