import type { AccountWorker } from './account-worker.ts';
import type { Workers } from './work.ts';

/** The workers of an open journal by account. */
export class WorkerSet implements Workers {
  readonly #workers = new Map<AccountWorker, string>();
  #isClosing = false;

  add(account: string, worker: AccountWorker): () => void {
    this.#workers.set(worker, account);
    return () => this.#workers.delete(worker);
  }

  isClosing(): boolean {
    return this.#isClosing;
  }

  /** Wakes the workers of an account: something is due. */
  wake(account: string): void {
    for (const [worker, label] of this.#workers) if (label === account) worker.wake();
  }

  /** Lets all workers stop. */
  close(): void {
    this.#isClosing = true;
    for (const worker of this.#workers.keys()) worker.wake();
  }
}
