/** The state of an operation. */
export type OperationState =
  /** Durably recorded, not sent. A worker takes it up. */
  | 'recorded'
  /** Claimed by a process that may be sending it. Never sent by another one. */
  | 'sending'
  /** Accepted by the provider, not final. */
  | 'pending'
  /** Money may have moved. Looked up, never sent again. */
  | 'unknown'
  /** The provider reported it as captured, or a person did. */
  | 'captured'
  /** The provider declined it, or a person found that it was not captured. */
  | 'declined'
  /**
   * Proven to have executed nothing, and free to be sent again by another call of the caller: nothing was sent, or the
   * provider refused the credentials or the rate, as the reason says.
   */
  | 'unsent'
  /** Withdrawn by the caller before it was sent. */
  | 'cancelled';

/** The event that makes a transition legal. */
export type Cause =
  /** A process takes it up to send it. */
  | 'claim'
  /** The result of the one request that was sent, in time or late. */
  | 'result'
  /** The lease of the process that was sending has run out. */
  | 'lease-expired'
  /** A lookup that decides. */
  | 'lookup'
  /** A person. */
  | 'decision'
  /** Another attempt, after a proof that nothing was sent. */
  | 'retry'
  /**
   * Proof that this attempt executed nothing, in work that sends it again later: nothing was sent, or the provider
   * refused the credentials or the rate.
   */
  | 'put-back'
  /** The caller. */
  | 'cancel';

/** One legal change of state. */
export interface Transition {
  readonly from: OperationState;
  readonly to: OperationState;
  readonly by: readonly Cause[];
}

const row = (from: OperationState, to: OperationState, ...by: Cause[]): Transition => ({ from, to, by });

/**
 * Every legal transition. The stores, the tests and the documentation read this table, and nothing else says what is
 * legal. `captured`, `declined` and `cancelled` are final: no row leads away from them. The first row is the only way
 * to `sending`, and nothing that may have been sent leads back to `recorded`.
 */
export const TRANSITIONS: readonly Transition[] = [
  row('recorded', 'sending', 'claim'),
  row('recorded', 'cancelled', 'cancel'),
  row('sending', 'captured', 'result'),
  row('sending', 'pending', 'result'),
  row('sending', 'declined', 'result'),
  row('sending', 'unsent', 'result'),
  row('sending', 'unknown', 'result', 'lease-expired'),
  row('sending', 'recorded', 'put-back'),
  row('unsent', 'recorded', 'retry'),
  row('unsent', 'cancelled', 'cancel'),
  // A lookup may have found it pending before the late result of its one request arrives.
  row('pending', 'captured', 'result', 'lookup', 'decision'),
  row('pending', 'declined', 'result', 'lookup', 'decision'),
  row('unknown', 'captured', 'result', 'lookup', 'decision'),
  row('unknown', 'declined', 'result', 'lookup', 'decision'),
  // A late result of the process whose lease ran out.
  row('unknown', 'pending', 'result', 'lookup'),
  row('unknown', 'unsent', 'result'),
  row('unknown', 'recorded', 'put-back'),
];

/** States from which money may still move or may have moved: they keep their authorization busy. */
export const OPEN_STATES: readonly OperationState[] = ['recorded', 'sending', 'pending', 'unknown'];

/** States that a lookup is for. */
export const IN_DOUBT_STATES: readonly OperationState[] = ['pending', 'unknown'];

/** States that nothing changes any more. `unsent` is one as soon as no attempt is left. */
export const FINAL_STATES: readonly OperationState[] = ['captured', 'declined', 'cancelled'];

/** Returns whether the table has this transition. */
export function isLegal(from: OperationState, to: OperationState, by: Cause): boolean {
  return TRANSITIONS.some((known) => known.from === from && known.to === to && known.by.includes(by));
}
