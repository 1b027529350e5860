import type { StoredOperation } from '../contract/store.ts';
import { operationWithId } from './account-of.ts';
import type { Context } from './context.ts';
import { makeChange } from './make-change.ts';

/** Withdraws an operation that was not sent. Returns it as it then is. */
export async function cancel(context: Context, id: string): Promise<StoredOperation> {
  for (const from of ['recorded', 'unsent', 'recorded'] as const) {
    const event = { type: 'state', details: {} } as const;
    const changed = await makeChange(context, { id, by: 'cancel', from, to: 'cancelled', event });
    if (changed) return changed;
  }
  return operationWithId(context, id);
}
