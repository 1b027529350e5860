import { canDecide, InvalidRequestError, type LookupKeys, type LookupResult } from '@capture/core';
import type { StoredOperation } from '../contract/store.ts';
import { accountOfOperation, operationWithId } from './account-of.ts';
import { type Claimed, claimToLookUp } from './claim.ts';
import type { Account, Context } from './context.ts';
import { type KnownCaptures, knownCaptures, lookupKeysOf } from './known-captures.ts';
import { makeChange } from './make-change.ts';
import { believed, changeOfLookup, impossibleLookup } from './outcome-of-lookup.ts';

/** The end of one lookup. */
export interface LookedUp {
  readonly operation: StoredOperation;
  /** Absent where none was made. */
  readonly lookup: LookupResult | undefined;
}

/** Looks one operation up where it is in doubt and a lookup is due, or at once. */
export async function lookUp(context: Context, id: string, when: 'due' | 'now' | 'never'): Promise<StoredOperation> {
  let operation = await operationWithId(context, id);
  const account = accountOfOperation(context, operation);
  const now = context.clock.now();
  if (operation.state === 'sending' && (operation.leaseUntil ?? Infinity) <= now) {
    await expireLeases(context, [operation.account]);
    operation = await operationWithId(context, id);
  }
  const { state, nextLookupAt = Infinity } = operation;
  const isInDoubt = state === 'pending' || state === 'unknown';
  if (!isInDoubt || when === 'never' || (when === 'due' && nextLookupAt > now)) return operation;
  const [claimed] = await claimToLookUp(context, { account: account.label, limit: 1, id });
  return claimed ? (await lookUpClaimed(context, account, claimed)).operation : operationWithId(context, id);
}

/** Looks a claimed operation up, and records what that shows. */
export async function lookUpClaimed(context: Context, account: Account, claimed: Claimed): Promise<LookedUp> {
  const { operation, token: lookupToken } = claimed;
  const before = await knownCaptures(context, account, operation);
  const keys = lookupKeysOf(operation, before.ids);
  const lookup = await lookUpBy(account, keys);
  const change = lookup
    ? changeOfLookup(await belief(context, account, operation, lookup), {
        operation,
        account,
        settings: context.settings,
        canDecide: canDecide(account.client.capabilities, lookup.keys) || isTemporary(account, operation, before),
      })
    : impossibleLookup(account, operation, keys);
  const changed = await makeChange(context, { ...change, id: operation.id, from: operation.state, lookupToken });
  return { operation: changed ?? (await operationWithId(context, operation.id)), lookup };
}

/**
 * Looks up with the keys that the provider takes. `undefined`: it takes none. An id from a response can be one that no
 * lookup accepts.
 */
async function lookUpBy({ client }: Account, keys: LookupKeys): Promise<LookupResult | undefined> {
  if (!client.lookup || !client.capabilities.lookupBy.some((key) => keys[key] !== undefined)) return undefined;
  try {
    return await client.lookup(keys);
  } catch (error) {
    if (!InvalidRequestError.is(error)) throw error;
    const refused = new Set(error.issues.map(({ path }) => path.split('.')[0]));
    const rest = Object.fromEntries(Object.entries(keys).filter(([name]) => !refused.has(name)));
    const isShorter = Object.keys(rest).length < Object.keys(keys).length;
    return isShorter ? lookUpBy({ label: '', client }, rest) : undefined;
  }
}

/** The result as far as it is believed, by what is known after it: another operation may have been sent meanwhile. */
async function belief(
  context: Context,
  account: Account,
  operation: StoredOperation,
  lookup: LookupResult,
): Promise<LookupResult> {
  if (!['captured', 'pending', 'declined'].includes(lookup.status)) return lookup;
  return believed(lookup, await knownCaptures(context, account, operation));
}

/** True where a lookup decides as soon as other operations of the journal are decided. */
function isTemporary({ client }: Account, operation: StoredOperation, known: KnownCaptures): boolean {
  return known.hasDoubtful && canDecide(client.capabilities, lookupKeysOf(operation, []));
}

/** Makes the operations `unknown` that a dead process left in `sending`. Returns how many there were. */
export async function expireLeases(
  { store, report }: Pick<Context, 'store' | 'report'>,
  accounts: readonly string[],
): Promise<number> {
  const limit = 100;
  const expired = await store.expireLeases(accounts, limit);
  for (const operation of expired)
    report({ type: 'state', from: 'sending', to: 'unknown', details: { code: 'lease_expired' } }, operation);
  return expired.length < limit ? expired.length : limit + (await expireLeases({ store, report }, accounts));
}
