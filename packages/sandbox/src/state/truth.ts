import type { CaptureState } from './capture-state.ts';
import type { Ledger } from './ledger.ts';
import type { Money } from './money.ts';
import type { ProviderName } from './provider-names.ts';
import { isExpired, type Authorization, type AuthorizationState, type Capture } from './transactions.ts';

/** A capture in its actual state, whatever the response said. */
export interface TrueCapture {
  readonly provider: ProviderName;
  readonly captureId: string;
  readonly authorizationId?: string;
  readonly reference?: string;
  readonly amount: Money;
  /** Only `captured` has moved money. */
  readonly state: CaptureState;
  /** The part of it that went back, by refunds or because the capture was cancelled. */
  readonly refundedAmount: Money;
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
  readonly state: AuthorizationState | 'partially-captured' | 'captured' | 'expired';
  readonly reference?: string;
  /** ISO 8601. From then on it cannot be captured. */
  readonly expiresAt?: string;
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
export function createTruth(ledger: Ledger, now: () => Date): Truth {
  return {
    captures: ({ provider, reference, authorizationId } = {}) =>
      ledger.captures
        .filter((one) => provider === undefined || one.provider === provider)
        .filter((one) => reference === undefined || one.reference === reference)
        .filter((one) => authorizationId === undefined || one.authorizationId === authorizationId)
        .map((one) => trueCapture(ledger, one)),
    authorizations: ({ provider } = {}) =>
      ledger.authorizations
        .filter((one) => provider === undefined || one.provider === provider)
        .map((one) => trueAuthorization(ledger, one, now())),
    requests: ({ provider } = {}) =>
      provider === undefined
        ? [...ledger.requestCounts.values()].reduce((sum, count) => sum + count, 0)
        : (ledger.requestCounts.get(provider) ?? 0),
    onCapture: (listener) =>
      ledger.onCapture((capture) => {
        listener(trueCapture(ledger, capture));
      }),
  };
}

function trueCapture(ledger: Ledger, capture: Capture): TrueCapture {
  const { provider, captureId, authorizationId, reference, amount, state, at } = capture;
  return {
    provider,
    captureId,
    ...(authorizationId !== undefined && { authorizationId }),
    ...(reference !== undefined && { reference }),
    amount,
    state,
    refundedAmount: { ...amount, minor: ledger.refundedAmount(capture) },
    at: at.toISOString(),
  };
}

/** An authorization with its captured and remaining amount. */
export function trueAuthorization(ledger: Ledger, one: Authorization, now: Date): TrueAuthorization {
  const { provider, id, amount, reference, expiresAt } = one;
  const captured = ledger.capturedAmount(one);
  const left = ledger.remainingAmount(one);
  const hasExpired = left > 0 && isExpired(one, now);
  return {
    provider,
    id,
    amount,
    capturedAmount: { ...amount, minor: captured },
    remainingAmount: { ...amount, minor: hasExpired ? 0 : left },
    state: hasExpired ? 'expired' : stateOf(one, captured, left),
    ...(reference !== undefined && { reference }),
    ...(expiresAt !== undefined && { expiresAt }),
  };
}

function stateOf({ state }: Authorization, captured: number, left: number): TrueAuthorization['state'] {
  if (state !== 'authorized' || captured === 0) return state;
  return left === 0 ? 'captured' : 'partially-captured';
}
