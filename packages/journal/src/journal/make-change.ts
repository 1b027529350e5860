import type { Change, StoredOperation } from '../contract/store.ts';
import type { OperationState } from '../states/transitions.ts';
import type { Context } from './context.ts';

/** A change from one state, so that its event states exactly what it changed. */
export type ExactChange = Omit<Change, 'from'> & { readonly from: OperationState };

/** Makes one conditional change and reports it. `undefined`: the condition did not hold. */
export async function makeChange(
  { store, report }: Pick<Context, 'store' | 'report'>,
  { from, ...change }: ExactChange,
): Promise<StoredOperation | undefined> {
  const changed = await store.change({ ...change, from: [from] });
  if (changed) {
    const { type, details } = change.event;
    report({ type, from: change.to === undefined ? undefined : from, to: change.to, details }, changed);
  }
  return changed;
}
