import type { CaptureErrorDetails } from '../errors/capture-error.ts';
import type { ErrorCode } from '../errors/error-codes.ts';
import type { Money } from '../money/money.ts';
import type { Redactor } from '../secrets/redaction.ts';
import type { AmountCheck, Check, ProviderTime } from '../contract/result.ts';
import { conclude, type Conclusion } from './conclude.ts';
import { undecided, type Verdict } from '../provider/verdict.ts';

/** A judged answer, redacted and ready to become a result. */
export interface Evaluation {
  readonly found: Conclusion;
  readonly captureId: string | undefined;
  /** The part that results of captures, look-ups and notifications share. */
  readonly shared: {
    readonly httpStatus: number;
    readonly providerCode: string | undefined;
    readonly reportedAmount: Money | undefined;
    readonly amountCheck: AmountCheck;
    readonly providerTime: ProviderTime | undefined;
    readonly checks: readonly Check[];
    readonly answer: unknown;
  };
  readonly error: CaptureErrorDetails;
}

/** Concludes from a verdict and masks what must not leave. */
export function evaluate(
  provider: string,
  verdict: Verdict,
  answer: unknown,
  context: {
    readonly httpStatus: number;
    readonly asked: Money | undefined;
    readonly reportsAmount: boolean;
    readonly redactor: Redactor;
    /** Ids that are known to be none of the secrets. They stay readable, though some look like card numbers. */
    readonly ids: readonly (string | undefined)[];
  },
): Evaluation {
  const { httpStatus, redactor } = context;
  const found = conclude(verdict, { ...context, holdsSecret: redactor.holdsSecret });
  const accepted = verdict.status === 'captured' || verdict.status === 'pending';
  const captureId = accepted ? verdict.captureId : undefined;
  const readable = [...context.ids, captureId].filter((id) => id !== undefined && !redactor.holdsSecret(id));
  const keep = new Set(readable as readonly string[]);
  // In one look: nearly always nothing of it has to be masked.
  const shown = redactor.value({ found, answer, time: accepted ? verdict.providerTime : undefined }, keep);
  const { providerCode, providerMessage, checks } = shown.found;
  return {
    found,
    captureId,
    shared: {
      httpStatus,
      providerCode,
      reportedAmount: found.reportedAmount,
      amountCheck: found.amountCheck,
      providerTime: shown.time,
      checks,
      answer: shown.answer,
    },
    error: {
      provider,
      code: found.code ?? 'unreadable_answer',
      providerCode,
      providerMessage,
      httpStatus,
    },
  };
}

/** Asks a provider's `judge`. Should it fail on an answer that nobody thought of, the money may have moved all the same. */
export function judged<V>(judge: () => V): V | ReturnType<typeof undecided> {
  try {
    return judge();
  } catch {
    return undecided('unreadable_answer');
  }
}

/** What an HTTP status hints at when the body is not the provider's. It names the trouble; it proves nothing about the money. */
export function unreadableCode(httpStatus: number | undefined): ErrorCode {
  if (httpStatus === undefined) return 'unreadable_answer';
  if (httpStatus === 0 || (httpStatus >= 300 && httpStatus < 400)) return 'unexpected_redirect';
  if (httpStatus >= 500) return 'provider_error';
  if (httpStatus === 429) return 'rate_limited';
  return httpStatus === 401 || httpStatus === 403 ? 'credentials_rejected' : 'unreadable_answer';
}

/** The error of an exchange that brought no readable answer. */
export function failureDetails(
  provider: string,
  { code, httpStatus }: { readonly code: ErrorCode; readonly httpStatus: number | undefined },
): CaptureErrorDetails {
  return { provider, code: code === 'unreadable_answer' ? unreadableCode(httpStatus) : code, httpStatus };
}
