import assert from 'node:assert/strict';
import type { Change, NewOperation, RecordOutcome, Store, StoredOperation } from '../contract/store.ts';
import type { Cause, OperationState } from '../states/transitions.ts';

/** Milliseconds of the leases of these clauses. */
export const LEASE = 60_000;
/** The account of the samples. */
export const ACCOUNT = 'shop';
/** The token of the samples' claims to send. */
export const TOKEN = 'token-1';

/** An operation; the same number makes the same one. */
export function sample(number: number, members: Partial<NewOperation> = {}): NewOperation {
  const digits = String(number).padStart(6, '0');
  return {
    id: `operation-${digits}`,
    account: ACCOUNT,
    provider: 'toy',
    key: `order-${digits}`,
    amount: { minor: 2302, currency: 'TRY' },
    reference: `reference-${digits}`,
    authorizationId: `authorization-${digits}`,
    request: { authorizationId: `authorization-${digits}`, amount: { minor: 2302, currency: 'TRY' } },
    given: ['authorizationId', 'amount'],
    knownCaptureIds: undefined,
    additional: false,
    single: false,
    repeats: undefined,
    ...members,
  };
}

/** Samples with these numbers. */
export const samples = (...numbers: readonly number[]): NewOperation[] => numbers.map((number) => sample(number));

/** Records operations whose keys are not taken for others. */
export function record(store: Store, ...operations: readonly NewOperation[]): Promise<readonly RecordOutcome[]> {
  return store.record(operations, { accepts: (existing, given) => existing.reference === given.reference });
}

/** The kinds of outcomes. */
export const kinds = (outcomes: readonly RecordOutcome[]): string[] => outcomes.map(({ kind }) => kind);

/** The ids of operations. */
export const ids = (operations: readonly { readonly id: string }[]): string[] => operations.map(({ id }) => id);

/** Data without the difference between absent and `undefined`. */
export const plain = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

/** A change of state, legal or not. */
export function change(
  id: string,
  from: OperationState,
  to: OperationState,
  by: Cause,
  more: Partial<Change> = {},
): Change {
  return { id, by, from: [from], to, event: { type: 'state', details: { by } }, ...more };
}

/** Claims one operation to send. */
export async function claim(store: Store, id: string, token = TOKEN, account = ACCOUNT): Promise<StoredOperation> {
  const [operation] = await store.claimToSend({ account, id, limit: 1, token, lease: LEASE });
  assert.ok(operation, 'a recorded operation was not claimed');
  return operation;
}

/** The way from `recorded` to each state. */
const WAYS: Readonly<Record<OperationState, readonly (readonly [OperationState, OperationState, Cause])[]>> = {
  recorded: [],
  sending: [],
  pending: [['sending', 'pending', 'result']],
  unknown: [['sending', 'unknown', 'result']],
  captured: [['sending', 'captured', 'result']],
  declined: [['sending', 'declined', 'result']],
  unsent: [['sending', 'unsent', 'result']],
  cancelled: [['recorded', 'cancelled', 'cancel']],
};

/** All states. */
export const STATES = Object.keys(WAYS) as readonly OperationState[];

/** Records an operation and leads it to a state, by legal changes. */
export async function lead(
  store: Store,
  state: OperationState,
  given: NewOperation = sample(1),
  more: Partial<Change> = {},
): Promise<StoredOperation> {
  assert.deepEqual(kinds(await record(store, given)), ['recorded']);
  if (state !== 'recorded' && state !== 'cancelled') await claim(store, given.id, TOKEN, given.account);
  for (const [from, to, by] of WAYS[state]) {
    assert.ok(await store.change(change(given.id, from, to, by, more)), `${from} did not become ${to}`);
  }
  return current(store, given.id);
}

/** The operation as it is now. */
export async function current(store: Store, id: string): Promise<StoredOperation> {
  const operation = await store.get(id);
  assert.ok(operation, 'the operation is gone');
  return operation;
}

/** All operations and their events, to compare before with after. */
export async function everything(store: Store): Promise<unknown> {
  const operations = await store.list({}, { limit: 1000 });
  return plain({ operations, events: await Promise.all(operations.map(({ id }) => store.events(id))) });
}

/** Asserts that a piece of work changes nothing that can be read. */
export async function changesNothing(store: Store, work: () => Promise<unknown>): Promise<void> {
  const before = await everything(store);
  await work();
  assert.deepEqual(await everything(store), before);
}
