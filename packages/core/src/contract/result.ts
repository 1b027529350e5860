import type { DeclinedError, ErrorData, UnknownOutcomeError, UnsentError } from '../errors/capture-error.ts';
import type { Money } from '../money/money.ts';
import type { LookupKey } from './capabilities.ts';

/**
 * Comparison of the reported amount with the requested one. `mismatch` occurs with `unknown` only. `not-reported`: the
 * provider reported none. `not-requested`: it did, and a lookup without an amount had none to compare it with.
 */
export type AmountCheck = 'match' | 'mismatch' | 'not-reported' | 'not-requested';

/** A time as the provider states it. */
export interface ProviderTime {
  /** Verbatim from the response. */
  readonly text: string;
  /** ISO 8601 in UTC, where the provider states a time zone. */
  readonly instant?: string;
  /** ISO 8601 without a time zone (`2016-09-08T03:17:44`), where the provider states none. */
  readonly local?: string;
}

/** One comparison behind a verdict. */
export interface EvidenceCheck {
  /** Name of the compared field, as the provider writes it. */
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
  /**
   * The provider's ids of all other captures under these keys that you know of: earlier captures of the
   * authorization, earlier attempts with the reference, refused ones included. Empty: there was none. A lookup takes
   * what it finds for this capture only if it cannot be one of the others, so without this list a key that captures
   * share decides nothing.
   */
  readonly knownCaptureIds?: readonly string[] | undefined;
}

/** The keys of a lookup. With `Key`, at least one of these is present: those that the provider can look up by. */
export type LookupKeys<Key extends LookupKey = never> = AnyLookupKeys &
  ([Key] extends [never] ? unknown : { [K in Key]: Readonly<Record<K, string>> }[Key]);

interface ResultBase<Id extends string> {
  /** The provider's id: the last part of its package name. */
  readonly provider: Id;
  /** The captured authorization, where the provider captures authorizations. */
  readonly authorizationId: string | undefined;
  /** The merchant's reference for this capture, given or generated; absent where the provider takes none. */
  readonly reference: string | undefined;
  /** The requested amount. */
  readonly amount: Money;
  /**
   * True for a live payment, false for a test: as the response states, or else as the declared host of the client is
   * known to be. `undefined` where neither shows it: a test may then look like a payment.
   */
  readonly live: boolean | undefined;
}

interface ResponseBase<Id extends string> extends ResultBase<Id> {
  readonly httpStatus: number | undefined;
  /** Provider code or status, verbatim from the response. */
  readonly providerCode: string | undefined;
  /** The amount reported by the provider. */
  readonly reportedAmount: Money | undefined;
  readonly amountCheck: AmountCheck;
  /** The time of the capture, as the provider reports it. */
  readonly providerTime: ProviderTime | undefined;
  /** The evidence: every comparison behind the status. */
  readonly checks: readonly EvidenceCheck[];
  /** The parts of the response that were read, in the provider's field names, redacted. */
  readonly response: unknown;
}

interface Accepted<Id extends string, Key extends LookupKey> extends ResponseBase<Id> {
  /** The provider's id of this capture: for refunds, support and lookups. */
  readonly captureId: string;
  readonly lookupKeys: LookupKeys<Key>;
}

/** The provider clearly reported the payment as captured. */
export interface CapturedResult<Id extends string = string, Key extends LookupKey = never> extends Accepted<Id, Key> {
  readonly status: 'captured';
}

/** The provider accepted the capture, but it is not final. No money yet: look it up until it is. */
export interface PendingResult<Id extends string = string, Key extends LookupKey = never> extends Accepted<Id, Key> {
  readonly status: 'pending';
  /** The action that the customer has to take: open this URL (3-D Secure). */
  readonly nextAction: { readonly type: 'redirect'; readonly url: string } | undefined;
}

/** The provider clearly declined. No money was moved by this request. */
export interface DeclinedResult<Id extends string = string> extends ResponseBase<Id> {
  readonly status: 'declined';
  /** The provider's id of this attempt, where the refusal states one. Of use in `knownCaptureIds` of a later lookup. */
  readonly captureId: string | undefined;
  readonly error: DeclinedError;
  /** The members of `error` as plain data. */
  readonly errorData: ErrorData<DeclinedError>;
}

/** Proven not to have been sent. No money was moved. */
export interface UnsentResult<Id extends string = string> extends ResultBase<Id> {
  readonly status: 'unsent';
  readonly error: UnsentError;
  /** The members of `error` as plain data. */
  readonly errorData: ErrorData<UnsentError>;
}

/**
 * Reason for an unknown outcome: `in-doubt` (possibly written, no response), `unreadable` (a response that is not what
 * the provider documents), `contradictory` (a response that contradicts itself, the request or the amount), `undecided`
 * (a clear response that does not state the outcome, or indicates an earlier capture).
 */
export type UnknownReason = 'in-doubt' | 'unreadable' | 'contradictory' | 'undecided';

/** Money may have moved. Never send again on your own: look it up with `lookup`, or use `resolveOutcome`. */
export interface UnknownResult<Id extends string = string, Key extends LookupKey = never> extends ResponseBase<Id> {
  readonly status: 'unknown';
  readonly reason: UnknownReason;
  readonly error: UnknownOutcomeError;
  /** The members of `error` as plain data. */
  readonly errorData: ErrorData<UnknownOutcomeError>;
  /**
   * Keys to look it up with, with the capture id of the response if it stated one for this payment, also where another
   * member of it is unreadable.
   */
  readonly lookupKeys: LookupKeys<Key>;
}

/**
 * The outcome of a capture. Closed: a `switch` over `status` that ends with `assertNever` does not compile if a
 * status has no case.
 *
 * @example
 * ```ts
 * switch (result.status) {
 *   case 'captured': // book it
 *   case 'pending': // look it up until it is final
 *   case 'declined': // ask for another payment
 *   case 'unsent': // may be sent again
 *   case 'unknown': // look it up, never send it again
 *     break;
 *   default:
 *     assertNever(result);
 * }
 * ```
 */
export type CaptureResult<Id extends string = string, Key extends LookupKey = never> =
  CapturedResult<Id, Key> | PendingResult<Id, Key> | DeclinedResult<Id> | UnsentResult<Id> | UnknownResult<Id, Key>;
