import type { EvidenceCheck, ErrorCode, LookupKeys, ProviderTime } from '@capture/core';
import {
  allAgree,
  codeTable,
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
import type { CheckedFreepaymentRequest } from './request.ts';
import type { FreepaymentResponse, FreepaymentRefusal, FreepaymentTransaction } from './response.ts';

/** *example*: successful. *third-party*: the others. Any other status, such as `initial`, is unknown. */
const STATES = codeTable({
  captured: 'successful',
  pending: 'pending incomplete processing',
  declined: 'failed expired',
});

/**
 * *third-party*: the vendor's result codes (01xx for cards, 02xx for other methods) by meaning. *assumed*: the error
 * code of each. Faults of a provider, unknown reasons (F.0399, F.0997, F.0999, P.9999) and unlisted codes prove
 * nothing.
 */
const MEANINGS = codeTable({
  captured: 'S.0000',
  pending: 'P.0001 P.0220 P.0619',
  declined: 'F.0105 F.0132 F.0998',
  insufficient_funds: 'F.0114 F.0207',
  card_expired: 'F.0111',
  card_invalid: 'F.0100 F.0101 F.0126 F.0127 F.0133 F.0202 F.0203 F.0221',
  cvv_invalid: 'F.0112',
  suspected_fraud: 'F.0115 F.0116 F.0217',
  authentication_failed: 'F.0129 F.0130 F.0131 F.0134 F.0206 F.0996',
  limit_exceeded: 'F.0123 F.0124 F.0125',
  authorization_not_found: 'F.0110 F.0204',
  authorization_expired: 'F.0109 F.0205',
  currency_not_supported: 'F.0113 F.0214',
  invalid_request: 'F.0128 F.0216 F.0218',
  operation_not_allowed: 'F.0104 F.0106 F.0107 F.0208 F.0209 F.0213',
  credentials_rejected: 'F.0102 F.0201',
  signature_rejected: 'F.0103 F.0219',
  duplicate_reference: 'F.0108 F.0135 F.0215',
  provider_error: 'F.0117 F.0118 F.0119 F.0120 F.0121 F.0122 F.0210 F.0211 F.0212 F.0222',
} satisfies Partial<Record<Reason, string>>);

/** *third-party*: 401 and 422. *assumed*: the others. A refusal with any other HTTP status is not understood. */
const REFUSALS = codeTable({
  credentials_rejected: '401 403',
  authorization_not_found: '404',
  invalid_request: '422',
  rate_limited: '429',
});

/**
 * *assumed*: words in a refusal, in its values or names, that may indicate an earlier capture, perhaps this one. They
 * can only turn a refusal into `unknown`.
 */
const DUPLICATE_HINTS = /duplica|mükerrer|already|captur(?:ed|ad)|settled/i;
/** *third-party*: the message with which the vendor's card product refuses an overcapture. */
const EXCEEDS_AUTHORIZATION = /\bamount can['’]t be greater than/i;

type Reason = ErrorCode | 'captured' | 'pending';
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
  const { status, code, capture } = transaction;
  const state = stateOf(transaction);
  const messages = [transaction.message, capture?.message].filter((text) => typeof text === 'string');
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
export function judgeRefusal({ message, errors, code }: FreepaymentRefusal, httpStatus: number): Refused {
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
  if (typeof errors !== 'object' || Array.isArray(errors)) return false;
  const { system, request } = errors;
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
