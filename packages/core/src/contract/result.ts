import type { DeclinedError, UnknownOutcomeError, UnsentError } from '../errors/capture-error.ts';
import type { Money } from '../money/money.ts';

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

/** What a look-up can ask with. */
export interface LookupKeys {
  readonly reference?: string | undefined;
  readonly captureId?: string | undefined;
  readonly authorizationId?: string | undefined;
  readonly amount?: Money | undefined;
}

interface ResultBase {
  /** The provider's id: the last part of its package's name. */
  readonly provider: string;
  /** What was captured, where the provider captures an authorization. */
  readonly authorizationId: string | undefined;
  /** The merchant's own id of this capture, given or generated; absent where the provider takes none. */
  readonly reference: string | undefined;
  /** The amount that was asked. */
  readonly amount: Money;
}

interface AnsweredBase extends ResultBase {
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

interface Accepted extends AnsweredBase {
  /** The provider's id of this capture: for refunds, support and look-ups. */
  readonly captureId: string;
  readonly lookup: LookupKeys;
}

/** The provider clearly said that the money is captured. */
export interface CapturedResult extends Accepted {
  readonly status: 'captured';
}

/** The provider accepted the capture, and it is not final. Not money yet: look it up until it is decided. */
export interface PendingResult extends Accepted {
  readonly status: 'pending';
  /** What the customer must do for it to go on: open this address (3-D Secure). */
  readonly nextAction: { readonly type: 'redirect'; readonly url: string } | undefined;
}

/** The provider clearly refused. Surely no money moved by this request. */
export interface DeclinedResult extends AnsweredBase {
  readonly status: 'declined';
  readonly error: DeclinedError;
}

/** Proven never to have left this machine. Surely no money moved. */
export interface UnsentResult extends ResultBase {
  readonly status: 'unsent';
  readonly error: UnsentError;
}

/**
 * Why the outcome is not known: `in-doubt` (perhaps written, no answer), `unreadable` (an answer that is not what the provider documents), `contradictory` (an answer
 * that contradicts itself, the request or the amount), `undecided` (a clear answer that does not say what became of the money, or hints at an earlier capture).
 */
export type UnknownStage = 'in-doubt' | 'unreadable' | 'contradictory' | 'undecided';

/** Money may have moved. Never send again on your own: look it up with `lookup`, or let `settle` do so. */
export interface UnknownResult extends AnsweredBase {
  readonly status: 'unknown';
  readonly stage: UnknownStage;
  readonly error: UnknownOutcomeError;
  /** What to look it up with. */
  readonly lookup: LookupKeys;
}

/** What became of a capture. Closed: an exhaustive `switch` over `status` that forgets `unknown` does not compile. */
export type CaptureResult = CapturedResult | PendingResult | DeclinedResult | UnsentResult | UnknownResult;
