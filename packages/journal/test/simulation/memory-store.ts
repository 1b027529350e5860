/* eslint-disable @typescript-eslint/require-await -- a store is asynchronous, and this one never has to wait */
import type { OperationEvent } from '../../src/contract/operation.ts';
import type {
  Change,
  Claim,
  ClaimQuery,
  NewEvent,
  NewOperation,
  OperationFilter,
  Page,
  RecordOptions,
  RecordOutcome,
  Store,
  StoredOperation,
  Tally,
} from '../../src/contract/store.ts';
import { InvariantError, StoreError, UnknownOperationError } from '../../src/errors/journal-errors.ts';
import { LEASE_EXPIRED } from '../../src/states/lease-expired.ts';
import { FINAL_STATES, IN_DOUBT_STATES, isLegal } from '../../src/states/transitions.ts';
import { copy, dueAt, type EventFacts, fits, keepsBusy, newEvent, newRow, type Row, visible } from './memory-rows.ts';

/**
 * A store in memory, for tests: every method runs in one go, so each is a transaction. It survives what its users do
 * not: several journals may be opened on one, one after the other or together.
 */
export class MemoryStore implements Store {
  readonly #now: () => number;
  readonly #rows = new Map<string, Row>();
  readonly #events: OperationEvent[] = [];
  #sequence = 0;
  /** Increases with every change. */
  version = 0;

  constructor({ now = Date.now }: { readonly now?: () => number } = {}) {
    this.#now = now;
  }

  async open(): Promise<void> {
    // Nothing to prepare.
  }

  async close(): Promise<void> {
    // What was stored stays, as a file would.
  }

  async record(operations: readonly NewOperation[], options: RecordOptions): Promise<readonly RecordOutcome[]> {
    if (options.transaction !== undefined) throw new StoreError('the store in memory takes no transaction');
    const added: Row[] = [];
    const found = operations.map((given) => this.#outcomeOf(given, options, added));
    const isRefused = found.some(({ kind }) => kind === 'key-reused' || kind === 'busy');
    if (!isRefused) for (const row of added) this.#insert(row, options.claim);
    const settled = ({ kind, row }: { kind: RecordOutcome['kind']; row: Row }): RecordOutcome => {
      return { kind, operation: visible(this.#rows.get(row.id) ?? row) };
    };
    return found.map(settled);
  }

  async claimToSend({ account, limit, id, ...claim }: ClaimQuery): Promise<readonly StoredOperation[]> {
    const now = this.#now();
    return this.#ofAccount(account, id)
      .filter((row) => row.state === 'recorded' && (id !== undefined || row.availableAt <= now))
      .slice(0, limit)
      .map((row) => visible(this.#claim(row, claim)));
  }

  async claimToLookUp({ account, limit, id, token, lease }: ClaimQuery): Promise<readonly StoredOperation[]> {
    const now = this.#now();
    return this.#ofAccount(account, id)
      .filter((row) => IN_DOUBT_STATES.includes(row.state) && (row.lookupLeaseUntil ?? 0) <= now)
      .filter((row) => id !== undefined || (row.nextLookupAt ?? Infinity) <= now)
      .sort((a, b) => (a.nextLookupAt ?? 0) - (b.nextLookupAt ?? 0))
      .slice(0, limit)
      .map((row) => visible(this.#put({ ...row, lookupToken: token, lookupLeaseUntil: now + lease })));
  }

  async expireLeases(accounts: readonly string[], limit: number): Promise<readonly StoredOperation[]> {
    const now = this.#now();
    const expired = [...this.#rows.values()].filter(
      (row) => accounts.includes(row.account) && row.state === 'sending' && (row.leaseUntil ?? 0) <= now,
    );
    return expired.slice(0, limit).map((row) => {
      const freed = { leaseUntil: undefined, nextLookupAt: now, updatedAt: now };
      this.#put({ ...row, ...freed, state: 'unknown', reason: LEASE_EXPIRED });
      const details = { by: 'lease-expired', code: 'lease_expired' };
      this.#addEvent({ operationId: row.id, type: 'state', from: 'sending', to: 'unknown', details });
      return visible(this.#row(row.id));
    });
  }

  async change(change: Change): Promise<StoredOperation | undefined> {
    const { id, by, from, to, event } = change;
    const illegal = to === undefined ? undefined : from.find((state) => !isLegal(state, to, by));
    if (illegal !== undefined) throw new InvariantError(`${illegal} never becomes ${String(to)} by ${by}`);
    const row = this.#rows.get(id);
    if (row === undefined || !from.includes(row.state)) return undefined;
    if (change.token !== undefined && row.token !== change.token) return undefined;
    if (change.lookupToken !== undefined && row.lookupToken !== change.lookupToken) return undefined;
    const isRetried = row.state === 'unsent' && to === 'recorded';
    if (isRetried && [...this.#rows.values()].some((other) => keepsBusy(other, row))) return undefined;
    this.#put(changed(row, change, this.#now()));
    this.#addEvent({ ...event, operationId: id, from: to === undefined ? undefined : row.state, to });
    return visible(this.#row(id));
  }

  async addEvent(id: string, event: NewEvent): Promise<void> {
    this.#row(id);
    this.#addEvent({ ...event, operationId: id });
  }

  async get(id: string): Promise<StoredOperation | undefined> {
    const row = this.#rows.get(id);
    return row && visible(row);
  }

  async list(filter: OperationFilter, { after = '', limit }: Page): Promise<readonly StoredOperation[]> {
    const found = [...this.#rows.values()].filter((row) => row.id > after && fits(row, filter));
    return found.sort(byId).slice(0, limit).map(visible);
  }

  async events(id: string): Promise<readonly OperationEvent[]> {
    return this.#events.filter(({ operationId }) => operationId === id).map(copy);
  }

  async siblings(
    operation: Pick<StoredOperation, 'id' | 'account' | 'authorizationId' | 'reference'>,
  ): Promise<readonly StoredOperation[]> {
    const { id, account, authorizationId, reference } = operation;
    const isSibling = (row: Row): boolean =>
      (authorizationId !== undefined && row.authorizationId === authorizationId) ||
      (reference !== undefined && row.reference === reference);
    const found = [...this.#rows.values()].filter((row) => row.account === account && row.id !== id && isSibling(row));
    return found.sort(byId).map(visible);
  }

  async tally(accounts?: readonly string[]): Promise<readonly Tally[]> {
    const tallies = new Map<string, Tally>();
    for (const { account, state, needsDecision, amount } of this.#rows.values()) {
      if (accounts && !accounts.includes(account)) continue;
      const { currency } = amount;
      const group = JSON.stringify([account, state, needsDecision, currency]);
      const { count, minor } = tallies.get(group) ?? { count: 0, minor: 0n };
      const sum = { count: count + 1, minor: minor + BigInt(amount.minor) };
      tallies.set(group, { account, state, needsDecision, currency, ...sum });
    }
    return [...tallies.values()];
  }

  async nextDue(accounts: readonly string[]): Promise<number | undefined> {
    const due = [...this.#rows.values()].filter(({ account }) => accounts.includes(account)).map(dueAt);
    const times = due.filter((time) => time !== undefined);
    return times.length === 0 ? undefined : Math.min(...times) - this.#now();
  }

  async purge(before: string, limit: number): Promise<number> {
    const isOld = ({ state, needsDecision, updatedAt }: Row): boolean =>
      FINAL_STATES.includes(state) && !needsDecision && updatedAt < Date.parse(before);
    const old = [...this.#rows.values()].filter(isOld).slice(0, limit);
    for (const { id } of old) this.#rows.delete(id);
    const kept = this.#events.filter(({ operationId }) => this.#rows.has(operationId));
    this.#events.splice(0, this.#events.length, ...kept);
    return old.length;
  }

  /** All rows at this moment. A row is replaced and never changed, so a list of them stays as it was. */
  rows(): readonly Row[] {
    return [...this.#rows.values()];
  }

  /** All events so far, oldest first. */
  history(): readonly OperationEvent[] {
    return this.#events;
  }

  /** Changes anything, whatever holds, as a bug would. */
  corrupt(id: string, members: Partial<Row>): void {
    const { state: from } = this.#row(id);
    this.#put({ ...this.#row(id), ...members });
    const to = members.state ?? from;
    if (from !== to) this.#addEvent({ operationId: id, type: 'state', from, to, details: {} });
  }

  #outcomeOf(given: NewOperation, { accepts }: RecordOptions, added: Row[]): { kind: RecordOutcome['kind']; row: Row } {
    const all = [...this.#rows.values(), ...added];
    const same = all.find(({ account, key }) => account === given.account && key === given.key);
    if (same) return { kind: accepts(visible(same), given) ? 'existing' : 'key-reused', row: same };
    const inTheWay = all.find((row) => keepsBusy(row, given));
    if (inTheWay) return { kind: 'busy', row: inTheWay };
    const row = newRow(given, this.#now());
    added.push(row);
    return { kind: 'recorded', row };
  }

  #insert(row: Row, claim: Claim | undefined): void {
    this.#put(row);
    this.#addEvent({ operationId: row.id, type: 'state', to: 'recorded', details: {} });
    if (claim) this.#claim(row, claim);
  }

  #claim(row: Row, { token, lease }: Claim): Row {
    const now = this.#now();
    const attempts = row.attempts + 1;
    const details = { by: 'claim', attempt: attempts };
    this.#addEvent({ operationId: row.id, type: 'state', from: 'recorded', to: 'sending', details });
    return this.#put({ ...row, state: 'sending', attempts, token, leaseUntil: now + lease, updatedAt: now });
  }

  #ofAccount(account: string, id: string | undefined): Row[] {
    const rows = id === undefined ? [...this.#rows.values()].sort(byId) : [this.#rows.get(id)];
    return rows.filter((row) => row?.account === account) as Row[];
  }

  #row(id: string): Row {
    const row = this.#rows.get(id);
    if (row === undefined) throw new UnknownOperationError('no such operation', { operationId: id });
    return row;
  }

  #put(row: Row): Row {
    this.version += 1;
    this.#rows.set(row.id, row);
    return row;
  }

  #addEvent(facts: EventFacts): void {
    this.#sequence += 1;
    this.version += 1;
    this.#events.push(newEvent(facts, this.#sequence, this.#now()));
  }
}

function changed(row: Row, change: Change, now: number): Row {
  const state = change.to ?? row.state;
  const lookup = { lookupToken: undefined, lookupLeaseUntil: undefined };
  const next: Row = {
    ...row,
    ...copy(change.set ?? {}),
    ...(change.lookupToken === undefined ? {} : lookup),
    state,
    nextLookupAt: IN_DOUBT_STATES.includes(state) ? timeAfter(change.nextLookupIn, now, row.nextLookupAt) : undefined,
    availableAt: state === 'recorded' ? now + (change.availableIn ?? 0) : row.availableAt,
    decidedAt: change.set?.decision === undefined ? row.decidedAt : now,
    updatedAt: now,
  };
  if (state === 'sending') return next;
  return { ...next, leaseUntil: undefined, token: state === 'recorded' ? undefined : next.token };
}

function timeAfter(delay: number | null | undefined, now: number, before: number | undefined): number | undefined {
  if (delay === undefined) return before;
  return delay === null ? undefined : now + delay;
}

const byId = (a: StoredOperation, b: StoredOperation): number => (a.id < b.id ? -1 : 1);
