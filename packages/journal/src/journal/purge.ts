import type { Store } from '../contract/store.ts';
import { invalid } from './check-input.ts';

/** Operations removed by one transaction, so that none is long. */
const PORTION = 1000;

/** Removes final operations that were last changed before that time. */
export async function purge(store: Store, before: unknown): Promise<number> {
  if (!(before instanceof Date) || Number.isNaN(before.getTime())) throw invalid('before', 'must be a valid Date');
  let removed = 0;
  for (;;) {
    const portion = await store.purge(before.toISOString(), PORTION);
    removed += portion;
    if (portion < PORTION) return removed;
  }
}
