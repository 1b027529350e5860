import type { Check, ProviderTime, UnknownStage } from '../contract/result.ts';
import type { ErrorCode } from '../errors/error-codes.ts';

/** What the provider says of the amount: text in major units, a number in major units, or a whole number of minor units; and the currency, where it names one. */
export interface Reported {
  readonly major?: string | number | undefined;
  readonly minor?: number | undefined;
  readonly currency?: string | undefined;
}

/** The provider's own code and words. */
export interface ProviderWords {
  readonly providerCode?: string | undefined;
  readonly providerMessage?: string | undefined;
}

/** The provider clearly accepted. Core still refuses to believe it unless every check agrees and the amount is the one that was asked. */
export interface AcceptedVerdict extends ProviderWords {
  readonly status: 'captured' | 'pending';
  readonly captureId: string | undefined;
  readonly reported: Reported;
  /** Does the response agree with itself? Where a check fails, it is contradictory. */
  readonly consistency: readonly Check[];
  /** Is this our payment? Where a check fails, the response is about another one. */
  readonly correlation: readonly Check[];
  readonly providerTime?: ProviderTime | undefined;
  readonly redirect?: string | undefined;
  /** This `pending` may come without an amount: there are providers that state it only when the money has moved. Means nothing with `captured`. */
  readonly amountOptional?: boolean;
}

/** The provider clearly refused, in a code of ours. */
export interface DeclinedVerdict extends ProviderWords {
  readonly status: 'declined';
  readonly code: ErrorCode;
  readonly correlation: readonly Check[];
  /** The amount that the refusal names, where it names one. A refusal of another amount proves nothing about this one. */
  readonly reported?: Reported | undefined;
}

/** The answer does not say what became of the money. */
export interface UnknownVerdict extends ProviderWords {
  readonly status: 'unknown';
  readonly stage: UnknownStage;
  readonly code: ErrorCode;
  readonly checks?: readonly Check[];
}

/** What `judge` in a provider's `outcome.ts` says about an answer. */
export type Verdict = AcceptedVerdict | DeclinedVerdict | UnknownVerdict;

/** What `judge` in a provider's `lookup.ts` says: a verdict about the payment, that it is not known there, or that the provider's answer cannot tell. */
export type LookupVerdict = Verdict | { readonly status: 'not-found' } | { readonly status: 'undecidable' };

/** Refused, for this reason. Codes that hint at an earlier capture become `unknown`: it may have been ours. */
export function refused(
  code: ErrorCode,
  words: ProviderWords = {},
  correlation: readonly Check[] = [],
  reported?: Reported,
): DeclinedVerdict | UnknownVerdict {
  if (code === 'already_captured' || code === 'duplicate_reference') return undecided(code, words);
  return { status: 'declined', code, correlation, reported, ...words };
}

/** A clear answer that does not say what became of the money. Of a verdict given as `words`, only its words are taken. */
export function undecided(code: ErrorCode, { providerCode, providerMessage }: ProviderWords = {}): UnknownVerdict {
  return { status: 'unknown', stage: 'undecided', code, providerCode, providerMessage };
}

/** The answer contradicts itself, as the checks that do not agree show. */
export function contradictory(checks: readonly Check[], words: ProviderWords = {}): UnknownVerdict {
  return { status: 'unknown', stage: 'contradictory', code: 'contradictory_answer', checks, ...words };
}

type Comparable = string | number | boolean | null | undefined;

/** Compares what an answer says with what it must say. What is absent does not agree. */
export function mustBe(field: string, expected: string | number | boolean, found: Comparable): Check {
  return {
    field,
    expected: String(expected),
    found: found === undefined || found === null ? '(absent)' : String(found),
    agrees: expected === found,
  };
}

/** The same for what an answer may leave out: absence agrees. Gives no check where there is nothing to compare. */
export function ifPresent(field: string, expected: string | number | boolean | undefined, found: Comparable): Check[] {
  return expected === undefined || found === undefined || found === null ? [] : [mustBe(field, expected, found)];
}
