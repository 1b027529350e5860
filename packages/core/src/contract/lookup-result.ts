import type { CaptureError } from '../errors/capture-error.ts';
import type { Money } from '../money/money.ts';
import type { AmountCheck, Check, LookupKeys, ProviderTime } from './result.ts';

/** What became of a payment, as far as the provider says. */
export interface LookupResult {
  readonly provider: string;
  /**
   * - `captured`, `pending`, `declined`: the provider says so of this payment.
   * - `not-found`: it knows no such payment *now*. That proves nothing by itself: a request may still be on its way.
   * - `undecidable`: it answered, and its answer cannot tell what became of the capture.
   * - `unknown`: the look-up itself failed; ask again.
   */
  readonly status: 'captured' | 'pending' | 'declined' | 'not-found' | 'undecidable' | 'unknown';
  /** Whether this settles what became of the capture. */
  readonly decides: boolean;
  readonly keys: LookupKeys;
  readonly captureId: string | undefined;
  /** The provider's own code or status word. */
  readonly providerCode: string | undefined;
  readonly reportedAmount: Money | undefined;
  readonly amountCheck: AmountCheck;
  readonly providerTime: ProviderTime | undefined;
  readonly checks: readonly Check[];
  readonly httpStatus: number | undefined;
  /** Present with `declined` (why it was) and `unknown` (why the look-up failed). */
  readonly error: CaptureError | undefined;
  /** What was read of the answer, redacted. */
  readonly answer: unknown;
}
