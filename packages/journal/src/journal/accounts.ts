import type { Accounts } from '../contract/accounts.ts';
import type { Store } from '../contract/store.ts';
import { checkProvider } from './account-of.ts';
import { checkName, invalid } from './check-input.ts';
import type { Account, Client } from './context.ts';

/** Checks labels and clients. Throws `InvalidJournalInputError`. */
export function checkAccounts(given: Accounts): ReadonlyMap<string, Account> {
  const entries = Object.entries(given);
  if (entries.length === 0) throw invalid('accounts', 'must have at least one account');
  return new Map(
    entries.map(([label, client]) => {
      checkName(`accounts.${label}`, label);
      if (!isClient(client)) throw invalid(`accounts.${label}`, 'must be a client, as createX(options) returns it');
      return [label, { label, client }];
    }),
  );
}

function isClient(value: unknown): value is Client {
  if (typeof value !== 'object' || value === null) return false;
  const { provider, capabilities, prepare, capture } = value as Partial<Client>;
  return (
    typeof provider === 'string' && !!capabilities && typeof prepare === 'function' && typeof capture === 'function'
  );
}

/** Refuses a label whose operations belong to another provider than its client. */
export async function checkRecordedProviders(store: Store, accounts: ReadonlyMap<string, Account>): Promise<void> {
  for (const account of accounts.values()) {
    const [first] = await store.list({ accounts: [account.label] }, { limit: 1 });
    if (first) checkProvider(account, first);
  }
}
