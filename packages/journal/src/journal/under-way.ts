import { InvalidJournalInputError } from '../errors/journal-errors.ts';

/** The calls that are under way: closing waits for them, and refuses further ones. */
export class UnderWay {
  readonly #calls = new Set<Promise<unknown>>();
  #isClosed = false;

  /** Runs a call. Rejects where the journal is closed. */
  async run<T>(call: () => Promise<T>): Promise<T> {
    if (this.#isClosed) throw new InvalidJournalInputError('the journal is closed');
    const running = call();
    this.#calls.add(running);
    try {
      return await running;
    } finally {
      this.#calls.delete(running);
    }
  }

  /** Waits for the calls that are under way, well or not. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.allSettled(this.#calls);
  }
}
