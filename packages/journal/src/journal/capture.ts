import type { PreparedRequest } from '@capture/core';
import type { RecordingOptions } from '../contract/journal.ts';
import type { StoredOperation } from '../contract/store.ts';
import { accountOf, checkProvider, operationWithId } from './account-of.ts';
import { maySendAgain } from './attempts.ts';
import { checkIds, checkName } from './check-input.ts';
import { claimToSend } from './claim.ts';
import type { Account, Context } from './context.ts';
import { copyOfRequest } from './copy-of-request.ts';
import { instant } from './lease.ts';
import { makeChange } from './make-change.ts';
import { newOperation, unstoredOf } from './new-operation.ts';
import { busy, recordOperations } from './record-operations.ts';
import { sendOperation } from './send-operation.ts';

/** Options of one capture. */
export interface CaptureCallOptions extends RecordingOptions {
  readonly signal?: AbortSignal | undefined;
  readonly timeout?: number | undefined;
  /** The operation that it repeats, see `captureAgain`. */
  readonly repeats?: string | undefined;
}

/** Records and sends one capture, or returns what is known of it. */
export async function captureOnce(
  context: Context,
  label: string,
  key: string,
  givenRequest: unknown,
  options: CaptureCallOptions = {},
): Promise<StoredOperation> {
  const { flights, newId, clock, settings } = context;
  const account = accountOf(context, label);
  checkName('key', key);
  checkIds('knownCaptureIds', options.knownCaptureIds);
  options.signal?.throwIfAborted();
  const request = copyOfRequest(givenRequest) as object;
  // Refuses what is no request.
  const prepared = account.client.prepare(request);
  const id = newId();
  const found = await flights.run(id, async () => {
    const [token, since] = [newId(), instant(clock)];
    const operation = newOperation({ ...options, id, account, key, request, prepared });
    const claim = { token, lease: settings.lease };
    const [recorded] = await recordOperations(context, [operation], { claim });
    if (!recorded?.isNew) return recorded?.operation ?? operationWithId(context, id);
    const claimed = { operation: recorded.operation, token, since };
    return send(context, account, claimed, prepared, options);
  });
  return found.id === id ? found : resume(context, account, found, request, options);
}

/** Goes on with an operation that was recorded before: sends it where that is safe, else returns what is known. */
async function resume(
  context: Context,
  account: Account,
  existing: StoredOperation,
  request: object,
  options: CaptureCallOptions,
): Promise<StoredOperation> {
  const { flights, settings } = context;
  const { id } = existing;
  const underWay = flights.get(id);
  if (underWay) return underWay;
  checkProvider(account, existing);
  const isOpen = existing.state === 'recorded' || (existing.state === 'unsent' && maySendAgain(existing, settings));
  if (!isOpen) return existing;
  // What was generated then is settled: the same request is sent, with the fields that were not stored.
  const prepared = account.client.prepare({ ...unstoredOf(request, existing.request), ...existing.request });
  return flights.run(id, async () => {
    if (existing.state === 'unsent') await recordAgain(context, existing);
    const [claimed] = await claimToSend(context, { account: account.label, limit: 1, id });
    if (!claimed) return operationWithId(context, id);
    return send(context, account, claimed, prepared, options);
  });
}

/** Allows another attempt, unless another operation took the authorization meanwhile. */
async function recordAgain(context: Context, existing: StoredOperation): Promise<void> {
  const { id, account, key } = existing;
  const event = { type: 'state', details: {} } as const;
  const changed = await makeChange(context, { id, by: 'retry', from: 'unsent', to: 'recorded', event });
  if (changed) return;
  const current = await operationWithId(context, id);
  if (current.state !== 'unsent') return;
  const others = await context.store.siblings(current);
  const isSameAuthorization = (other: StoredOperation) => other.authorizationId === current.authorizationId;
  const inTheWay = others.find((other) => isSameAuthorization(other) && !['declined', 'unsent', 'cancelled'].includes(other.state)); // prettier-ignore
  throw busy(account, key, inTheWay?.id);
}

async function send(
  context: Context,
  account: Account,
  claimed: Parameters<typeof sendOperation>[2],
  prepared: PreparedRequest,
  { signal, timeout }: CaptureCallOptions,
): Promise<StoredOperation> {
  const sent = await sendOperation(context, account, claimed, prepared, { repetition: 'by-caller', signal, timeout });
  // Another process, or this one, may be waiting for something to look up.
  context.wake(account.label);
  return sent.operation;
}
