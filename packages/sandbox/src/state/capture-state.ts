/** The state of a capture: only `captured` has moved money, and `pending` still may. */
export type CaptureState = 'captured' | 'pending' | 'declined';

/** The reason of a decline, in provider-neutral terms. */
export type DeclineReason =
  | 'insufficient-funds'
  | 'do-not-honor'
  | 'expired-card'
  | 'suspected-fraud'
  | 'invalid-card'
  | 'wrong-cvv'
  | 'declined';

/** The outcome of a valid capture request. */
export interface CaptureDecision {
  readonly state: CaptureState;
  readonly reason?: DeclineReason;
}
