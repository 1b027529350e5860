import { UnknownOutcomeError, type CaptureError, DeclinedError } from '../errors/capture-error.ts';
import type { AmountCheck, Check, LookupKeys, ProviderTime } from '../result.ts';
import type { Money } from '../money.ts';
import { unreadableCode } from './capture.ts';
import { conclude } from './conclude.ts';
import type { ProviderDefinition } from './definition.ts';
import type { Exchange } from './exchange.ts';
import type { Verdict } from './verdict.ts';

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

type Subject = Pick<ProviderDefinition<never, never, never, never>, 'id' | 'capabilities'>;

/** The result of a look-up, from what came back. */
export function lookupResult<Answer>(
  { id }: Subject,
  keys: LookupKeys,
  exchange: Exchange<Answer>,
  judge: (answer: Answer, httpStatus: number) => LookupVerdict,
): LookupResult {
  const nothing = {
    captureId: undefined,
    reportedAmount: undefined,
    amountCheck: 'not-reported',
    providerTime: undefined,
    checks: [],
  } as const;
  if (exchange.kind === 'failed') {
    const { code, httpStatus } = exchange.failure;
    const error = new UnknownOutcomeError({
      provider: id,
      code: code === 'unreadable_answer' ? unreadableCode(httpStatus) : code,
      httpStatus,
    });
    return { provider: id, status: 'unknown', decides: false, keys, ...nothing, httpStatus, error, answer: undefined };
  }
  const { httpStatus, answer, redactor } = exchange;
  const verdict = judge(answer, httpStatus);
  const ids = new Set(
    [
      keys.reference,
      keys.captureId,
      keys.authorizationId,
      'captureId' in verdict ? verdict.captureId : undefined,
    ].filter((text) => text !== undefined && !redactor.holdsSecret(text)) as string[],
  );
  const answered = { provider: id, keys, httpStatus, answer: redactor.value(answer, ids) };
  if (verdict.status === 'not-found' || verdict.status === 'undecidable') {
    return { ...answered, ...nothing, status: verdict.status, decides: false, error: undefined };
  }
  const found = conclude(verdict, {
    httpStatus,
    asked: keys.amount,
    reportsAmount: true,
    holdsSecret: redactor.holdsSecret,
  });
  const accepted = found.status === 'captured' || found.status === 'pending';
  const details = {
    provider: id,
    code: found.code ?? 'unknown_status',
    providerCode: found.providerCode === undefined ? undefined : redactor.text(found.providerCode),
    providerMessage: found.providerMessage === undefined ? undefined : redactor.text(found.providerMessage),
    httpStatus,
  } as const;
  return {
    ...answered,
    status: found.status,
    decides: found.status === 'captured' || found.status === 'declined',
    captureId: accepted && 'captureId' in verdict ? verdict.captureId : undefined,
    reportedAmount: found.reportedAmount,
    amountCheck: found.amountCheck,
    providerTime: 'providerTime' in verdict ? redactor.value(verdict.providerTime) : undefined,
    checks: redactor.value(found.checks, ids),
    error: accepted
      ? undefined
      : found.status === 'declined'
        ? new DeclinedError(details)
        : new UnknownOutcomeError(details),
  };
}
