import type { Money } from '@capture/core';
import type { Cause, OperationState } from '../states/transitions.ts';
import type { Decision, Evidence, EventType, OperationEvent, OperationReason } from './operation.ts';

/** Plain JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** An operation that is about to be recorded. */
export interface NewOperation {
  readonly id: string;
  readonly account: string;
  /** The provider's id: an account that is later opened with another provider's client is refused. */
  readonly provider: string;
  readonly key: string;
  readonly amount: Money;
  readonly reference: string | undefined;
  readonly authorizationId: string | undefined;
  /** The fields of the request that may be stored, and no others. */
  readonly request: Readonly<Record<string, Json>>;
  /** The names of the fields that the caller gave; the rest of `request` was generated or is a default. */
  readonly given: readonly string[];
  /** The provider's ids of other captures under its keys that the caller knows of; `undefined`: it does not know. */
  readonly knownCaptureIds: readonly string[] | undefined;
  /** True where a second open operation on the authorization is meant. */
  readonly additional: boolean;
  /** True where the provider captures an authorization once. */
  readonly single: boolean;
  /** The id of the operation that this one repeats. */
  readonly repeats: string | undefined;
}

/** The members of a stored operation that change. Times are milliseconds since 1970 by the store's clock. */
export interface MutableMembers {
  readonly captureId: string | undefined;
  readonly reason: OperationReason | undefined;
  readonly evidence: Evidence | undefined;
  readonly attempts: number;
  readonly lookups: number;
  readonly needsDecision: boolean;
  readonly decision: Omit<Decision, 'at'> | undefined;
}

/** An operation as a store returns it: a copy, whose changes change nothing. */
export interface StoredOperation extends NewOperation, MutableMembers {
  readonly state: OperationState;
  /** Of a `recorded` operation: not to be sent before. */
  readonly availableAt: number;
  readonly nextLookupAt: number | undefined;
  /** The token of the process that sends, or sent, it. Only its result counts. */
  readonly token: string | undefined;
  /** The end of the lease of that process. */
  readonly leaseUntil: number | undefined;
  readonly decidedAt: number | undefined;
  readonly recordedAt: number;
  readonly updatedAt: number;
}

/** The right of one process to send an operation, or to look it up, for a while. */
export interface Claim {
  /** Unique for each claim. */
  readonly token: string;
  /** Milliseconds from now, by the store's clock. */
  readonly lease: number;
}

/** The outcome of recording one operation. */
export type RecordOutcome =
  | { readonly kind: 'recorded'; readonly operation: StoredOperation }
  /** The same account and key was recorded before, and `accepts` took it. */
  | { readonly kind: 'existing'; readonly operation: StoredOperation }
  /** The same account and key was recorded before, and `accepts` did not take it. */
  | { readonly kind: 'key-reused'; readonly operation: StoredOperation }
  /** Another operation keeps the authorization busy. */
  | { readonly kind: 'busy'; readonly operation: StoredOperation };

/** Options of {@link Store.record}. */
export interface RecordOptions {
  /** Claims each new operation in the same commit: it is `sending` at once. */
  readonly claim?: Claim | undefined;
  /** Decides whether a recorded operation is the same as the one that is given with its key. Pure. */
  readonly accepts: (existing: StoredOperation, given: NewOperation) => boolean;
  /** The caller's own transaction, in the form of the store. Its commit is the commit of the operations. */
  readonly transaction?: unknown;
}

/** The operations that a claim is for. */
export interface ClaimQuery extends Claim {
  readonly account: string;
  readonly limit: number;
  /** This operation only. */
  readonly id?: string | undefined;
}

/** One conditional change. It is made entirely, with its event, or not at all. */
export interface Change {
  readonly id: string;
  /** The reason, which must make the transition legal. A store that is handed an illegal one throws. */
  readonly by: Cause;
  /** The states from which it is made. */
  readonly from: readonly OperationState[];
  /** The new state; absent where only members change. */
  readonly to?: OperationState | undefined;
  /** Only where the operation still has this token of a claim to send. */
  readonly token?: string | undefined;
  /** Only where the operation still has this token of a claim to look up, which it releases. */
  readonly lookupToken?: string | undefined;
  /** The members to set. One that is present with `undefined` is cleared; one that is absent stays. */
  readonly set?: Partial<MutableMembers> | undefined;
  /** Milliseconds until it may be sent (`recorded`). */
  readonly availableIn?: number | undefined;
  /** Milliseconds until the next lookup; `null`: none any more. */
  readonly nextLookupIn?: number | null | undefined;
  readonly event: NewEvent;
}

/** An event that is about to be added. */
export interface NewEvent {
  readonly type: EventType;
  readonly details: Readonly<Record<string, Json>>;
}

/** A selection of operations. Every member that is given has to fit. */
export interface OperationFilter {
  readonly accounts?: readonly string[] | undefined;
  readonly states?: readonly OperationState[] | undefined;
  readonly needsDecision?: boolean | undefined;
  readonly key?: string | undefined;
  readonly reference?: string | undefined;
  readonly authorizationId?: string | undefined;
  readonly captureId?: string | undefined;
  /** The operation that they repeat. */
  readonly repeats?: string | undefined;
}

/** A part of a list, ordered by id. */
export interface Page {
  /** The id after which the page begins. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** The number of operations of one account in one state and currency, with the sum of their amounts. */
export interface Tally {
  readonly account: string;
  readonly state: OperationState;
  readonly needsDecision: boolean;
  readonly currency: string;
  readonly count: number;
  /** Minor units. */
  readonly minor: bigint;
}

/**
 * The port behind which a journal keeps its operations. Every method is one transaction, which is durable when its
 * promise resolves: a crash of the machine afterwards loses nothing of it. Nothing here decides about money. Times are
 * the store's own, so that no two machines have to agree on the time. `describeStore` of `@capture/journal/testing`
 * proves an implementation.
 */
export interface Store {
  /** Prepares the storage: creates or migrates it under a lock, and checks that commits are durable. Idempotent. */
  open(): Promise<void>;
  close(): Promise<void>;
  /**
   * Records all of these operations, or none: if one is `key-reused` or `busy`, nothing is recorded. `busy` is one
   * whose authorization another operation of the account keeps: an open one, unless this one is `additional`, and a
   * captured one where this one is `single`. One that `repeats` another is also `busy` where that was repeated before,
   * by an operation that is not `cancelled`, nor `declined` without a person's decision. An operation of the same call
   * counts too. Where something is refused, the outcomes of the others are what they would have been.
   */
  record(operations: readonly NewOperation[], options: RecordOptions): Promise<readonly RecordOutcome[]>;
  /**
   * Makes `recorded` operations that are available `sending`, the oldest first; counts an attempt of each. With `id` it
   * need not be available yet.
   */
  claimToSend(query: ClaimQuery): Promise<readonly StoredOperation[]>;
  /**
   * Claims `pending` and `unknown` operations whose lookup is due and that nothing else has claimed to look up, those
   * due longest first. With `id` it need not be due.
   */
  claimToLookUp(query: ClaimQuery): Promise<readonly StoredOperation[]>;
  /**
   * Makes `sending` operations whose lease has run out `unknown`, with the reason `LEASE_EXPIRED` and a lookup due at
   * once; they keep their token. Returns them.
   */
  expireLeases(accounts: readonly string[], limit: number): Promise<readonly StoredOperation[]>;
  /**
   * Makes one conditional change. `undefined`: the condition did not hold, and nothing was changed. An operation that
   * becomes `recorded` loses its token, and one that is no longer in doubt its next lookup. An `unsent` one does not
   * become `recorded` while another operation keeps its authorization busy, as in `record`.
   */
  change(change: Change): Promise<StoredOperation | undefined>;
  /** Adds an event without any change. Throws `UnknownOperationError` where there is no such operation. */
  addEvent(id: string, event: NewEvent): Promise<void>;
  get(id: string): Promise<StoredOperation | undefined>;
  list(filter: OperationFilter, page: Page): Promise<readonly StoredOperation[]>;
  /** The history of an operation, oldest first. */
  events(id: string): Promise<readonly OperationEvent[]>;
  /** The operations of the account with this authorization or this reference, except that one. */
  siblings(
    operation: Pick<StoredOperation, 'id' | 'account' | 'authorizationId' | 'reference'>,
  ): Promise<readonly StoredOperation[]>;
  tally(accounts?: readonly string[]): Promise<readonly Tally[]>;
  /** Milliseconds until something of these accounts is due, 0 or less if it is; `undefined`: nothing is scheduled. */
  nextDue(accounts: readonly string[]): Promise<number | undefined>;
  /**
   * Removes final operations that were last changed before this time (ISO 8601) and need no person's decision, with
   * their events; returns how many.
   */
  purge(before: string, limit: number): Promise<number>;
}
