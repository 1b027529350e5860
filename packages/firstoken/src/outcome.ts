import type { EvidenceCheck, ErrorCode } from '@capture/core';
import {
  allAgree,
  contradictory,
  ifPresent,
  isoTime,
  mustBe,
  mustNotBe,
  refused,
  undecided,
  type JudgeContext,
  type ReportedAmount,
  type StatedFacts,
  type Verdict,
} from '@capture/core/provider';
import { APPROVED, DOUBTS, REASONS, REFUSALS } from './codes.ts';
import type { CheckedFirstokenRequest } from './request.ts';
import { capturedAmountOf, infoOf, type FirstokenResponse } from './response.ts';

/** Checks that a response is consistent, and that it is for this payment, and the amount that it states. */
interface Evidence {
  readonly reported: ReportedAmount;
  readonly consistency: readonly EvidenceCheck[];
  readonly correlation: readonly EvidenceCheck[];
  readonly httpStatus: number;
}

/**
 * Judges a capture response. *example*: the outer `success` means that the request was accepted, the inner status is
 * that of the capture, normally Pending.
 */
export function judge(
  response: FirstokenResponse,
  { request, httpStatus }: JudgeContext<unknown, CheckedFirstokenRequest>,
): Verdict {
  const { type, reference_code } = infoOf(response);
  return judgePayment(response, {
    reported: capturedAmountOf(response),
    consistency: [mustBe('transaction_info.type', 'capture_response', type)],
    correlation: [mustBe('transaction_info.reference_code', request.reference, reference_code)],
    httpStatus,
  });
}

/** Judges the response to a capture or to a lookup. */
export function judgePayment(response: FirstokenResponse, evidence: Evidence): Verdict {
  const { reported, consistency, correlation, httpStatus } = evidence;
  const info = infoOf(response);
  const captureId = allAgree(correlation) ? (info.transaction_id ?? undefined) : undefined;
  const words = { ...wordsOf(response), captureId };
  const outer = outerOf(response);
  if (outer === undefined) return undecided('unknown_status', words);
  // *third-party*: the states of a capture. Other operations and processors have more (Authorized, Collected, Reversed,
  // …), none of which means that this capture succeeded.
  if (info.status === 'Pending' || info.status === 'Captured') {
    return {
      status: info.status === 'Pending' ? 'pending' : 'captured',
      providerCode: info.status,
      captureId: info.transaction_id ?? undefined,
      reported,
      consistency: [
        mustBe('status', 'success', outer),
        ...ifPresent('transaction_info.response_code', APPROVED, info.response_code),
        ...consistency,
      ],
      correlation,
      providerTime: isoTime(info.created_at ?? undefined),
    };
  }
  const approved = mustNotBe('transaction_info.response_code', APPROVED, info.response_code);
  if (info.status === 'Declined') {
    const inner = [...consistency, ...approved];
    return allAgree(inner)
      ? refused(reasonIn(response, 'declined'), words, correlation, reported)
      : contradictory(inner, words);
  }
  const refusal = REFUSALS[httpStatus];
  if (outer === 'success' || info.status || !refusal)
    return undecided(httpStatus >= 500 ? 'provider_error' : (DOUBTS[httpStatus] ?? 'unknown_status'), words);
  if (approved.length > 0) return contradictory(approved, words);
  if (!isFromProvider(response)) return undecided(reasonIn(response, refusal), words);
  // *third-party*: `data` is empty on failure, so an absent member does not indicate a different payment.
  const named = [...consistency, ...correlation].filter(({ found }) => found !== '(absent)');
  return refused(reasonIn(response, refusal), words, named, reported);
}

/**
 * Recognises the provider's own failure. Its status words are JSend's, the commonest JSON envelope there is, so that a
 * proxy or a firewall may write them too. *third-party*: `data` is an empty string or holds the details of the payment.
 */
function isFromProvider(response: FirstokenResponse): boolean {
  const { message, data } = response;
  if (typeof message !== 'string' || data === null || data === undefined) return false;
  return typeof data === 'string' ? data === '' || reasonOf(data) !== undefined : Boolean(data.transaction_info?.type);
}

/** Reads the outer status. *documented*: "Success, Error or Fail"; *example*: lower case. */
export function outerOf({ status }: FirstokenResponse): 'success' | 'fail' | 'error' | undefined {
  return (['success', 'fail', 'error'] as const).find((word) => new RegExp(`^${word}$`, 'i').test(status));
}

/** Provider code and message. The message of a failure may be in `data`. */
export function wordsOf(response: FirstokenResponse): StatedFacts {
  const { response_code, status } = infoOf(response);
  const details = typeof response.data === 'string' ? response.data : '';
  const message = [response.message ?? '', details].filter((text) => text !== '').join(': ');
  return { providerCode: response_code ?? status ?? undefined, providerMessage: message || undefined };
}

function reasonIn(response: FirstokenResponse, otherwise: ErrorCode): ErrorCode {
  if (response.duplicateHint) return 'already_captured';
  return reasonOf(wordsOf(response).providerMessage ?? '') ?? otherwise;
}

function reasonOf(message: string): ErrorCode | undefined {
  return REASONS.find(([pattern]) => pattern.test(message))?.[1];
}
