import type { StoredOperation } from '../contract/store.ts';
import { InvariantError } from '../errors/journal-errors.ts';
import { IN_DOUBT_STATES, type OperationState } from '../states/transitions.ts';
import type { Context } from './context.ts';
import { instant, type Instant } from './lease.ts';

/** An operation that this process may send or look up. */
export interface Claimed {
  readonly operation: StoredOperation;
  readonly token: string;
  /** The moment before the claim was requested, from which its lease is counted here. */
  readonly since: Instant;
}

/** The operations to claim. */
export interface ClaimOf {
  readonly account: string;
  readonly limit: number;
  readonly id?: string | undefined;
}

/** Claims operations to send. */
export async function claimToSend(context: Context, query: ClaimOf): Promise<readonly Claimed[]> {
  const { store, clock, newId, settings, report } = context;
  const [token, since] = [newId(), instant(clock)];
  const operations = await store.claimToSend({ ...query, token, lease: settings.lease });
  return operations.map((operation) => {
    check(operation, query, ['sending']);
    if (operation.token !== token) throw impossible('was claimed with a token of another claim', operation);
    report({ type: 'state', from: 'recorded', to: 'sending', details: {} }, operation);
    return { operation, token, since };
  });
}

/** Claims operations to look up. */
export async function claimToLookUp(context: Context, query: ClaimOf): Promise<readonly Claimed[]> {
  const { store, clock, newId, settings } = context;
  const [token, since] = [newId(), instant(clock)];
  const operations = await store.claimToLookUp({ ...query, token, lease: settings.lease });
  return operations.map((operation) => {
    check(operation, query, IN_DOUBT_STATES);
    return { operation, token, since };
  });
}

function check(operation: StoredOperation, { account, id }: ClaimOf, states: readonly OperationState[]): void {
  if (operation.account !== account || (id !== undefined && operation.id !== id))
    throw impossible('was claimed in place of another one', operation);
  if (!states.includes(operation.state)) throw impossible(`was claimed while it is ${operation.state}`, operation);
}

function impossible(what: string, { id, account }: StoredOperation): InvariantError {
  return new InvariantError(`an operation ${what}; nothing is sent for this account`, { account, operationId: id });
}
