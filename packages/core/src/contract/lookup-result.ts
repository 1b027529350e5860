import type { CaptureError, ErrorData } from '../errors/capture-error.ts';
import type { Money } from '../money/money.ts';
import type { AmountCheck, EvidenceCheck, LookupKeys, ProviderTime } from './result.ts';

/** A capture that a lookup found and that may be the requested one. */
export interface LookupCandidate {
  readonly captureId: string;
  readonly status: 'captured' | 'pending' | 'declined' | 'unknown';
  readonly reportedAmount: Money | undefined;
  readonly providerTime: ProviderTime | undefined;
}

/** The outcome of a payment, as far as the provider reports it. */
export interface LookupResult {
  readonly provider: string;
  /**
   * - `captured`, `pending`, `declined`: the provider reports this for this payment.
   * - `not-found`: the provider has no such payment *now*. That proves nothing by itself: a request may still be in
   *   flight.
   * - `undecidable`: the response cannot show the outcome of the capture; `candidates` lists what may be it.
   * - `unknown`: the lookup itself failed; look up again.
   */
  readonly status: 'captured' | 'pending' | 'declined' | 'not-found' | 'undecidable' | 'unknown';
  /** True where the outcome of the capture is final. */
  readonly decides: boolean;
  /** True for a live payment, false for a test, `undefined` where neither the response nor the host shows it. */
  readonly live: boolean | undefined;
  readonly keys: LookupKeys;
  /** With `undecidable`: the captures that fit the keys, for a person to decide. Else empty. */
  readonly candidates: readonly LookupCandidate[];
  readonly captureId: string | undefined;
  /** Provider code or status. */
  readonly providerCode: string | undefined;
  readonly reportedAmount: Money | undefined;
  readonly amountCheck: AmountCheck;
  readonly providerTime: ProviderTime | undefined;
  readonly checks: readonly EvidenceCheck[];
  readonly httpStatus: number | undefined;
  /** Present with `declined` (the reason) and `unknown` (the failure of the lookup). */
  readonly error: CaptureError | undefined;
  /** The members of `error` as plain data. */
  readonly errorData: ErrorData | undefined;
  /** The parts of the response that were read, redacted. */
  readonly response: unknown;
}
