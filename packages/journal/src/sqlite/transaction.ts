import type { NewEvent } from '../contract/store.ts';
import { InvariantError, UnknownOperationError } from '../errors/journal-errors.ts';
import type { OperationState } from '../states/transitions.ts';
import type { Connection } from './connection.ts';
import { CHANGING, COLUMNS, type Row, SELECT, valuesOf } from './rows.ts';
import { TallyDifferences } from './tallies.ts';

/** The statements of a transaction, for the tests of their plans. */
export const WRITES = {
  insert: `INSERT INTO capture_operations (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})`,
  update: `UPDATE capture_operations SET ${CHANGING.map((name) => `${name} = ?`).join(', ')}
    WHERE id = ? AND state = ? AND token IS ? AND lookup_token IS ?`,
  remove: 'DELETE FROM capture_operations WHERE id = ?',
  removeEvents: 'DELETE FROM capture_events WHERE operation_id = ?',
  byId: `${SELECT} WHERE id = ?`,
  addEvent: 'INSERT INTO capture_events VALUES (?, ?, ?, ?, ?, ?, ?)',
  sequence: 'SELECT sequence FROM capture_journal',
  setSequence: 'UPDATE capture_journal SET sequence = ?',
} as const;

/** An event with the change of state that it reports. */
export interface EventOf extends NewEvent {
  readonly id: string;
  readonly from?: OperationState | undefined;
  readonly to?: OperationState | undefined;
}

/** The changes of one transaction, on the connection on which it is open. All of them are at one time. */
export class Transaction {
  readonly connection: Connection;
  readonly now: number;
  readonly #tallies = new TallyDifferences();
  #sequence: number | undefined;

  constructor(connection: Connection, now: number) {
    this.connection = connection;
    this.now = now;
  }

  find(id: string): Row | undefined {
    return this.connection.statement(WRITES.byId).get(id) as unknown as Row | undefined;
  }

  /** Inserts a new row. Its first event is that it was recorded, whatever it is already. */
  insert(row: Row): void {
    this.connection.statement(WRITES.insert).run(...valuesOf(row, COLUMNS));
    this.#tallies.count(row, 1);
    this.addEvent({ id: row.id, type: 'state', to: 'recorded', details: {} });
  }

  /** Makes a change, exactly if the row is as it was read. */
  update(before: Row, after: Row): void {
    const condition = [before.id, before.state, before.token, before.lookup_token];
    const { changes } = this.connection.statement(WRITES.update).run(...valuesOf(after, CHANGING), ...condition);
    if (changes !== 1)
      throw new InvariantError('an operation changed within a transaction', { operationId: before.id });
    this.#tallies.count(before, -1);
    this.#tallies.count(after, 1);
  }

  /** Removes an operation with its events. */
  remove(row: Row): void {
    this.connection.statement(WRITES.removeEvents).run(row.id);
    this.connection.statement(WRITES.remove).run(row.id);
    this.#tallies.count(row, -1);
  }

  addEvent({ id, type, from, to, details }: EventOf): void {
    this.#sequence ??= Number(this.connection.statement(WRITES.sequence).get()?.['sequence']);
    this.#sequence += 1;
    this.connection
      .statement(WRITES.addEvent)
      .run(id, this.#sequence, type, from ?? null, to ?? null, this.now, JSON.stringify(details));
  }

  /** Writes what was gathered. The last step before the commit. */
  finish(): void {
    if (this.#sequence !== undefined) this.connection.statement(WRITES.setSequence).run(this.#sequence);
    this.#tallies.write(this.connection);
  }

  /** The row of an operation that has to exist. */
  get(id: string): Row {
    const row = this.find(id);
    if (row === undefined)
      throw new UnknownOperationError('The journal has no operation with this id.', { operationId: id });
    return row;
  }
}
