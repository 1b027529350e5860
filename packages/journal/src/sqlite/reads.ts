import type { OperationEvent } from '../contract/operation.ts';
import type { StoredOperation, Tally } from '../contract/store.ts';
import type { Connection } from './connection.ts';
import { operationOf, type Row, SELECT } from './rows.ts';
import { sumOf } from './tallies.ts';

/** The statements of reads. */
export const READS = {
  byId: `${SELECT} WHERE id = ?`,
  events: 'SELECT * FROM capture_events WHERE operation_id = ? ORDER BY sequence',
  byAuthorization: `${SELECT} WHERE authorization_id = ? AND account = ? AND id <> ? ORDER BY id`,
  byReference: `${SELECT} WHERE reference = ? AND account = ? AND id <> ? ORDER BY id`,
  tally: 'SELECT * FROM capture_tallies WHERE count > 0',
  nextToSend: "SELECT min(available_at) AS due FROM capture_operations WHERE account = ? AND state = 'recorded'",
  nextToExpire: "SELECT min(lease_until) AS due FROM capture_operations WHERE account = ? AND state = 'sending'",
  nextToLookUp:
    'SELECT min(lookup_due_at) AS due FROM capture_operations WHERE account = ? AND lookup_due_at IS NOT NULL',
} as const;

/** One operation. */
export function get(connection: Connection, id: string): StoredOperation | undefined {
  const row = connection.statement(READS.byId).get(id);
  return row && operationOf(row as unknown as Row);
}

/** The history of an operation. */
export function events(connection: Connection, id: string): readonly OperationEvent[] {
  const rows = connection.statement(READS.events).all(id);
  return rows.map((row) => ({
    sequence: Number(row['sequence']),
    operationId: String(row['operation_id']),
    type: row['type'] as OperationEvent['type'],
    from: (row['from_state'] ?? undefined) as OperationEvent['from'],
    to: (row['to_state'] ?? undefined) as OperationEvent['to'],
    at: new Date(Number(row['at'])).toISOString(),
    details: JSON.parse(String(row['details'])) as OperationEvent['details'],
  }));
}

/** The operations that share the authorization or the reference of one. */
export function siblings(
  connection: Connection,
  {
    id,
    account,
    authorizationId,
    reference,
  }: Pick<StoredOperation, 'id' | 'account' | 'authorizationId' | 'reference'>,
): readonly StoredOperation[] {
  const found = [
    ...(authorizationId === undefined ? [] : connection.statement(READS.byAuthorization).all(authorizationId, account, id)), // prettier-ignore
    ...(reference === undefined ? [] : connection.statement(READS.byReference).all(reference, account, id)),
  ];
  const rows = new Map((found as unknown as readonly Row[]).map((row) => [row.id, row]));
  return [...rows.values()].map(operationOf).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Counts and sums, as they were kept with each change. */
export function tally(connection: Connection, accounts?: readonly string[]): readonly Tally[] {
  const statement = connection.statement(READS.tally);
  statement.setReadBigInts(true);
  return (statement.all() as unknown as readonly TallyRow[])
    .filter(({ account }) => accounts?.includes(account) ?? true)
    .map(({ account, state, needs_decision: needed, currency, count, high, low }) => {
      const group = { account, state, needsDecision: needed === 1n, currency };
      return { ...group, count: Number(count), minor: sumOf(high, low) };
    });
}

interface TallyRow extends Pick<Row, 'account' | 'state' | 'currency'> {
  readonly needs_decision: bigint;
  readonly count: bigint;
  readonly high: bigint;
  readonly low: bigint;
}

/** The time of the next thing to do. */
export function nextDue(connection: Connection, accounts: readonly string[]): number | undefined {
  const queries = [READS.nextToSend, READS.nextToExpire, READS.nextToLookUp];
  const due = accounts.flatMap((account) =>
    queries.map((sql) => connection.statement(sql).get(account)?.['due'] as number | null),
  );
  const times = due.filter((time) => time !== null);
  return times.length === 0 ? undefined : Math.min(...times);
}
