import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Connection, rollBack } from './connection.ts';
import { isLocked, storeFailure } from './failures.ts';
import { Transaction } from './transaction.ts';
import { untilUnlocked } from './until-unlocked.ts';

/** Work that belongs into one transaction, whole. It may be run again, if the transaction was rolled back. */
interface Unit {
  readonly work: (transaction: Transaction) => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** More units than a commit takes without stopping the event loop for longer than its write to the disk. */
const MOST_UNITS = 128;

/** Settings of {@link Commits}. */
export interface CommitSettings {
  readonly connection: () => Connection;
  readonly clock: () => number;
  /** Milliseconds to wait for the lock of another connection. */
  readonly lockWait: number;
}

/**
 * Shares commits: everything that arrives in one turn of the event loop, or while another commit stops it, is one
 * transaction. A unit that fails takes no other with it.
 */
export class Commits {
  readonly #settings: CommitSettings;
  readonly #queue: Unit[] = [];
  #draining: Promise<void> | undefined;

  constructor(settings: CommitSettings) {
    this.#settings = settings;
  }

  /** Runs work in a transaction. Resolves when its commit is durable, and rejects when nothing of it was done. */
  run<T>(work: (transaction: Transaction) => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#queue.push({ work, resolve: resolve as Unit['resolve'], reject });
      this.#draining ??= this.#drain();
    });
  }

  /** Resolves when nothing is waiting for a commit. */
  async idle(): Promise<void> {
    while (this.#draining) await this.#draining;
  }

  async #drain(): Promise<void> {
    while (this.#queue.length > 0) {
      await nextTurn();
      await this.#commit(this.#queue.splice(0, MOST_UNITS));
    }
    this.#draining = undefined;
  }

  async #commit(units: readonly Unit[]): Promise<void> {
    try {
      const values = await untilUnlocked(() => this.#transact(units), this.#settings.lockWait);
      units.forEach(({ resolve }, index) => {
        resolve(values[index]);
      });
    } catch (error) {
      if (units.length === 1 || isLocked(error)) for (const { reject } of units) reject(storeFailure(error));
      // One of them failed, and nothing was committed: each by itself.
      else for (const unit of units) await this.#commit([unit]);
    }
  }

  #transact(units: readonly Unit[]): readonly unknown[] {
    const connection = this.#settings.connection();
    const { database } = connection;
    database.exec('BEGIN IMMEDIATE');
    try {
      const transaction = new Transaction(connection, this.#settings.clock());
      const values = units.map(({ work }) => work(transaction));
      transaction.finish();
      database.exec('COMMIT');
      return values;
    } catch (error) {
      rollBack(database);
      throw error;
    }
  }
}
