import type { UnstoredFields } from '../contract/accounts.ts';
import type { StoredOperation } from '../contract/store.ts';
import { NotDecidableError } from '../errors/journal-errors.ts';
import { accountOfOperation, operationWithId } from './account-of.ts';
import { captureOnce } from './capture.ts';
import { checkName } from './check-input.ts';
import type { Context } from './context.ts';
import { operationOf } from './operation-of.ts';
import { repeatedBefore } from './record-operations.ts';

/**
 * Captures again what a person decided as not captured: a new operation that names the old one. The reference is the
 * caller's where it gave one, else a new one.
 */
export async function captureAgain(
  context: Context,
  id: string,
  key: string,
  { unstored }: { readonly unstored?: UnstoredFields | undefined } = {},
): Promise<StoredOperation> {
  checkName('key', key);
  const old = await operationWithId(context, id);
  const account = accountOfOperation(context, old);
  if (old.state !== 'declined' || old.decision?.outcome !== 'not-captured')
    throw new NotDecidableError('only what a person decided as not captured is captured again', {
      account: old.account,
      operationId: id,
    });
  await refuseSecond(context, old, key);
  const given = Object.fromEntries(Object.entries(old.request).filter(([name]) => old.given.includes(name)));
  const supplied = (await unstored?.(operationOf(old))) ?? {};
  const { additional, knownCaptureIds } = old;
  return captureOnce(
    context,
    account.label,
    key,
    { ...supplied, ...given },
    { additional, knownCaptureIds, repeats: id },
  );
}

/**
 * One repetition at a time: another one under another key would be a second capture. The store refuses those that come
 * together.
 */
async function refuseSecond({ store }: Context, { id, account }: StoredOperation, key: string): Promise<void> {
  const earlier = await store.list({ accounts: [account], repeats: id }, { limit: 100 });
  const other = earlier.find((operation) => operation.key !== key && keepsRepetition(operation));
  if (other) throw repeatedBefore(account, other.id);
}

/** What a person decided as not captured is itself the one to capture again. */
function keepsRepetition({ state, decision }: StoredOperation): boolean {
  return state !== 'cancelled' && (state !== 'declined' || decision !== undefined);
}
