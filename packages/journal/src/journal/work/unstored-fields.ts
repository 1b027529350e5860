import type { UnstoredFields } from '../../contract/accounts.ts';
import type { WorkOptions } from '../../contract/work.ts';
import { InvalidJournalInputError } from '../../errors/journal-errors.ts';
import type { Account, Context } from '../context.ts';

/** True where work can send for this account: it charges no cards, or they are supplied. */
export function suppliesUnstored({ client }: Account, { cards, unstored }: WorkOptions): boolean {
  return client.capabilities.captures !== 'card' || cards !== undefined || unstored !== undefined;
}

/** The supplier of the fields that are not stored. */
export function unstoredFields({ client }: Account, { cards, unstored }: WorkOptions): UnstoredFields | undefined {
  if (client.capabilities.captures !== 'card' || !cards) return unstored;
  return async (operation) => {
    const card = await cards(operation);
    if (card === undefined || card === null) throw new Error('no card');
    return { ...(await unstored?.(operation)), card };
  };
}

/** Refuses to work on recorded card payments without cards, before anything is claimed. */
export async function refuseWithoutCards({ store }: Context, account: Account, options: WorkOptions): Promise<void> {
  if (suppliesUnstored(account, options)) return;
  const { label } = account;
  const recorded = await store.list({ accounts: [label], states: ['recorded'] }, { limit: 1 });
  if (recorded.length === 0) return;
  throw new InvalidJournalInputError('needs `cards`: this account charges cards, and some payments are recorded', {
    account: label,
  });
}
