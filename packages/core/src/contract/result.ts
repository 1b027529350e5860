import type { DeclinedError, UnknownOutcomeError, UnsentError } from '../errors/capture-error.ts';
import type { Money } from '../money/money.ts';
import type { LookupKey } from './capabilities.ts';

/** The amount that the provider reports beside the one that was asked. `differs` only ever comes with `unknown`. */
export type AmountCheck = 'matched' | 'differs' | 'not-reported';

/** A moment as the provider writes it. */
export interface ProviderTime {
  /** Exactly as in the answer. */
  readonly text: string;
  /** As ISO 8601 in UTC, where the provider writes a zone. */
  readonly instant?: string;
  /** As ISO 8601 without a zone (`2016-09-08T03:17:44`), where the provider does not say which zone it means. */
  readonly local?: string;
}

/** One thing that was compared to reach the verdict. */
export interface Check {
  /** What was compared, in the provider's field names. */
  readonly field: string;
  readonly expected: string;
  readonly found: string;
  readonly agrees: boolean;
}

interface AnyLookupKeys {
  readonly reference?: string | undefined;
  readonly captureId?: string | undefined;
  readonly authorizationId?: string | undefined;
  /** The requested amount: a lookup by these keys is compared with it. */
  readonly amount?: Money | undefined;
}

/** What a payment can be looked up by. With `Key`, at least one of these is there: those that a provider can look up by. */
export type LookupKeys<Key extends LookupKey = never> = AnyLookupKeys &
  ([Key] extends [never] ? unknown : { [K in Key]: Readonly<Record<K, string>> }[Key]);

interface ResultBase<Id extends string> {
  /** The provider's id: the last part of its package's name. */
  readonly provider: Id;
  /** What was captured, where the provider captures an authorization. */
  readonly authorizationId: string | undefined;
  /** The merchant's own id of this capture, given or generated; absent where the provider takes none. */
  readonly reference: string | undefined;
  /** The amount that was asked. */
  readonly amount: Money;
}

interface ResponseBase<Id extends string> extends ResultBase<Id> {
  readonly httpStatus: number | undefined;
  /** The provider's own code or status word, as printed in its answer. */
  readonly providerCode: string | undefined;
  /** The amount that the provider reports. */
  readonly reportedAmount: Money | undefined;
  readonly amountCheck: AmountCheck;
  /** When the provider says that it happened. */
  readonly providerTime: ProviderTime | undefined;
  /** Why this verdict: every comparison that was made. */
  readonly checks: readonly Check[];
  /** What was read of the provider's answer, in its own field names, redacted. */
  readonly answer: unknown;
}

interface Accepted<Id extends string, Key extends LookupKey> extends ResponseBase<Id> {
  /** The provider's id of this capture: for refunds, support and look-ups. */
  readonly captureId: string;
  readonly lookup: LookupKeys<Key>;
}

/** The provider clearly said that the money is captured. */
export interface CapturedResult<Id extends string = string, Key extends LookupKey = never> extends Accepted<Id, Key> {
  readonly status: 'captured';
}

/** The provider accepted the capture, and it is not final. Not money yet: look it up until it is decided. */
export interface PendingResult<Id extends string = string, Key extends LookupKey = never> extends Accepted<Id, Key> {
  readonly status: 'pending';
  /** What the customer must do for it to go on: open this address (3-D Secure). */
  readonly nextAction: { readonly type: 'redirect'; readonly url: string } | undefined;
}

/** The provider clearly refused. Surely no money moved by this request. */
export interface DeclinedResult<Id extends string = string> extends ResponseBase<Id> {
  readonly status: 'declined';
  readonly error: DeclinedError;
}

/** Proven never to have left this machine. Surely no money moved. */
export interface UnsentResult<Id extends string = string> extends ResultBase<Id> {
  readonly status: 'unsent';
  readonly error: UnsentError;
}

/**
 * Why the outcome is not known: `in-doubt` (perhaps written, no answer), `unreadable` (an answer that is not what the provider documents), `contradictory` (an answer
 * that contradicts itself, the request or the amount), `undecided` (a clear answer that does not say what became of the money, or hints at an earlier capture).
 */
export type UnknownStage = 'in-doubt' | 'unreadable' | 'contradictory' | 'undecided';

/** Money may have moved. Never send again on your own: look it up with `lookup`, or let `settle` do so. */
export interface UnknownResult<Id extends string = string, Key extends LookupKey = never> extends ResponseBase<Id> {
  readonly status: 'unknown';
  readonly stage: UnknownStage;
  readonly error: UnknownOutcomeError;
  /** What to look it up with. */
  readonly lookup: LookupKeys<Key>;
}

/** What became of a capture. Closed: an exhaustive `switch` over `status` that forgets `unknown` does not compile. */
export type CaptureResult<Id extends string = string, Key extends LookupKey = never> =
  CapturedResult<Id, Key> | PendingResult<Id, Key> | DeclinedResult<Id> | UnsentResult<Id> | UnknownResult<Id, Key>;
