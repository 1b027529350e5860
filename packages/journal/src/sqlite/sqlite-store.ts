import type { OperationEvent } from '../contract/operation.ts';
import type {
  Change,
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
} from '../contract/store.ts';
import { StoreError } from '../errors/journal-errors.ts';
import { recordInTransaction } from './callers-transaction.ts';
import { applyChange, assertLegal } from './change.ts';
import { claimToLookUp, claimToSend, expireLeases } from './claim.ts';
import { Commits } from './commits.ts';
import { connect, type Connection } from './connection.ts';
import { storeFailure } from './failures.ts';
import { list } from './list.ts';
import { pathOf, prepareFile, type SqliteSource } from './location.ts';
import { migrate } from './migrate.ts';
import { purge } from './purge.ts';
import { events, get, nextDue, siblings, tally } from './reads.ts';
import { record } from './record.ts';
import { untilUnlocked } from './until-unlocked.ts';

/** Options of {@link sqliteStore}. */
export interface SqliteStoreOptions {
  /**
   * The clock of the store, in milliseconds since 1970. Processes on one file share the machine's.
   *
   * @defaultValue `Date.now`
   */
  readonly clock?: (() => number) | undefined;
  /**
   * Milliseconds that a commit waits for another connection that has the file locked, before it is a `StoreError`.
   *
   * @defaultValue 10000
   */
  readonly lockWait?: number | undefined;
}

/** An open file. */
interface Opened {
  readonly path: string;
  readonly connection: Connection;
}

/** A journal's store in one SQLite file. */
export class SqliteStore implements Store {
  readonly #source: SqliteSource;
  readonly #clock: () => number;
  readonly #lockWait: number;
  readonly #commits: Commits;
  #opening: Promise<Opened> | undefined;
  #opened: Opened | undefined;

  constructor(source: SqliteSource, { clock = Date.now, lockWait = 10_000 }: SqliteStoreOptions = {}) {
    this.#source = source;
    this.#clock = clock;
    this.#lockWait = lockWait;
    this.#commits = new Commits({ connection: () => this.#open().connection, clock, lockWait });
  }

  async open(): Promise<void> {
    this.#opening ??= this.#prepare();
    try {
      this.#opened = await this.#opening;
    } catch (error) {
      this.#opening = undefined;
      throw storeFailure(error);
    }
  }

  async close(): Promise<void> {
    await this.#commits.idle();
    this.#opened?.connection.close();
    this.#opened = this.#opening = undefined;
  }

  async record(operations: readonly NewOperation[], options: RecordOptions): Promise<readonly RecordOutcome[]> {
    // Synchronous up to here and within, as the caller's transaction is.
    if (options.transaction !== undefined)
      return recordInTransaction(this.#open().path, this.#clock(), operations, options);
    return this.#commits.run((transaction) => record(transaction, operations, options));
  }

  async claimToSend(query: ClaimQuery): Promise<readonly StoredOperation[]> {
    return this.#commits.run((transaction) => claimToSend(transaction, query));
  }

  async claimToLookUp(query: ClaimQuery): Promise<readonly StoredOperation[]> {
    return this.#commits.run((transaction) => claimToLookUp(transaction, query));
  }

  async expireLeases(accounts: readonly string[], limit: number): Promise<readonly StoredOperation[]> {
    return this.#commits.run((transaction) => expireLeases(transaction, accounts, limit));
  }

  async change(change: Change): Promise<StoredOperation | undefined> {
    assertLegal(change);
    return this.#commits.run((transaction) => applyChange(transaction, change));
  }

  async addEvent(id: string, event: NewEvent): Promise<void> {
    return this.#commits.run((transaction) => {
      transaction.get(id);
      transaction.addEvent({ ...event, id });
    });
  }

  async get(id: string): Promise<StoredOperation | undefined> {
    return this.#read((connection) => get(connection, id));
  }

  async list(filter: OperationFilter, page: Page): Promise<readonly StoredOperation[]> {
    return this.#read((connection) => list(connection, filter, page));
  }

  async events(id: string): Promise<readonly OperationEvent[]> {
    return this.#read((connection) => events(connection, id));
  }

  async siblings(
    operation: Pick<StoredOperation, 'id' | 'account' | 'authorizationId' | 'reference'>,
  ): Promise<readonly StoredOperation[]> {
    return this.#read((connection) => siblings(connection, operation));
  }

  async tally(accounts?: readonly string[]): Promise<readonly Tally[]> {
    return this.#read((connection) => tally(connection, accounts));
  }

  async nextDue(accounts: readonly string[]): Promise<number | undefined> {
    const time = await this.#read((connection) => nextDue(connection, accounts));
    return time === undefined ? undefined : time - this.#clock();
  }

  async purge(before: string, limit: number): Promise<number> {
    return this.#commits.run((transaction) => purge(transaction, before, limit));
  }

  async #prepare(): Promise<Opened> {
    const path = await prepareFile(pathOf(this.#source));
    const connection = await untilUnlocked(() => connect(path), this.#lockWait);
    try {
      await untilUnlocked(() => {
        migrate(connection.database);
      }, this.#lockWait);
      return { path, connection };
    } catch (error) {
      connection.close();
      throw error;
    }
  }

  #open(): Opened {
    if (this.#opened === undefined) throw new StoreError('The store is not open: call open first.');
    return this.#opened;
  }

  /** Reads what is committed. */
  async #read<T>(read: (connection: Connection) => T): Promise<T> {
    try {
      return await untilUnlocked(() => read(this.#open().connection), this.#lockWait);
    } catch (error) {
      throw storeFailure(error);
    }
  }
}
