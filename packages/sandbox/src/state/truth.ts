import type { CaptureState } from './capture-state.ts';
import type { Authorization, Capture, Ledger } from './ledger.ts';
import type { Money } from './money.ts';
import type { ProviderName } from './provider-names.ts';

/** A capture in its actual state, whatever the response said. */
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

/** An authorization in its actual state. */
export interface TrueAuthorization {
  readonly provider: ProviderName;
  readonly id: string;
  readonly amount: Money;
  /** Captured so far, pending captures included. */
  readonly capturedAmount: Money;
  /** The amount that can still be captured. */
  readonly remainingAmount: Money;
  readonly state: 'authorized' | 'partially-captured' | 'captured';
  readonly reference?: string;
}

/** The actual state, to compare with the result of a client. Every call returns a fresh copy. */
export interface Truth {
  /** The matching captures, oldest first; declined ones included, refused requests not. */
  readonly captures: (filter?: {
    provider?: ProviderName;
    reference?: string;
    authorizationId?: string;
  }) => TrueCapture[];
  /** The authorizations, oldest first, the samples included. */
  readonly authorizations: (filter?: { provider?: ProviderName }) => TrueAuthorization[];
  /** The number of complete capture requests, refused ones included. */
  readonly requests: (filter?: { provider?: ProviderName }) => number;
  /**
   * Calls the listener with each capture as soon as it is recorded, before the response is sent; declined ones
   * included. Returns a function that removes the listener, which otherwise outlives `reset`. The listener must not
   * throw.
   */
  readonly onCapture: (listener: (capture: TrueCapture) => void) => () => void;
}

/** A view of the ledger. */
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

/** An authorization with its captured and remaining amount. */
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
