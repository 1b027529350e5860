import type { EnqueueItem } from '../contract/journal.ts';
import type { StoredOperation } from '../contract/store.ts';
import { accountOf } from './account-of.ts';
import { checkIds, checkName } from './check-input.ts';
import type { Context } from './context.ts';
import { newOperation } from './new-operation.ts';
import { recordOperations } from './record-operations.ts';

/** Records captures for whatever works: all of them or none. */
export async function enqueue(
  context: Context,
  label: string,
  items: readonly EnqueueItem<object>[],
  { transaction }: { readonly transaction?: unknown } = {},
): Promise<readonly StoredOperation[]> {
  const account = accountOf(context, label);
  const operations = items.map((item, i) => {
    const { key, request, additional, knownCaptureIds } = item;
    checkName(`items.${i}.key`, key);
    checkIds(`items.${i}.knownCaptureIds`, knownCaptureIds);
    const prepared = account.client.prepare(request);
    const id = context.newId();
    return newOperation({ id, account, key, request, prepared, additional, knownCaptureIds });
  });
  const recorded = await recordOperations(context, operations, { transaction });
  context.wake(label);
  return recorded.map(({ operation }) => operation);
}
