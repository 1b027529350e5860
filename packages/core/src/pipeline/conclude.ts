import { currencyExponent } from '../money/currencies.ts';
import type { ErrorCode } from '../errors/error-codes.ts';
import { readMajor, sameMoney, type Money } from '../money/money.ts';
import type { AmountCheck, Check, UnknownStage } from '../contract/result.ts';
import { allAgree } from '../provider/checks.ts';
import { type DeclinedVerdict, mustBe, type ProviderWords, type Reported, type Verdict } from '../provider/verdict.ts';

/** What every conclusion states, whatever its status. */
interface Concluded extends ProviderWords {
  readonly reportedAmount: Money | undefined;
  readonly amountCheck: AmountCheck;
  readonly checks: readonly Check[];
}

/** Accepted, and everything agrees. */
export interface Accepted extends Concluded {
  readonly status: 'captured' | 'pending';
  readonly captureId: string;
}

/** A clear refusal of this capture. */
export interface Refused extends Concluded {
  readonly status: 'declined';
  readonly code: ErrorCode;
}

/** The response does not prove what became of the money. */
export interface InDoubt extends Concluded {
  readonly status: 'unknown';
  readonly code: ErrorCode;
  readonly stage: UnknownStage;
}

/** A conclusion that carries an error. */
export type NotAccepted = Refused | InDoubt;

/** A verdict after core has compared it with the HTTP status, the checks and the amount. */
export type Conclusion = Accepted | NotAccepted;

/** What is known besides the verdict. */
export interface Evidence {
  readonly httpStatus: number;
  /** The amount that was asked; a look-up may not know it. */
  readonly requested: Money | undefined;
  readonly reportsAmount: boolean;
  readonly holdsSecret: (text: string) => boolean;
}

/** These say that the server or something before it failed, so a refusal in the body proves nothing. */
const refusalProvesNothing = (status: number): boolean =>
  status < 200 || (status >= 300 && status < 400) || status >= 500 || [408, 421, 425].includes(status);

/** An id is more than blanks, and on one line. */
const IS_ID = /^\P{Cc}*[^\s\p{Cc}]\P{Cc}*$/u;

/**
 * Believes a provider's verdict only as far as everything else agrees. `captured` needs a 2xx, an answer that agrees with itself, that is about this capture and that
 * reports this amount; `declined` needs an answer that is not about another payment or another amount. Everything else is `unknown`.
 */
export function conclude(verdict: Verdict, evidence: Evidence): Conclusion {
  const { httpStatus } = evidence;
  if (verdict.status === 'unknown')
    return { ...verdict, reportedAmount: undefined, amountCheck: 'not-reported', checks: verdict.checks ?? [] };
  if (verdict.status === 'declined') return concludeRefusal(verdict, evidence);
  const reportedAmount = reportedMoney(verdict.reported, evidence.holdsSecret);
  const amountCheck = compare(evidence.requested, reportedAmount);
  const http: Check = {
    ...mustBe('HTTP status', '2xx', String(httpStatus)),
    agrees: httpStatus >= 200 && httpStatus < 300,
  };
  const checks = [http, ...verdict.consistency, ...verdict.correlation];
  const known = { checks, reportedAmount, amountCheck, ...words(verdict) };
  const doubt = (stage: UnknownStage, code: ErrorCode): InDoubt => ({ status: 'unknown', stage, code, ...known });
  if (!allAgree([http, ...verdict.consistency])) return doubt('contradictory', 'contradictory_answer');
  if (!allAgree(verdict.correlation)) return doubt('contradictory', 'other_payment');
  if (amountCheck === 'differs') return doubt('contradictory', 'amount_differs');
  const amountOptional = verdict.status === 'pending' && verdict.amountOptional;
  if (evidence.reportsAmount && !reportedAmount && !amountOptional) return doubt('unreadable', 'unreadable_answer');
  const { captureId } = verdict;
  if (!captureId || !IS_ID.test(captureId) || evidence.holdsSecret(captureId))
    return doubt('unreadable', 'unreadable_answer');
  return { status: verdict.status, captureId, ...known };
}

function concludeRefusal(verdict: DeclinedVerdict, { httpStatus, requested, holdsSecret }: Evidence): NotAccepted {
  const { correlation: checks, reported = {} } = verdict;
  // A refusal may leave the currency out. An amount that it names has to be the one that was asked; one that cannot be read is not.
  const { currency = requested?.currency, major, minor } = reported;
  const reportedAmount = reportedMoney({ major, minor, currency }, holdsSecret);
  const amountCheck = compare(requested, reportedAmount);
  const known = { checks, reportedAmount, amountCheck, ...words(verdict) };
  if (refusalProvesNothing(httpStatus))
    return { status: 'unknown', stage: 'undecided', code: 'provider_error', ...known };
  if (!allAgree(checks)) return { status: 'unknown', stage: 'contradictory', code: 'other_payment', ...known };
  const names = major !== undefined || minor !== undefined;
  if (requested && (names ? amountCheck !== 'matched' : currency !== requested.currency))
    return { status: 'unknown', stage: 'contradictory', code: 'amount_differs', ...known };
  return { status: 'declined', code: verdict.code, ...known };
}

function words({ providerCode, providerMessage }: ProviderWords): ProviderWords {
  return { providerCode, providerMessage };
}

function compare(requested: Money | undefined, reported: Money | undefined): AmountCheck {
  if (!reported || !requested) return 'not-reported';
  return sameMoney(requested, reported) ? 'matched' : 'differs';
}

function reportedMoney({ major, minor, currency }: Reported, holdsSecret: Evidence['holdsSecret']): Money | undefined {
  // A text that is no currency could be anything, a credential too, and goes into the result as it is.
  if (currency === undefined || currencyExponent(currency) === undefined) return undefined;
  const amount =
    minor === undefined ? (major === undefined ? undefined : readMajor(String(major), currency)) : { minor, currency };
  if (!amount || !Number.isSafeInteger(amount.minor) || amount.minor < 0) return undefined;
  // An echoed card number is no amount either.
  return amount.minor > 1e11 && holdsSecret(String(amount.minor)) ? undefined : amount;
}
