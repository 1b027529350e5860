import type { Store } from '../contract/store.ts';

/** A store under test, on storage of its own that is empty. */
export interface StoreUnderTest {
  readonly store: Store;
  /** Moves the clock of the store forward by this many milliseconds. */
  readonly advance: (milliseconds: number) => void | Promise<void>;
  /** Another store on the same storage, as another process has it. Without it, the clauses use one store. */
  readonly again?: (() => Store | Promise<Store>) | undefined;
  /** Removes the storage. */
  readonly remove?: (() => void | Promise<void>) | undefined;
}

/** Creates a store under test for each clause. The clauses open and close it. */
export type CreateStore = () => StoreUnderTest | Promise<StoreUnderTest>;

/** The handles that a clause works with. */
export interface Handles {
  readonly store: Store;
  /** The view of another process. */
  readonly other: Store;
  readonly advance: (milliseconds: number) => void | Promise<void>;
  /** Another handle on the same storage; `undefined` where the storage has one only. */
  readonly reopened: (() => Promise<Store>) | undefined;
}

/** Runs a piece of work with the handles of a new storage. */
export async function withStore(create: CreateStore, work: (handles: Handles) => Promise<void>): Promise<void> {
  const { store, advance, again, remove } = await create();
  const opened: Store[] = [];
  const open = async (handle: Store): Promise<Store> => {
    opened.push(handle);
    await handle.open();
    return handle;
  };
  try {
    await open(store);
    const reopened = again && (async () => open(await again()));
    await work({ store, other: (await reopened?.()) ?? store, advance, reopened });
  } finally {
    for (const handle of opened) await handle.close();
    await remove?.();
  }
}
