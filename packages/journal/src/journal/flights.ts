/** The operations that this process is sending, by id. */
export class Flights<T> {
  readonly #underWay = new Map<string, Promise<T>>();

  /** The promise of the operation, if this process is sending it. */
  get(id: string): Promise<T> | undefined {
    return this.#underWay.get(id);
  }

  /** Runs a task under this id, visible from the first moment. */
  async run(id: string, task: () => Promise<T>): Promise<T> {
    const running = task();
    this.#underWay.set(id, running);
    try {
      return await running;
    } finally {
      this.#underWay.delete(id);
    }
  }

  /** Resolves when everything that is under way has ended, well or not. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay.values());
  }
}
