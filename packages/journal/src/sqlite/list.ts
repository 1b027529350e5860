import type { SQLInputValue } from 'node:sqlite';
import type { OperationFilter, Page, StoredOperation } from '../contract/store.ts';
import type { Connection } from './connection.ts';
import { operationOf, type Row, SELECT } from './rows.ts';

/** The statements of lists. */
export const LISTS = {
  all: `${SELECT} WHERE id > ? ORDER BY id LIMIT ?`,
  groups: 'SELECT DISTINCT account, state, needs_decision FROM capture_tallies WHERE count > 0',
  idsOfGroup: `SELECT id FROM capture_operations WHERE account = ? AND state = ? AND needs_decision = ? AND id > ?
    ORDER BY id LIMIT ?`,
  one: `${SELECT} WHERE id = ?`,
} as const;

/** Conditions that single out a few operations, each with an index. The first that is given is searched by. */
const EXACT = [
  ['key', 'key'],
  ['captureId', 'capture_id'],
  ['reference', 'reference'],
  ['authorizationId', 'authorization_id'],
  ['repeats', 'repeats'],
] as const;

/** Lists a page of the operations that a filter selects. */
export function list(connection: Connection, filter: OperationFilter, page: Page): readonly StoredOperation[] {
  return rowsOf(connection, filter, page).map(operationOf);
}

function rowsOf(connection: Connection, filter: OperationFilter, { after = '', limit }: Page): readonly Row[] {
  const exact = exactQuery(filter);
  if (exact) return connection.statement(exact.sql).all(...exact.values, after, limit) as unknown as readonly Row[];
  const { accounts, states, needsDecision } = filter;
  if (accounts === undefined && states === undefined && needsDecision === undefined)
    return connection.statement(LISTS.all).all(after, limit) as unknown as readonly Row[];
  return byGroups(connection, filter, { after, limit });
}

/** The statement for a filter with a key or an id; `undefined` where it has neither. */
export function exactQuery(
  filter: OperationFilter,
): { readonly sql: string; readonly values: readonly SQLInputValue[] } | undefined {
  const conditions: string[] = [];
  const values: SQLInputValue[] = [];
  for (const [name, column] of EXACT) {
    const value = filter[name];
    if (value === undefined) continue;
    // The index of the first is used; a plus keeps SQLite from a guess among the others.
    conditions.push(`${conditions.length === 0 ? '' : '+'}${column} = ?`);
    values.push(value);
  }
  if (conditions.length === 0) return undefined;
  for (const [column, allowed] of [
    ['account', filter.accounts],
    ['state', filter.states],
  ] as const) {
    // prettier-ignore
    if (allowed === undefined) continue;
    conditions.push(`+${column} IN (SELECT value FROM json_each(?))`);
    values.push(JSON.stringify(allowed));
  }
  if (filter.needsDecision !== undefined) {
    conditions.push('+needs_decision = ?');
    values.push(Number(filter.needsDecision));
  }
  return { sql: `${SELECT} WHERE ${conditions.join(' AND ')} AND id > ? ORDER BY id LIMIT ?`, values };
}

interface Beginning {
  readonly after: string;
  readonly limit: number;
}

interface Group {
  readonly account: string;
  readonly state: Row['state'];
  readonly needs_decision: number;
}

/** Merges the beginnings of all groups that fit: each is in order in the index, and the tallies name them. */
function byGroups(connection: Connection, filter: OperationFilter, page: Beginning): readonly Row[] {
  const { accounts, states, needsDecision } = filter;
  const groups = (connection.statement(LISTS.groups).all() as unknown as readonly Group[]).filter(
    ({ account, state, needs_decision: needed }) =>
      (accounts?.includes(account) ?? true) &&
      (states?.includes(state) ?? true) &&
      (needsDecision === undefined || Number(needsDecision) === needed),
  );
  const ids = groups.flatMap(({ account, state, needs_decision: needed }) =>
    connection
      .statement(LISTS.idsOfGroup)
      .all(account, state, needed, page.after, page.limit)
      .map(({ id }) => String(id)),
  );
  return ids
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .slice(0, page.limit)
    .flatMap((id) => (connection.statement(LISTS.one).get(id) as unknown as Row | undefined) ?? []);
}
