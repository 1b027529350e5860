/** What became of a capture: only `captured` has moved money, and `pending` still may. */
export type CaptureState = 'captured' | 'pending' | 'declined';

/** Why a bank declines, in words that belong to no provider. */
export type DeclineReason =
  | 'insufficient-funds'
  | 'do-not-honor'
  | 'expired-card'
  | 'suspected-fraud'
  | 'invalid-card'
  | 'wrong-cvv'
  | 'declined';

/** What becomes of a capture whose request was in order. */
export interface CaptureDecision {
  readonly state: CaptureState;
  readonly reason?: DeclineReason;
}
