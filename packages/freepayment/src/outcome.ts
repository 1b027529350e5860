import type { EvidenceCheck, LookupKeys, ProviderTime } from '@capture/core';
import {
  allAgree,
  contradictory,
  errorMessages,
  ifGiven,
  ifPresent,
  isoTime,
  mustBe,
  mustNotBe,
  refused,
  undecided,
  type JudgeContext,
  type ReportedAmount,
  type StatedFacts,
  type Verdict,
} from '@capture/core/provider';
import { DUPLICATE_HINTS, EXCEEDS_AUTHORIZATION, MEANINGS, type Reason, REFUSALS, STATES } from './codes.ts';
import type { CheckedFreepaymentRequest } from './request.ts';
import type { FreepaymentResponse, FreepaymentRefusal, FreepaymentTransaction } from './response.ts';
type Refused = ReturnType<typeof refused>;

/** Judges a capture response: a transaction in a state, or a refusal. */
export function judge(
  response: FreepaymentResponse,
  { request, httpStatus }: JudgeContext<unknown, CheckedFreepaymentRequest>,
): Verdict {
  if ('message' in response) return judgeRefusal(response, httpStatus);
  return judgePayment(response.transaction, request, response.errors);
}

/** Returns the state of a transaction in our words. */
export function stateOf({ status }: FreepaymentTransaction): 'captured' | 'pending' | 'declined' | undefined {
  return STATES.get(status ?? '');
}

/** Judges the transaction of a payment with these keys, in a capture response, a lookup response or a notification. */
export function judgePayment(transaction: FreepaymentTransaction, keys: LookupKeys, errors?: unknown): Verdict {
  return { ...judgeState(transaction, keys, errors), live: liveOf(transaction) };
}

/** Reads the environment that a transaction states. *documented*: `test` is true for a test payment. */
export function liveOf({ test }: FreepaymentTransaction): boolean | undefined {
  return typeof test === 'boolean' ? !test : undefined;
}

function judgeState(transaction: FreepaymentTransaction, keys: LookupKeys, errors: unknown): Verdict {
  const { status, code, capture } = transaction;
  const state = stateOf(transaction);
  const messages = [transaction.message, capture?.message].filter((text) => text !== undefined);
  const correlation = correlationOf(transaction, keys);
  const words: StatedFacts = {
    providerCode: code ?? undefined,
    providerMessage: messages[0],
    captureId: allAgree(correlation) ? (transaction.uid ?? undefined) : undefined,
  };
  if (state === undefined) return undecided('unknown_status', words);
  const meaning = code ? (MEANINGS.get(code) ?? code) : undefined;
  // A transaction with errors beside it contradicts itself, whatever its status.
  const beside = ifPresent('errors', '(absent)', JSON.stringify(errors ?? undefined));
  const inner = [...beside, ...ifPresent('capture.status', status ?? '', capture?.status)];
  const reported = amountOf(transaction);
  if (state === 'declined') {
    if (!allAgree(inner)) return contradictory(inner, words);
    const fallback = status === 'expired' ? 'authorization_expired' : 'declined';
    const refusal = refusalFor(code ? MEANINGS.get(code) : fallback, messages.join(' '), words);
    return refusal.status === 'declined' ? { ...refusal, correlation, reported } : refusal;
  }
  return {
    status: state,
    providerCode: status ?? undefined,
    captureId: transaction.uid ?? undefined,
    reported,
    consistency: [...inner, ...ifPresent('code', state, meaning)],
    correlation,
    providerTime: timeOf(transaction),
  };
}

/** Judges a refusal of the request itself, which created no transaction. */
export function judgeRefusal(refusal: FreepaymentRefusal, httpStatus: number): Refused {
  const { message, errors, code } = refusal;
  const details = errorMessages(errors);
  const said = [message, ...details].join('; ');
  const words = { providerCode: code ?? undefined, providerMessage: said };
  const byStatus = REFUSALS.get(String(httpStatus));
  // Frameworks write `message` and `errors` too. *third-party*: those of the gateway are about the `system` or, nested,
  // about the `request`, which wraps every body; or they come with a code of the vendor.
  const isFromGateway = isAboutRequest(errors) || /^[A-Z]\.\d{4}$/.test(code ?? '');
  if (byStatus === undefined || !isFromGateway) return refusalFor(undefined, said, words);
  const byMessage = httpStatus === 422 && EXCEEDS_AUTHORIZATION.test(said) ? 'amount_exceeds_authorization' : byStatus;
  return refusalFor(code ? (MEANINGS.get(code) ?? byMessage) : byMessage, said, words);
}

/** Returns the amount of a transaction. */
export function amountOf({ amount, currency }: FreepaymentTransaction): ReportedAmount {
  return { minor: amount ?? undefined, currency: currency ?? undefined };
}

/** Returns the time of a transaction, the latest that it states. */
export function timeOf({ paid_at, updated_at, created_at }: FreepaymentTransaction): ProviderTime | undefined {
  return isoTime(paid_at ?? updated_at ?? created_at ?? undefined);
}

function isAboutRequest(errors: FreepaymentRefusal['errors']): boolean {
  const { system, request } = Object(errors) as Readonly<Record<string, unknown>>;
  return errorMessages(system).length > 0 || (isNested(request) && errorMessages(request).length > 0);
}

const isNested = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

function refusalFor(reason: Reason | undefined, said: string, words: StatedFacts): Refused {
  if (DUPLICATE_HINTS.test(said)) return undecided('duplicate_reference', words);
  if (reason === undefined || reason === 'provider_error') return undecided(reason ?? 'unknown_status', words);
  if (reason === 'captured' || reason === 'pending') return contradictory([mustBe('code', 'declined', reason)], words);
  return refused(reason, words);
}

function correlationOf(
  { type, uid, parent_uid, tracking_id }: FreepaymentTransaction,
  keys: LookupKeys,
): EvidenceCheck[] {
  const { captureId, authorizationId, reference } = keys;
  // *documented*: several ids are separated by semicolons, and any of them finds the payment.
  const named = tracking_id?.split(';').find((one) => one.trim() === reference) ?? tracking_id;
  return [
    mustBe('type', 'capture', type),
    ...ifGiven('uid', captureId, uid),
    // *example*: a capture has its own uid. One with the uid of its parent is the authorization.
    ...mustNotBe('uid', parent_uid, uid),
    ...ifGiven('parent_uid', authorizationId, parent_uid),
    ...ifPresent('tracking_id', reference, named?.trim()),
  ];
}
