import { currencyExponent } from '../money/currencies.ts';
import type { ErrorCode } from '../errors/error-codes.ts';
import { parseMajor, sameMoney, type Money } from '../money/money.ts';
import type { AmountCheck, EvidenceCheck, UnknownReason } from '../contract/result.ts';
import { allAgree } from '../provider/checks.ts';
import {
  type DeclinedVerdict,
  mustBe,
  type ProviderMessage,
  type ReportedAmount,
  type Verdict,
} from '../provider/verdict.ts';

/** The common part of all conclusions. */
interface Concluded extends ProviderMessage {
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
  readonly holdsSecret: (text: string) => boolean;
}

/**
 * Recognises statuses with which the server, or something in front of it, failed: a refusal in the body proves nothing.
 */
const refusalProvesNothing = (status: number): boolean =>
  status < 200 || (status >= 300 && status < 400) || status >= 500 || [408, 421, 425].includes(status);

/** An id is on one line, and more than whitespace. */
const IS_ID = /^\P{Cc}*[^\s\p{Cc}]\P{Cc}*$/u;

/**
 * Believes a provider's verdict only as far as all evidence agrees. `captured` requires a 2xx, and a response that is
 * consistent, correlates with this capture and reports its amount; `declined` requires a response that is not about a
 * different payment or amount. Everything else is `unknown`.
 */
export function conclude(verdict: Verdict, evidence: Evidence): Conclusion {
  const { httpStatus } = evidence;
  if (verdict.status === 'unknown')
    return { ...verdict, reportedAmount: undefined, amountCheck: 'not-reported', checks: verdict.checks ?? [] };
  if (verdict.status === 'declined') return concludeRefusal(verdict, evidence);
  const reportedAmount = reportedMoney(verdict.reported, evidence.holdsSecret);
  const amountCheck = compare(evidence.requested, reportedAmount);
  const http: EvidenceCheck = {
    ...mustBe('HTTP status', '2xx', String(httpStatus)),
    agrees: httpStatus >= 200 && httpStatus < 300,
  };
  const checks = [http, ...verdict.consistency, ...verdict.correlation];
  const known = { checks, reportedAmount, amountCheck, ...words(verdict) };
  const doubt = (reason: UnknownReason, code: ErrorCode): InDoubt => ({ status: 'unknown', reason, code, ...known });
  if (!allAgree([http, ...verdict.consistency])) return doubt('contradictory', 'contradictory_response');
  if (!allAgree(verdict.correlation)) return doubt('contradictory', 'other_payment');
  if (amountCheck === 'mismatch') return doubt('contradictory', 'amount_differs');
  const amountOptional = verdict.status === 'pending' && verdict.amountOptional;
  if (evidence.reportsAmount && !reportedAmount && !amountOptional) return doubt('unreadable', 'unreadable_response');
  const { captureId } = verdict;
  if (!captureId || !IS_ID.test(captureId) || evidence.holdsSecret(captureId))
    return doubt('unreadable', 'unreadable_response');
  return { status: verdict.status, captureId, ...known };
}

function concludeRefusal(verdict: DeclinedVerdict, { httpStatus, requested, holdsSecret }: Evidence): NotAccepted {
  const { correlation: checks, reported = {} } = verdict;
  // A decline may omit the currency. A stated amount has to be the requested one; an unreadable amount is not.
  const { currency = requested?.currency, major, minor } = reported;
  const reportedAmount = reportedMoney({ major, minor, currency }, holdsSecret);
  const amountCheck = compare(requested, reportedAmount);
  const known = { checks, reportedAmount, amountCheck, ...words(verdict) };
  if (refusalProvesNothing(httpStatus))
    return { status: 'unknown', reason: 'undecided', code: 'provider_error', ...known };
  if (!allAgree(checks)) return { status: 'unknown', reason: 'contradictory', code: 'other_payment', ...known };
  const names = major !== undefined || minor !== undefined;
  if (requested && (names ? amountCheck !== 'match' : currency !== requested.currency))
    return { status: 'unknown', reason: 'contradictory', code: 'amount_differs', ...known };
  return { status: 'declined', code: verdict.code, ...known };
}

function words({ providerCode, providerMessage }: ProviderMessage): ProviderMessage {
  return { providerCode, providerMessage };
}

function compare(requested: Money | undefined, reported: Money | undefined): AmountCheck {
  if (!reported) return 'not-reported';
  if (!requested) return 'not-requested';
  return sameMoney(requested, reported) ? 'match' : 'mismatch';
}

function reportedMoney(
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
