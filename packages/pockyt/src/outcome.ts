import type { EvidenceCheck, ProviderTime } from '@capture/core';
import {
  allAgree,
  contradictory,
  ifPresent,
  isoTime,
  localTime,
  mustBe,
  refused,
  undecided,
  type JudgeContext,
  type StatedFacts,
  type UnknownVerdict,
  type Verdict,
} from '@capture/core/provider';
import { DUPLICATE_HINTS, FAULTS, PROCESSED, REFUSALS, SIGNATURE } from './codes.ts';
import type { CheckedPockytRequest } from './request.ts';
import type { PockytResponse, PockytPayment } from './response.ts';
/** *third-party*: `YYYYMMDDHHMMSS`. */
const TIME = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})$/;

/** Judges a capture response. *third-party*: success is `ret_code` 000100 with `result.status` success. */
export function judge(response: PockytResponse, { request }: JudgeContext<unknown, CheckedPockytRequest>): Verdict {
  const { status, reference, transactionNo, amount, currency } = response.result ?? {};
  const words = wordsOf(response);
  // *third-party*: a payment names its reference, but the vendor's example of a pending response has neither reference
  // nor amount. It claims no charge, so it is believed; if it has them, they must agree.
  const correlation =
    isAboutPayment(response) && status !== 'pending'
      ? [mustBe('reference', request.reference, reference)]
      : ifPresent('reference', request.reference, reference);
  if (!isAccepted(response) && DUPLICATE_HINTS.test(response.ret_msg ?? ''))
    return undecided('duplicate_reference', words);
  if (isAboutPayment(response)) return judgePayment(response, correlation);
  const refusal = judgeCall(response);
  if (!REFUSALS.has(response.ret_code)) return refusal;
  // *assumed*: a refused request creates no payment, so none in a state other than `failed`, and none with an id.
  const none = [...ifPresent('status', 'failed', status), ...ifPresent('transactionNo', '(absent)', transactionNo)];
  if (!allAgree(none)) return contradictory(none, words);
  return refused(refusal.code, words, correlation, { major: amount ?? undefined, currency: currency ?? undefined });
}

/** Returns whether a response is about the payment rather than the call. */
export function isAboutPayment(response: PockytResponse): boolean {
  return response.ret_code === PROCESSED || isAccepted(response);
}

function isAccepted({ result }: PockytResponse): boolean {
  return result?.status === 'success' || result?.status === 'pending';
}

/** Judges a payment in a capture response, a lookup response or a notification. */
export function judgePayment(response: PockytResponse, correlation: readonly EvidenceCheck[]): Verdict {
  const result: Partial<PockytPayment> = response.result ?? {};
  const { status, amount, currency } = result;
  const reported = { major: amount ?? undefined, currency: currency ?? undefined };
  const ours = [...correlation, ...ifPresent('transactionType', 'payment', result.transactionType)];
  const captureId = result.transactionNo ?? undefined;
  const facts = { ...wordsOf(response), captureId };
  if (status === 'failed') return refused('declined', facts, ours, reported);
  if (!isAccepted(response)) return undecided('unknown_status', allAgree(ours) ? facts : wordsOf(response));
  return {
    status: status === 'success' ? 'captured' : 'pending',
    providerCode: response.ret_code,
    captureId,
    reported,
    amountOptional: (amount ?? currency ?? undefined) === undefined,
    consistency: [mustBe('ret_code', PROCESSED, response.ret_code)],
    correlation: ours,
    providerTime: timeOf(result),
    redirect: [result.authenticationUrl, result.authUrl].find((url) => url?.startsWith('https://')) ?? undefined,
  };
}

/** Judges a refusal of the call, which by itself is no evidence about the payment. */
export function judgeCall(response: PockytResponse): UnknownVerdict {
  const code = FAULTS.get(response.ret_code) ?? REFUSALS.get(response.ret_code) ?? 'unknown_status';
  return undecided(SIGNATURE.test(response.ret_msg ?? '') ? 'signature_rejected' : code, wordsOf(response));
}

function wordsOf({ ret_code: code, ret_msg: message, result }: PockytResponse): StatedFacts {
  // 000100 means success of the call, whatever the outcome of the payment, which the status has.
  const providerCode = code === PROCESSED ? (result?.status ?? code) : code;
  return { providerCode, providerMessage: message ?? undefined };
}

function timeOf({ paymentTime, completedAt, time }: Partial<PockytPayment>): ProviderTime | undefined {
  return isoTime(paymentTime ?? completedAt ?? undefined) ?? localTime(time ?? undefined, TIME);
}
