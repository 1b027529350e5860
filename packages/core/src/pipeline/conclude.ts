import { currencyExponent } from '../money/currencies.ts';
import type { ErrorCode } from '../errors/error-codes.ts';
import { parseMajor, sameMoney, type Money } from '../money/money.ts';
import type { AmountCheck, EvidenceCheck, UnknownReason } from '../contract/result.ts';
import { allAgree, mustNotBe } from '../provider/checks.ts';
import {
  type DeclinedVerdict,
  mustBe,
  type ReportedAmount,
  type StatedFacts,
  type Verdict,
} from '../provider/verdict.ts';

/** The common part of all conclusions. */
interface Concluded extends StatedFacts {
  readonly reportedAmount: Money | undefined;
  readonly amountCheck: AmountCheck;
  readonly checks: readonly EvidenceCheck[];
}

/** An acceptance on which everything agrees. */
export interface Accepted extends Concluded {
  readonly status: 'captured' | 'pending';
  readonly captureId: string;
}

/** A clear decline of this capture. */
export interface Refused extends Concluded {
  readonly status: 'declined';
  readonly code: ErrorCode;
}

/** A response that does not prove the outcome. */
export interface InDoubt extends Concluded {
  readonly status: 'unknown';
  readonly code: ErrorCode;
  readonly reason: UnknownReason;
}

/** A conclusion that carries an error. */
export type NotAccepted = Refused | InDoubt;

/** A verdict after core has compared it with the HTTP status, the checks and the amount. */
export type Conclusion = Accepted | NotAccepted;

/** The evidence besides the verdict. */
export interface Evidence {
  readonly httpStatus: number;
  /** The requested amount; a lookup may not know it. */
  readonly requested: Money | undefined;
  readonly reportsAmount: boolean;
  /** The captured authorization: an acceptance with its id is about the authorization and no capture. */
  readonly authorizationId: string | undefined;
  /** The provider's ids of other captures: an acceptance with one of them is about that capture. */
  readonly otherCaptureIds: readonly string[];
  readonly holdsSecret: (text: string) => boolean;
}

/** The statuses of an executed request. Others of 2xx mean not yet (202), a part (206), changed on the way (203). */
const DONE = [200, 201];

/**
 * Recognises statuses with which the server, or something in front of it, failed or has not finished: a refusal in the
 * body proves nothing.
 */
const refusalProvesNothing = (status: number): boolean =>
  (status < 400 && !DONE.includes(status)) || status >= 500 || [408, 421, 425].includes(status);

/** An id is on one line, and more than whitespace. */
const IS_ID = /^\P{Cc}*[^\s\p{Cc}]\P{Cc}*$/u;

/**
 * Believes a provider's verdict only as far as all evidence agrees. `captured` requires 200 or 201, and a response that
 * is consistent, correlates with this capture and reports its amount; `declined` requires a response that is not about
 * a different payment or amount. Everything else is `unknown`.
 */
export function conclude(verdict: Verdict, evidence: Evidence): Conclusion {
  const { httpStatus } = evidence;
  if (verdict.status === 'unknown') {
    const { status, reason, code, checks = [] } = verdict;
    const facts = factsOf(verdict, [], evidence);
    return { status, reason, code, checks, reportedAmount: undefined, amountCheck: 'not-reported', ...facts };
  }
  if (verdict.status === 'declined') return concludeRefusal(verdict, evidence);
  const reportedAmount = reportedMoney(verdict.reported, evidence.holdsSecret);
  const amountCheck = compare(evidence.requested, reportedAmount);
  const http: EvidenceCheck = {
    ...mustBe('HTTP status', '200 or 201', String(httpStatus)),
    agrees: DONE.includes(httpStatus),
  };
  const otherIds = [evidence.authorizationId, ...evidence.otherCaptureIds];
  const correlation = [...verdict.correlation, ...mustBeNoneOf(otherIds, verdict.captureId)];
  const checks = [http, ...verdict.consistency, ...correlation];
  const facts = factsOf(verdict, correlation, evidence);
  const known = { checks, reportedAmount, amountCheck, ...facts };
  const doubt = (reason: UnknownReason, code: ErrorCode): InDoubt => ({ status: 'unknown', reason, code, ...known });
  if (!allAgree([http, ...verdict.consistency])) return doubt('contradictory', 'contradictory_response');
  if (!allAgree(correlation)) return doubt('contradictory', 'other_payment');
  if (amountCheck === 'mismatch') return doubt('contradictory', 'amount_differs');
  const amountOptional = verdict.status === 'pending' && verdict.amountOptional;
  if (evidence.reportsAmount && !reportedAmount && !amountOptional) return doubt('unreadable', 'unreadable_response');
  const { captureId } = facts;
  if (captureId === undefined) return doubt('unreadable', 'unreadable_response');
  return { status: verdict.status, ...known, captureId };
}

function concludeRefusal(verdict: DeclinedVerdict, evidence: Evidence): NotAccepted {
  const { httpStatus, requested, holdsSecret } = evidence;
  const { reported = {} } = verdict;
  const checks = [...verdict.correlation, ...mustBeNoneOf(evidence.otherCaptureIds, verdict.captureId)];
  // A decline may omit the currency. A stated amount has to be the requested one; an unreadable amount is not.
  const { currency = requested?.currency, major, minor } = reported;
  const reportedAmount = reportedMoney({ major, minor, currency }, holdsSecret);
  const amountCheck = compare(requested, reportedAmount);
  const known = { checks, reportedAmount, amountCheck, ...factsOf(verdict, checks, evidence) };
  if (refusalProvesNothing(httpStatus))
    return { status: 'unknown', reason: 'undecided', code: 'provider_error', ...known };
  if (!allAgree(checks)) return { status: 'unknown', reason: 'contradictory', code: 'other_payment', ...known };
  const names = major !== undefined || minor !== undefined;
  if (requested && (names ? amountCheck !== 'match' : currency !== requested.currency))
    return { status: 'unknown', reason: 'contradictory', code: 'amount_differs', ...known };
  return { status: 'declined', code: verdict.code, ...known };
}

/**
 * The facts of a verdict. The capture id is shown, stored and looked up by, so it is dropped unless it can be an id of
 * its own and the response is about this payment.
 */
function factsOf(
  { providerCode, providerMessage, captureId }: StatedFacts,
  correlation: readonly EvidenceCheck[],
  { holdsSecret, authorizationId, otherCaptureIds }: Evidence,
): StatedFacts {
  const isOther = captureId === authorizationId || otherCaptureIds.includes(captureId ?? '');
  const isUsable = captureId && !isOther && IS_ID.test(captureId) && !holdsSecret(captureId) && allAgree(correlation);
  return { providerCode, providerMessage, captureId: isUsable ? captureId : undefined };
}

/** A capture has an id of its own: neither that of the authorization nor that of another capture. */
function mustBeNoneOf(ids: readonly (string | undefined)[], captureId: string | undefined): EvidenceCheck[] {
  return ids.flatMap((id) => mustNotBe('capture id', id, captureId));
}

function compare(requested: Money | undefined, reported: Money | undefined): AmountCheck {
  if (!reported) return 'not-reported';
  if (!requested) return 'not-requested';
  return sameMoney(requested, reported) ? 'match' : 'mismatch';
}

/** The stated amount, where it can be one. */
export function reportedMoney(
  { major, minor, currency }: ReportedAmount,
  holdsSecret: Evidence['holdsSecret'],
): Money | undefined {
  // An unknown currency could be anything, a credential too, and would enter the result as it is.
  if (currency === undefined || currencyExponent(currency) === undefined) return undefined;
  const amount =
    minor === undefined ? (major === undefined ? undefined : parseMajor(String(major), currency)) : { minor, currency };
  if (!amount || !Number.isSafeInteger(amount.minor) || amount.minor < 0) return undefined;
  // An echoed card number is not an amount either.
  return amount.minor > 1e11 && holdsSecret(String(amount.minor)) ? undefined : amount;
}
