import type { UnstoredFields } from '../contract/accounts.ts';
import type { StoredOperation } from '../contract/store.ts';
import { accountOfOperation, operationWithId } from './account-of.ts';
import { type Claimed, claimToSend } from './claim.ts';
import type { Account, Context } from './context.ts';
import { operationOf } from './operation-of.ts';
import { executedNothing, type Repetition } from './outcome-of-result.ts';
import { FIELDS_UNAVAILABLE, refusedRequest } from './reason-of.ts';
import { recordOutcome } from './record-outcome.ts';
import { type Sent, sendOperation } from './send-operation.ts';

/** Options of sending a recorded operation. */
export interface PerformOptions {
  readonly unstored?: UnstoredFields | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Sends one operation, if it is `recorded`; else nothing. */
export async function perform(context: Context, id: string, options: PerformOptions = {}): Promise<StoredOperation> {
  const underWay = context.flights.get(id);
  if (underWay) return underWay;
  const operation = await operationWithId(context, id);
  const account = accountOfOperation(context, operation);
  if (operation.state !== 'recorded' || options.signal?.aborted) return operation;
  return context.flights.run(id, async () => {
    const [claimed] = await claimToSend(context, { account: account.label, limit: 1, id });
    if (!claimed) return operationWithId(context, id);
    return (await sendClaimed(context, account, claimed, options)).operation;
  });
}

/** Sends a claimed operation from what is stored of it, and what is supplied. */
export async function sendClaimed(
  context: Context,
  account: Account,
  claimed: Claimed,
  { unstored, signal }: PerformOptions,
): Promise<Sent> {
  const { operation } = claimed;
  const unsent = async (reason: Parameters<typeof executedNothing>[0], repetition: Repetition): Promise<Sent> => {
    const outcome = executedNothing(reason, { operation, account, settings: context.settings, repetition });
    return { operation: await recordOutcome(context, claimed, outcome), result: undefined };
  };
  let supplied: object;
  try {
    supplied = (await unstored?.(operationOf(operation))) ?? {};
  } catch {
    return unsent(FIELDS_UNAVAILABLE, 'by-work');
  }
  let prepared;
  try {
    prepared = account.client.prepare({ ...supplied, ...operation.request });
  } catch (error) {
    // No later attempt would differ, so no worker takes it up again; a call of the caller does.
    return unsent(refusedRequest(error), 'by-caller');
  }
  return sendOperation(context, account, claimed, prepared, { repetition: 'by-work', signal });
}
