import type { Authorization, Capture, Ledger } from './ledger.ts';
import type { Money } from './money.ts';
import type { ProviderName } from './provider-names.ts';
import type { CaptureState } from './capture-state.ts';

/** A capture as it really is, whatever its answer said. */
export interface TrueCapture {
  readonly provider: ProviderName;
  readonly captureId: string;
  readonly authorizationId?: string;
  readonly reference?: string;
  readonly amount: Money;
  /** Only `captured` has moved money. */
  readonly state: CaptureState;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** An authorization as it really is. */
export interface TrueAuthorization {
  readonly provider: ProviderName;
  readonly id: string;
  readonly amount: Money;
  /** Taken so far, pending captures included. */
  readonly capturedAmount: Money;
  /** What can still be captured. */
  readonly remainingAmount: Money;
  readonly state: 'authorized' | 'partially-captured' | 'captured';
  readonly reference?: string;
}

/** What really happened, to hold the verdict of a client against. Every call gives a fresh copy. */
export interface Truth {
  /** The captures that fit, oldest first; declined ones included, refused requests not. */
  readonly captures: (filter?: {
    provider?: ProviderName;
    reference?: string;
    authorizationId?: string;
  }) => TrueCapture[];
  /** The authorizations, oldest first, the sample ones included. */
  readonly authorizations: (filter?: { provider?: ProviderName }) => TrueAuthorization[];
  /** How many complete capture requests arrived, refused ones included. */
  readonly requests: (filter?: { provider?: ProviderName }) => number;
  /**
   * Calls the listener with each capture at the moment it is recorded, before its response is made; declined ones
   * included. Returns the function that ends this. It outlives `reset`. The listener must not throw.
   */
  readonly onCapture: (listener: (capture: TrueCapture) => void) => () => void;
}

/** The view of a ledger. */
export function createTruth(ledger: Ledger): Truth {
  return {
    captures: ({ provider, reference, authorizationId } = {}) =>
      ledger.captures
        .filter((one) => provider === undefined || one.provider === provider)
        .filter((one) => reference === undefined || one.reference === reference)
        .filter((one) => authorizationId === undefined || one.authorizationId === authorizationId)
        .map(trueCapture),
    authorizations: ({ provider } = {}) =>
      ledger.authorizations
        .filter((one) => provider === undefined || one.provider === provider)
        .map((one) => trueAuthorization(ledger, one)),
    requests: ({ provider } = {}) =>
      provider === undefined
        ? [...ledger.requestCounts.values()].reduce((sum, count) => sum + count, 0)
        : (ledger.requestCounts.get(provider) ?? 0),
    onCapture: (listener) =>
      ledger.onCapture((capture) => {
        listener(trueCapture(capture));
      }),
  };
}

function trueCapture({ provider, captureId, authorizationId, reference, amount, state, at }: Capture): TrueCapture {
  return {
    provider,
    captureId,
    ...(authorizationId !== undefined && { authorizationId }),
    ...(reference !== undefined && { reference }),
    amount,
    state,
    at: at.toISOString(),
  };
}

/** One authorization with what is left of it. */
export function trueAuthorization(ledger: Ledger, one: Authorization): TrueAuthorization {
  const { provider, id, amount, reference } = one;
  const captured = ledger.capturedAmount(one);
  const remaining = ledger.remainingAmount(one);
  return {
    provider,
    id,
    amount,
    capturedAmount: { ...amount, minor: captured },
    remainingAmount: { ...amount, minor: remaining },
    state: remaining === 0 ? 'captured' : captured === 0 ? 'authorized' : 'partially-captured',
    ...(reference !== undefined && { reference }),
  };
}
