import type { ErrorCode, ErrorDetail, LookupCandidate, LookupKeys, Money, ProviderTime } from '@capture/core';
import type { OperationState } from '../states/transitions.ts';

/** The reason for a state that is not `captured`, as the provider or the transport stated it. */
export interface OperationReason {
  /**
   * A code of core (`ERROR_CODES`), or of the journal: `lease_expired` (its process ended or stood still),
   * `fields_unavailable` (the supplier of what is not stored failed), `lookup_impossible` (the provider takes none of
   * its keys).
   */
  readonly code: ErrorCode | 'lease_expired' | 'fields_unavailable' | 'lookup_impossible';
  /** The trouble behind the code, of core's `ERROR_DETAILS`. */
  readonly detail?: ErrorDetail | undefined;
  /** One sentence for people. */
  readonly message: string;
  /** The next step. */
  readonly advice: string;
  /** Provider code or status. */
  readonly providerCode?: string | undefined;
}

/** The decision of a person where no lookup could decide. */
export interface Decision {
  readonly outcome: 'captured' | 'not-captured';
  /** The person who decided. */
  readonly by: string;
  /** The evidence that the person saw. */
  readonly reason: string;
  /** The provider's id of the capture, where the person found it. */
  readonly captureId?: string | undefined;
  /** ISO 8601 in UTC, by the clock of the store. */
  readonly at: string;
}

/** One capture in the journal: plain data, a copy, without any secret. */
export interface Operation {
  /** The journal's id: unique, and in the order of recording. */
  readonly id: string;
  /** The label of the account in `openJournal`. */
  readonly account: string;
  /** The caller's key: one operation for each account and key, forever. */
  readonly key: string;
  readonly state: OperationState;
  readonly amount: Money;
  /** The merchant's reference, given or generated; absent where the provider takes none. */
  readonly reference: string | undefined;
  readonly authorizationId: string | undefined;
  /** The provider's id of the capture, as soon as anything stated it. */
  readonly captureId: string | undefined;
  /** The reason for `declined`, `unsent`, `unknown`; of a `recorded` one, the reason for its last failure. */
  readonly reason: OperationReason | undefined;
  /** The number of times that it was handed to the transport, unsent ones included. */
  readonly attempts: number;
  /** The number of lookups so far. */
  readonly lookups: number;
  /** ISO 8601; the next lookup of `pending` and `unknown`, absent where no more is scheduled. */
  readonly nextLookupAt: string | undefined;
  /** True where no lookup can decide, or none did in time: a person has to, see `decide`. */
  readonly needsDecision: boolean;
  /** The evidence for a decision, as far as there is any. Of `pending` and `unknown` only. */
  readonly evidence: Evidence | undefined;
  readonly decision: Decision | undefined;
  /** The id of the operation that this one repeats, see `captureAgain`. */
  readonly repeats: string | undefined;
  /** ISO 8601 in UTC, by the clock of the store. */
  readonly recordedAt: string;
  readonly updatedAt: string;
}

/** The evidence for a person's decision: what to ask the provider, and with which ids. */
export interface Evidence {
  /** The question to put to the provider, with every id that identifies the payment. */
  readonly inquiry: string;
  readonly keys: LookupKeys;
  /** The captures that the last lookup found and could not assign. */
  readonly candidates: readonly LookupCandidate[];
  readonly reportedAmount: Money | undefined;
  readonly providerTime: ProviderTime | undefined;
  readonly providerCode: string | undefined;
}

/** The kind of an {@link OperationEvent}. */
export type EventType =
  /** A state changed: `from`, `to`. */
  | 'state'
  /** A lookup was made that changed no state. */
  | 'lookup'
  /** A verified notification arrived. It changes no state by itself. */
  | 'notification'
  /** A response arrived after its operation had been decided otherwise. It changes no state, and needs a person. */
  | 'late-response'
  /** A person decided about a final operation that a late response contradicts. It changes no state. */
  | 'decision'
  /** A person's decision is needed from here on. */
  | 'needs-decision';

/** A change as `onEvent` reports it: an {@link OperationEvent} that is not numbered yet. */
export type ReportedEvent = Omit<OperationEvent, 'sequence'>;

/** One entry in the history of an operation. Only ever added. */
export interface OperationEvent {
  /** Increases within a journal. */
  readonly sequence: number;
  readonly operationId: string;
  readonly type: EventType;
  readonly from: OperationState | undefined;
  readonly to: OperationState | undefined;
  /** ISO 8601 in UTC, by the clock of the store. */
  readonly at: string;
  /** The circumstances as plain data: codes, ids, amounts, HTTP status. Never a secret, a request or a response. */
  readonly details: Readonly<Record<string, unknown>>;
}
