import type { StoredOperation } from '../contract/store.ts';
import { UnknownAccountError, UnknownOperationError } from '../errors/journal-errors.ts';
import type { Account, Context } from './context.ts';

/** The account with this label. Throws `UnknownAccountError`. */
export function accountOf({ accounts }: Pick<Context, 'accounts'>, label: string): Account {
  const account = accounts.get(label);
  if (!account) throw new UnknownAccountError('the journal was opened without this account', { account: label });
  return account;
}

/** The account of an operation, whose client is of the provider that it was recorded for. */
export function accountOfOperation(context: Pick<Context, 'accounts'>, operation: StoredOperation): Account {
  const account = accountOf(context, operation.account);
  checkProvider(account, operation);
  return account;
}

/** Throws `UnknownAccountError` where the operation belongs to another provider than the account's client. */
export function checkProvider({ client }: Account, { id, account, provider }: StoredOperation): void {
  if (client.provider === provider) return;
  throw new UnknownAccountError(
    `the account has operations of ${provider} and was opened with a client of ${client.provider}: use another label`,
    { account, operationId: id },
  );
}

/** The operation with this id. Throws `UnknownOperationError`. */
export async function operationWithId({ store }: Pick<Context, 'store'>, id: string): Promise<StoredOperation> {
  const found = await store.get(id);
  if (!found) throw new UnknownOperationError('the journal has no operation with this id', { operationId: id });
  return found;
}
