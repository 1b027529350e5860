import type { EvidenceCheck, ProviderTime, UnknownReason } from '../contract/result.ts';
import type { ErrorCode } from '../errors/error-codes.ts';

/**
 * The reported amount: a string or number in major units, or a whole number of minor units; and the currency, if
 * stated.
 */
export interface ReportedAmount {
  readonly major?: string | number | undefined;
  readonly minor?: number | undefined;
  readonly currency?: string | undefined;
}

/** The facts that a response may state whatever its outcome. */
export interface StatedFacts {
  readonly providerCode?: string | undefined;
  readonly providerMessage?: string | undefined;
  /** The id of the capture, where the response is about this payment. */
  readonly captureId?: string | undefined;
}

/** A clear acceptance. Core believes it only if every check agrees and the amount is the requested one. */
export interface AcceptedVerdict extends StatedFacts {
  readonly status: 'captured' | 'pending';
  readonly captureId: string | undefined;
  readonly reported: ReportedAmount;
  /** Does the response agree with itself? Where a check fails, it is contradictory. */
  readonly consistency: readonly EvidenceCheck[];
  /** Is this our payment? Where a check fails, the response is about another one. */
  readonly correlation: readonly EvidenceCheck[];
  readonly providerTime?: ProviderTime | undefined;
  readonly redirect?: string | undefined;
  /**
   * Allows this `pending` to lack an amount: some providers state it only once money has moved. Ignored with
   * `captured`.
   */
  readonly amountOptional?: boolean;
}

/** A clear decline, with one of our codes. */
export interface DeclinedVerdict extends StatedFacts {
  readonly status: 'declined';
  readonly code: ErrorCode;
  readonly correlation: readonly EvidenceCheck[];
  /** The amount stated in the decline, if any. A decline of a different amount proves nothing about this one. */
  readonly reported?: ReportedAmount | undefined;
}

/** A response that does not state the outcome. */
export interface UnknownVerdict extends StatedFacts {
  readonly status: 'unknown';
  readonly reason: UnknownReason;
  readonly code: ErrorCode;
  readonly checks?: readonly EvidenceCheck[];
}

/** The claim of a provider's `judge` (`outcome.ts`) about a response. */
export type Verdict = AcceptedVerdict | DeclinedVerdict | UnknownVerdict;

/** A capture among several that a lookup lists. */
export interface FoundCapture {
  readonly captureId: string | undefined;
  readonly status: Verdict['status'];
  readonly reported: ReportedAmount;
  readonly providerTime?: ProviderTime | undefined;
}

/** A lookup response that cannot show the outcome: no capture that it lists is certainly this one. */
export interface UndecidableVerdict {
  readonly status: 'undecidable';
  readonly candidates?: readonly FoundCapture[];
}

/**
 * The claim of a lookup's `judge` (`lookup.ts`): a verdict, no such payment, or a response that cannot show the
 * outcome.
 */
export type LookupVerdict = Verdict | { readonly status: 'not-found' } | UndecidableVerdict;

/**
 * A refusal for this reason: `declined`, or `unknown` for codes that indicate an earlier capture, which may have been
 * ours.
 */
export function refused(
  code: ErrorCode,
  facts: StatedFacts = {},
  correlation: readonly EvidenceCheck[] = [],
  reported?: ReportedAmount,
): DeclinedVerdict | UnknownVerdict {
  if (code === 'already_captured' || code === 'duplicate_reference') return undecided(code, facts);
  return { status: 'declined', code, correlation, reported, ...factsOnly(facts) };
}

/** A clear response that does not state the outcome. */
export function undecided(code: ErrorCode, facts: StatedFacts = {}): UnknownVerdict {
  return { status: 'unknown', reason: 'undecided', code, ...factsOnly(facts) };
}

/** A response that contradicts itself, as the failed checks show. */
export function contradictory(checks: readonly EvidenceCheck[], facts: StatedFacts = {}): UnknownVerdict {
  return { status: 'unknown', reason: 'contradictory', code: 'contradictory_response', checks, ...factsOnly(facts) };
}

/** A whole verdict may be passed as facts, whose status must not be taken. */
function factsOnly({ providerCode, providerMessage, captureId }: StatedFacts): StatedFacts {
  return { providerCode, providerMessage, captureId };
}

type Comparable = string | number | boolean | null | undefined;

/** Compares a value with the expected one. An absent value does not agree. */
export function mustBe(field: string, expected: string | number | boolean, found: Comparable): EvidenceCheck {
  return {
    field,
    expected: String(expected),
    found: found === undefined || found === null ? '(absent)' : String(found),
    agrees: expected === found,
  };
}

/** Compares an optional value: like {@link mustBe}, but returns no check where either of the two is absent. */
export function ifPresent(
  field: string,
  expected: string | number | boolean | undefined,
  found: Comparable,
): EvidenceCheck[] {
  return expected === undefined || found === undefined || found === null ? [] : [mustBe(field, expected, found)];
}
