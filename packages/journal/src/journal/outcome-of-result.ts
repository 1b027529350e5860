import { assertNever, canDecide, type CaptureResult, lookupDelay } from '@capture/core';
import type { OperationReason } from '../contract/operation.ts';
import type { Json, MutableMembers, StoredOperation } from '../contract/store.ts';
import { attemptDelay, isAboutAccount, isCredentials } from './attempts.ts';
import type { Account, Settings } from './context.ts';
import { evidenceOf } from './evidence-of.ts';
import { CLIENT_FAILED, reasonOf } from './reason-of.ts';

/** The new state of an operation after its one request, with what is stored of the result. */
export interface Outcome {
  readonly to: 'captured' | 'pending' | 'declined' | 'unsent' | 'unknown' | 'recorded';
  readonly set: Partial<MutableMembers>;
  readonly availableIn?: number | undefined;
  readonly nextLookupIn?: number | null | undefined;
  readonly details: Readonly<Record<string, Json>>;
}

/**
 * Who sends again what executed nothing: the caller with another call (then it is `unsent`), or whatever works (then it
 * is `recorded`, while attempts are left).
 */
export type Repetition = 'by-caller' | 'by-work';

/** The circumstances of an attempt. */
export interface Attempt {
  readonly operation: StoredOperation;
  readonly account: Account;
  readonly settings: Settings;
  readonly repetition: Repetition;
}

const SETTLED = { needsDecision: false, evidence: undefined };

/** The outcome of a result of core. */
export function outcomeOfResult(result: CaptureResult, attempt: Attempt): Outcome {
  switch (result.status) {
    case 'captured': {
      const { status, captureId, httpStatus } = result;
      const details = { status, captureId, httpStatus: httpStatus ?? null };
      return { to: 'captured', set: { ...SETTLED, captureId, reason: undefined }, details };
    }
    case 'pending':
      return inDoubt('pending', result, attempt, undefined);
    case 'unknown':
      return inDoubt('unknown', result, attempt, reasonOf(result.errorData));
    case 'declined': {
      const { captureId, errorData, httpStatus } = result;
      const { code, retryAfter = 0 } = errorData;
      const reason = reasonOf(errorData);
      if (isAboutAccount(code)) return executedNothing(reason, attempt, retryAfter * 1000, isCredentials(code));
      const details = { status: 'declined', code, httpStatus: httpStatus ?? null, captureId: captureId ?? null };
      return { to: 'declined', set: { ...SETTLED, captureId, reason }, details };
    }
    case 'unsent':
      return executedNothing(reasonOf(result.errorData), attempt);
    default:
      return assertNever(result);
  }
}

/** The outcome of an attempt that is proven to have executed nothing. */
export function executedNothing(
  reason: OperationReason,
  { operation: { attempts }, settings, repetition }: Attempt,
  leastDelay = 0,
  isFree = false,
): Outcome {
  const details = { status: 'unsent', code: reason.code, detail: reason.detail ?? null, attempt: attempts };
  if (repetition === 'by-caller' || (attempts >= settings.attempts && !isFree))
    return { to: 'unsent', set: { ...SETTLED, reason }, details };
  const availableIn = Math.max(leastDelay, attemptDelay(attempts));
  return { to: 'recorded', set: { ...SETTLED, reason }, availableIn, details };
}

/** The outcome where the client broke its promise to resolve to a result. */
export function outcomeOfFailure({ operation, account, settings }: Attempt): Outcome {
  const { reference, authorizationId, amount } = operation;
  const { client } = account;
  const keys = { reference, authorizationId, amount };
  const nextLookupIn = (client.lookup && lookupDelay(0, settings.delays)) ?? null;
  const needsDecision = nextLookupIn === null || !canDecide(client.capabilities, keys);
  const set = { reason: CLIENT_FAILED, evidence: evidenceOf(client.provider, keys), needsDecision };
  return { to: 'unknown', set, nextLookupIn, details: { status: 'unknown', needsDecision } };
}

type InDoubt = Extract<CaptureResult, { status: 'pending' | 'unknown' }>;

/**
 * A first lookup is due soon, also where none can decide: it finds the candidates that a person decides by. But such
 * a person is needed from now on.
 */
function inDoubt(
  to: 'pending' | 'unknown',
  result: InDoubt,
  { account: { client }, settings }: Attempt,
  reason: OperationReason | undefined,
): Outcome {
  const { lookupKeys, httpStatus } = result;
  const { captureId } = lookupKeys;
  const nextLookupIn = (client.lookup && lookupDelay(0, settings.delays)) ?? null;
  const needsDecision = nextLookupIn === null || !canDecide(client.capabilities, lookupKeys);
  const evidence = evidenceOf(client.provider, lookupKeys, result);
  const code = result.status === 'unknown' ? result.errorData.code : null;
  const details = { status: to, code, captureId: captureId ?? null, httpStatus: httpStatus ?? null, needsDecision };
  return { to, set: { captureId, reason, evidence, needsDecision }, nextLookupIn, details };
}
