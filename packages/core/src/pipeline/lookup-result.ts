import { UnknownOutcomeError, type CaptureError, DeclinedError } from '../errors/capture-error.ts';
import type { AmountCheck, Check, LookupKeys, ProviderTime } from '../contract/result.ts';
import type { Money } from '../money/money.ts';
import { evaluate, failureDetails, judged } from './evaluate.ts';
import type { Exchange } from './send-request.ts';
import { undecided, type Verdict } from '../provider/verdict.ts';

/** What `judge` in a provider's `lookup.ts` says: a verdict about the payment, that it is not known there, or that the provider's answer cannot tell. */
export type LookupVerdict = Verdict | { readonly status: 'not-found' } | { readonly status: 'undecidable' };

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

/** The result of a look-up, from what came back. */
export function lookupResult<Answer>(
  provider: string,
  keys: LookupKeys,
  exchange: Exchange<Answer>,
  judge: (answer: Answer, httpStatus: number) => LookupVerdict,
): LookupResult {
  const base = { provider, keys, captureId: undefined, decides: false };
  const nothing = {
    providerCode: undefined,
    reportedAmount: undefined,
    amountCheck: 'not-reported',
    providerTime: undefined,
    checks: [],
  } as const;
  if (exchange.kind === 'failed') {
    const { httpStatus } = exchange.failure;
    const error = new UnknownOutcomeError(failureDetails(provider, exchange.failure));
    return { status: 'unknown', ...base, ...nothing, httpStatus, answer: undefined, error };
  }
  const { httpStatus, answer, redactor } = exchange;
  const verdict = judged(() => judge(answer, httpStatus));
  const ids = [keys.reference, keys.captureId, keys.authorizationId];
  const context = { httpStatus, asked: keys.amount, reportsAmount: true, redactor, ids };
  if (verdict.status === 'not-found' || verdict.status === 'undecidable') {
    const { shared } = evaluate(provider, undecided('unknown_status'), answer, context);
    return { status: verdict.status, ...base, ...shared, error: undefined };
  }
  const { found, captureId, shared, error } = evaluate(provider, verdict, answer, context);
  const { status } = found;
  if (status === 'unknown') return { status, ...base, ...shared, error: new UnknownOutcomeError(error) };
  if (status === 'declined') return { status, ...base, ...shared, decides: true, error: new DeclinedError(error) };
  return { status, ...base, ...shared, captureId, decides: status === 'captured', error: undefined };
}
