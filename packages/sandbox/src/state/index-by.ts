/**
 * Finds items by their ids without a search through all of them: a sandbox that runs for a night has a hundred thousand
 * captures.
 */
export class IndexBy<Item> {
  readonly #keysOf: (item: Item) => readonly string[];
  readonly #found = new Map<string, Item[]>();

  /** `keysOf` returns the keys under which an item is found. They must not change. */
  constructor(keysOf: (item: Item) => readonly string[]) {
    this.#keysOf = keysOf;
  }

  /** Adds an item under each of its keys. */
  add(item: Item): void {
    for (const key of this.#keysOf(item)) {
      const known = this.#found.get(key);
      if (known) known.push(item);
      else this.#found.set(key, [item]);
    }
  }

  /** The items with this key, in the order in which they were added. */
  find(key: string): readonly Item[] {
    return this.#found.get(key) ?? [];
  }

  /** Removes everything. */
  clear(): void {
    this.#found.clear();
  }
}
