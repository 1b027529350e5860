import type { Emulator, EmulatorContext } from '../emulator/emulator.ts';
import type { EmulatorRequest, EmulatorResponse } from '../emulator/http-types.ts';
import { decodeBody } from '../emulator/read-body.ts';
import { Rejection, type RejectionKind } from '../emulator/rejection.ts';
import { FAULT_EFFECTS } from '../faults/fault-effects.ts';
import { NO_FAULT, type FaultChooser } from '../faults/faults.ts';
import { respond, type WireEffect } from '../faults/wire-effect.ts';
import { EMULATORS } from '../providers/index.ts';
import { basePathOf, type Destination } from './address.ts';

/** A complete request as a transport received it. Its path is in the `Destination`. */
export interface WireRequest {
  readonly method: string;
  /** The query without its question mark, empty if there is none. */
  readonly query: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Handles a request; both transports share it. */
export type RequestHandler = (to: Destination, request: WireRequest) => Promise<WireEffect>;

/** The parts of a sandbox that a request uses. */
export interface RequestState {
  readonly context: EmulatorContext;
  /** The number of calls of each operation at each provider. */
  readonly callCounts: Map<string, number>;
  readonly faults: FaultChooser | undefined;
}

/**
 * Takes one complete request through its emulator and its fault. It is synchronous, so no request ever sees a
 * half-executed one.
 */
export function handleRequest(
  to: Destination,
  received: WireRequest,
  { context, callCounts, faults }: RequestState,
): WireEffect {
  const { provider, path } = to;
  const { method, query, headers } = received;
  const emulator = EMULATORS[provider];
  const request: EmulatorRequest = { method, path, query, headers, body: decodeBody(received, emulator.bodyType) };
  const refuse = (rejection: Rejection) => inEnvironment(emulator.reject(rejection, request), emulator, context);
  const reject = (kind: RejectionKind, message: string) => refuse(new Rejection(kind, '', message));

  const operation = emulator.operation(request);
  if (!operation) return respond(reject('no-such-path', 'no such path or method'));
  const key = `${provider} ${operation}`;
  const count = (callCounts.get(key) ?? 0) + 1;
  callCounts.set(key, count);

  const fault = to.fault ?? faults?.({ provider, operation, count }) ?? NO_FAULT;
  // A refused connection carries no request.
  if (operation === 'capture' && fault !== 'refuse') context.ledger.countRequest(provider);
  const execute = () => {
    try {
      return inEnvironment(emulator[operation](request, context), emulator, context);
    } catch (error) {
      if (error instanceof Rejection) return refuse(error);
      throw error;
    }
  };
  if (fault === NO_FAULT) return respond(execute());
  const location = basePathOf(provider, NO_FAULT) + path + (query === '' ? '' : `?${query}`);
  return FAULT_EFFECTS[fault]({ emulator, execute, reject, location });
}

/** A response as the chosen environment states it. */
function inEnvironment(response: EmulatorResponse, { asLive }: Emulator, { live }: EmulatorContext): EmulatorResponse {
  return live && asLive ? { ...response, body: asLive(response.body) } : response;
}
