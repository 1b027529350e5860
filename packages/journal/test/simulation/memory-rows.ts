import type { Json, NewEvent, NewOperation, OperationFilter, StoredOperation } from '../../src/contract/store.ts';
import type { OperationEvent } from '../../src/contract/operation.ts';
import { type OperationState, OPEN_STATES } from '../../src/states/transitions.ts';

/** A stored operation with the claim of a process to look it up. */
export interface Row extends StoredOperation {
  readonly lookupToken: string | undefined;
  readonly lookupLeaseUntil: number | undefined;
}

/** Copies plain data, so that nothing outside can change what is stored. */
export function copy<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copy) as T;
  if (typeof value !== 'object' || value === null) return value;
  const copied: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) copied[name] = copy(member);
  return copied as T;
}

/** The operation without what is the store's alone. */
export function visible(row: Row): StoredOperation {
  const operation: { -readonly [Member in keyof Row]?: Row[Member] } = copy(row);
  delete operation.lookupToken;
  delete operation.lookupLeaseUntil;
  return operation as StoredOperation;
}

export function newRow(given: NewOperation, now: number): Row {
  return {
    ...copy(given),
    state: 'recorded',
    captureId: undefined,
    reason: undefined,
    evidence: undefined,
    attempts: 0,
    lookups: 0,
    needsDecision: false,
    decision: undefined,
    availableAt: now,
    nextLookupAt: undefined,
    token: undefined,
    leaseUntil: undefined,
    decidedAt: undefined,
    recordedAt: now,
    updatedAt: now,
    lookupToken: undefined,
    lookupLeaseUntil: undefined,
  };
}

/** Returns whether `existing` is in the way of `given`, which was not recorded yet or is to be sent again. */
export function keepsBusy(existing: StoredOperation, given: NewOperation): boolean {
  if (existing.account !== given.account || existing.id === given.id) return false;
  return repeatsTheSame(existing, given) || keepsAuthorization(existing, given);
}

function repeatsTheSame({ repeats, state, decision }: StoredOperation, given: NewOperation): boolean {
  if (given.repeats === undefined || repeats !== given.repeats) return false;
  return state !== 'cancelled' && (state !== 'declined' || decision !== undefined);
}

function keepsAuthorization({ authorizationId, state }: StoredOperation, given: NewOperation): boolean {
  if (given.authorizationId === undefined || authorizationId !== given.authorizationId) return false;
  return state === 'captured' ? given.single : OPEN_STATES.includes(state) && !given.additional;
}

export function fits(row: StoredOperation, filter: OperationFilter): boolean {
  if (filter.accounts && !filter.accounts.includes(row.account)) return false;
  if (filter.states && !filter.states.includes(row.state)) return false;
  const exact = ['needsDecision', 'key', 'reference', 'authorizationId', 'captureId', 'repeats'] as const;
  return exact.every((name) => filter[name] === undefined || filter[name] === row[name]);
}

/** The moment at which there is something to do about this operation. */
export function dueAt(row: Row): number | undefined {
  if (row.state === 'recorded') return row.availableAt;
  if (row.state === 'sending') return row.leaseUntil;
  if (row.nextLookupAt === undefined) return undefined;
  return Math.max(row.nextLookupAt, row.lookupLeaseUntil ?? 0);
}

export interface EventFacts extends NewEvent {
  readonly operationId: string;
  readonly from?: OperationState | undefined;
  readonly to?: OperationState | undefined;
}

export function newEvent(facts: EventFacts, sequence: number, now: number): OperationEvent {
  const { operationId, type, from, to } = facts;
  const details: Readonly<Record<string, Json>> = copy(facts.details);
  return { sequence, operationId, type, from, to, at: new Date(now).toISOString(), details };
}
