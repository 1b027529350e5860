import type { NewOperation, RecordOptions, RecordOutcome, StoredOperation } from '../contract/store.ts';
import { AuthorizationBusyError, KeyReusedError, NotDecidableError } from '../errors/journal-errors.ts';
import type { Context } from './context.ts';
import { differingFields } from './same-request.ts';

/** An operation as it is recorded, and whether this call recorded it. */
export interface Recorded {
  readonly operation: StoredOperation;
  readonly isNew: boolean;
}

/**
 * Records operations, all or none.
 *
 * @throws `KeyReusedError`, `AuthorizationBusyError`.
 */
export async function recordOperations(
  { store, report }: Context,
  operations: readonly NewOperation[],
  options: Omit<RecordOptions, 'accepts'> = {},
): Promise<readonly Recorded[]> {
  const accepts: RecordOptions['accepts'] = (existing, given) =>
    existing.provider === given.provider && differingFields(existing, given).length === 0;
  const outcomes = await store.record(operations, { ...options, accepts });
  outcomes.forEach((outcome, i) => {
    refuse(outcome, operations[i]);
  });
  return outcomes.map(({ kind, operation }) => {
    const isNew = kind === 'recorded';
    // In the caller's transaction it is not committed yet, and may never be.
    if (isNew && options.transaction === undefined) {
      report({ type: 'state', from: undefined, to: 'recorded', details: {} }, operation);
      if (options.claim) report({ type: 'state', from: 'recorded', to: 'sending', details: {} }, operation);
    }
    return { operation, isNew };
  });
}

function refuse({ kind, operation }: RecordOutcome, given: NewOperation | undefined): void {
  if (!given || kind === 'recorded' || kind === 'existing') return;
  const { account, key } = given;
  if (kind === 'busy') {
    const isRepeated = given.repeats !== undefined && operation.repeats === given.repeats;
    throw isRepeated ? repeatedBefore(account, operation.id) : busy(account, key, operation.id);
  }
  const fields = operation.provider === given.provider ? differingFields(operation, given) : ['provider'];
  throw new KeyReusedError(`the key was recorded with another request; they differ in: ${fields.join(', ')}`, {
    account,
    key,
    operationId: operation.id,
    fields,
  });
}

/** The error for an operation that was captured again, and is not to be captured again under another key. */
export function repeatedBefore(account: string, operationId: string): NotDecidableError {
  return new NotDecidableError('it was captured again before, with another key', { account, operationId });
}

/** The error for an authorization that another operation keeps. */
export function busy(account: string, key: string, operationId: string | undefined): AuthorizationBusyError {
  const message =
    'another operation keeps this authorization: wait until it is final; say `additional: true` where a further ' +
    'capture of it is meant and the provider allows it';
  return new AuthorizationBusyError(message, { account, key, operationId });
}
