import type { PreparedRequest } from '@capture/core';
import type { RecordingOptions } from '../contract/journal.ts';
import type { Json, NewOperation } from '../contract/store.ts';
import type { Account } from './context.ts';
import { copyOfRequest } from './copy-of-request.ts';

/** What a new operation consists of. */
export interface NewOperationOf extends RecordingOptions {
  readonly id: string;
  readonly account: Account;
  readonly key: string;
  /** The caller's request. Only its names are read: a value may be a card. */
  readonly request: object;
  readonly prepared: PreparedRequest;
  readonly repeats?: string | undefined;
}

/** A new operation, of the fields that may be stored and no others. */
export function newOperation(given: NewOperationOf): NewOperation {
  const { id, account, key, request, prepared, additional = false, knownCaptureIds, repeats } = given;
  const { provider, capabilities } = account.client;
  const { storable, reference, lookupKeys } = prepared;
  const stored = storable as NewOperation['request'] & { amount: NewOperation['amount'] };
  const authorizationId = stored['authorizationId'];
  return {
    id,
    account: account.label,
    provider,
    key,
    amount: { ...stored.amount },
    reference,
    authorizationId: typeof authorizationId === 'string' ? authorizationId : lookupKeys.authorizationId,
    request: copyOfRequest(storable) as Record<string, Json>,
    given: Object.keys(stored).filter((name) => isGiven(request, name)),
    knownCaptureIds: knownCaptureIds && [...knownCaptureIds],
    additional,
    single: capabilities.multipleCaptures === 'no',
    repeats,
  };
}

function isGiven(request: object, name: string): boolean {
  return (request as Record<string, unknown>)[name] !== undefined;
}

/** The fields of a request that are not stored, which its caller has to supply each time. */
export function unstoredOf(request: object, stored: Readonly<Record<string, Json>>): object {
  return Object.fromEntries(Object.entries(request).filter(([name]) => !Object.hasOwn(stored, name)));
}
