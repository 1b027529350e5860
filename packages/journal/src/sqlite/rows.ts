import type { SQLInputValue } from 'node:sqlite';
import type { NewOperation, StoredOperation } from '../contract/store.ts';
import type { OperationState } from '../states/transitions.ts';

/** An operation as its columns. Members that are objects are JSON. */
export interface Row {
  readonly id: string;
  readonly account: string;
  readonly provider: string;
  readonly key: string;
  readonly minor: number;
  readonly currency: string;
  readonly reference: string | null;
  readonly authorization_id: string | null;
  readonly request: string;
  readonly given: string;
  readonly known_capture_ids: string | null;
  readonly additional: number;
  readonly single: number;
  readonly repeats: string | null;
  readonly recorded_at: number;
  readonly state: OperationState;
  readonly capture_id: string | null;
  readonly reason: string | null;
  readonly evidence: string | null;
  readonly attempts: number;
  readonly lookups: number;
  readonly needs_decision: number;
  readonly decision: string | null;
  readonly decided_at: number | null;
  readonly available_at: number;
  readonly next_lookup_at: number | null;
  readonly lookup_due_at: number | null;
  readonly lookup_token: string | null;
  readonly lookup_until: number | null;
  readonly token: string | null;
  readonly lease_until: number | null;
  readonly updated_at: number;
}

type Column = keyof Row;

/** Columns that are written once. */
export const FIXED = [
  'id',
  'account',
  'provider',
  'key',
  'minor',
  'currency',
  'reference',
  'authorization_id',
  'request',
  'given',
  'known_capture_ids',
  'additional',
  'single',
  'repeats',
  'recorded_at',
] as const satisfies readonly Column[];

/** Columns that a change writes. */
export const CHANGING = [
  'state',
  'capture_id',
  'reason',
  'evidence',
  'attempts',
  'lookups',
  'needs_decision',
  'decision',
  'decided_at',
  'available_at',
  'next_lookup_at',
  'lookup_due_at',
  'lookup_token',
  'lookup_until',
  'token',
  'lease_until',
  'updated_at',
] as const satisfies readonly Column[];

/** All columns, in the order of {@link valuesOf}. */
export const COLUMNS: readonly Column[] = [...FIXED, ...CHANGING];

/** Selects whole rows. */
export const SELECT = `SELECT ${COLUMNS.join(', ')} FROM capture_operations`;

/** The values of these columns. */
export const valuesOf = (row: Row, columns: readonly Column[]): SQLInputValue[] => columns.map((name) => row[name]);

/** JSON of a member that may be absent. */
export const toJson = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));

const fromJson = (json: string | null): unknown => (json === null ? undefined : JSON.parse(json));

/** The row of an operation that is about to be recorded. */
export function newRow(given: NewOperation, now: number): Row {
  return {
    id: given.id,
    account: given.account,
    provider: given.provider,
    key: given.key,
    minor: given.amount.minor,
    currency: given.amount.currency,
    reference: given.reference ?? null,
    authorization_id: given.authorizationId ?? null,
    request: JSON.stringify(given.request),
    given: JSON.stringify(given.given),
    known_capture_ids: toJson(given.knownCaptureIds),
    additional: Number(given.additional),
    single: Number(given.single),
    repeats: given.repeats ?? null,
    recorded_at: now,
    state: 'recorded',
    capture_id: null,
    reason: null,
    evidence: null,
    attempts: 0,
    lookups: 0,
    needs_decision: 0,
    decision: null,
    decided_at: null,
    available_at: now,
    next_lookup_at: null,
    lookup_due_at: null,
    lookup_token: null,
    lookup_until: null,
    token: null,
    lease_until: null,
    updated_at: now,
  };
}

/** The operation of a row: new objects each time. */
export function operationOf(row: Row): StoredOperation {
  return {
    id: row.id,
    account: row.account,
    provider: row.provider,
    key: row.key,
    amount: { minor: row.minor, currency: row.currency },
    reference: row.reference ?? undefined,
    authorizationId: row.authorization_id ?? undefined,
    request: fromJson(row.request) as StoredOperation['request'],
    given: fromJson(row.given) as StoredOperation['given'],
    knownCaptureIds: fromJson(row.known_capture_ids) as StoredOperation['knownCaptureIds'],
    additional: row.additional === 1,
    single: row.single === 1,
    repeats: row.repeats ?? undefined,
    state: row.state,
    captureId: row.capture_id ?? undefined,
    reason: fromJson(row.reason) as StoredOperation['reason'],
    evidence: fromJson(row.evidence) as StoredOperation['evidence'],
    attempts: row.attempts,
    lookups: row.lookups,
    needsDecision: row.needs_decision === 1,
    decision: fromJson(row.decision) as StoredOperation['decision'],
    availableAt: row.available_at,
    nextLookupAt: row.next_lookup_at ?? undefined,
    token: row.token ?? undefined,
    leaseUntil: row.lease_until ?? undefined,
    decidedAt: row.decided_at ?? undefined,
    recordedAt: row.recorded_at,
    updatedAt: row.updated_at,
  };
}
