import type { EvidenceCheck, ErrorCode } from '@capture/core';
import {
  allAgree,
  contradictory,
  ifGiven,
  ifPresent,
  isoTime,
  mustBe,
  refused,
  undecided,
  type AcceptedVerdict,
  type JudgeContext,
  type StatedFacts,
  type Verdict,
} from '@capture/core/provider';
import { FIRST_RULE, GATEWAY_CODE, meaningOf, REFUSING, RISK_RULES, STATUS_CODES } from './codes.ts';
import type { CheckedPaymentOptionsOptions } from './options.ts';
import type { CheckedPaymentOptionsRequest } from './request.ts';
import type { PaymentOptionsResponse } from './response.ts';

/** *example*: the code of "Amount successfully captured." */
export const CAPTURED_CODE = 'INFO0001';

/**
 * Judges a capture response. *example*: success is a 2xx with `success`, 201, CAPTURE, INFO0001 and response code 0.
 * There is no pending state.
 */
export function judge(
  response: PaymentOptionsResponse,
  { options, request, httpStatus }: JudgeContext<CheckedPaymentOptionsOptions, CheckedPaymentOptionsRequest>,
): Verdict {
  // *example*: the merchant id is the only thing of ours that a capture always repeats.
  const merchant = response.merchant_details?.mid;
  const correlation = [
    ...(response.success
      ? [mustBe('merchant_details.mid', options.merchantId, merchant)]
      : ifPresent('merchant_details.mid', options.merchantId, merchant)),
    ...namesReference(response, request.reference),
  ];
  const success = judgeSuccess(response, correlation, [CAPTURED_CODE], 201);
  return response.success ? success : judgeRefusal(response, success, httpStatus);
}

/** Compares the reference. *third-party*: a status response has it in `merchant_details` only. */
export function namesReference(
  { success, merchant_details: merchant, transaction_details: transaction }: PaymentOptionsResponse,
  reference: string | undefined,
): EvidenceCheck[] {
  const field = 'merchant_details.merchant_txn_ref';
  const named = merchant?.merchant_txn_ref;
  return [
    ...(success ? ifGiven(field, reference, named) : ifPresent(field, reference, named)),
    ...ifPresent('transaction_details.merchant_txn_ref', reference, transaction?.merchant_txn_ref),
  ];
}

/**
 * Claims a capture, if everything agrees. `codes` are those of a capture; core checks the HTTP status and the amount.
 */
export function judgeSuccess(
  { success, status_code, transaction_type, gateway_response: gateway, ...response }: PaymentOptionsResponse,
  correlation: readonly EvidenceCheck[],
  codes: readonly [string, ...string[]],
  statusCode: number,
): AcceptedVerdict {
  const { payment_details: payment, transaction_details: transaction } = response;
  return {
    status: 'captured',
    providerCode: gateway?.code ?? undefined,
    captureId: transaction?.id ?? undefined,
    reported: { major: payment?.amount ?? undefined, currency: payment?.currency ?? undefined },
    consistency: [
      mustBe('success', true, success),
      ...ifPresent('status_code', statusCode, status_code),
      mustBe('transaction_type', 'CAPTURE', transaction_type),
      mustBe('gateway_response.type', 'INFO', gateway?.type),
      mustBe('gateway_response.code', codes.find((one) => one === gateway?.code) ?? codes[0], gateway?.code),
      mustBe('payment_details.response_code', 0, payment?.response_code),
    ],
    correlation,
    providerTime: isoTime(transaction?.timestamp ?? undefined),
  };
}

/** Provider code and message. */
export function wordsOf({ gateway_response: gateway }: PaymentOptionsResponse): StatedFacts {
  return { providerCode: gateway?.code ?? undefined, providerMessage: gateway?.message ?? undefined };
}

/**
 * Judges a refusal. *assumed*: its form is undocumented, so it counts only with one of the codes above, in an envelope
 * without any sign of success. The response code says most: where there is one, nothing else makes a refusal of it.
 */
function judgeRefusal(response: PaymentOptionsResponse, success: AcceptedVerdict, httpStatus: number): Verdict {
  const { status_code: statusCode, gateway_response: gateway, payment_details: payment } = response;
  const code = gateway?.code?.toUpperCase() ?? '';
  const correlation = [...ifPresent('transaction_type', 'CAPTURE', response.transaction_type), ...success.correlation];
  const words = { ...wordsOf(response), captureId: allAgree(correlation) ? success.captureId : undefined };
  const status = ifPresent('status_code', httpStatus, statusCode);
  const responseCode = payment?.response_code ?? undefined;
  const succeeded = statusCode === 200 || statusCode === 201 || Number(responseCode ?? -1) === 0;
  if (succeeded || gateway?.type === 'INFO' || code.startsWith('INFO'))
    return contradictory(success.consistency, words);
  if (!allAgree(status)) return contradictory(status, words);
  if (response.duplicateHint) return undecided('already_captured', words);
  const refuse = (reason: ErrorCode): Verdict => refused(reason, words, correlation, success.reported);
  const rule = RISK_RULES.find(([pattern]) => pattern.test(code))?.[1];
  if (responseCode !== undefined && !(rule && Number(responseCode) <= FIRST_RULE)) {
    const meaning = meaningOf(responseCode);
    return meaning.refuses ? refuse(meaning.code) : undecided(meaning.code, words);
  }
  if (rule) return refuse(rule);
  if (httpStatus >= 500) return undecided('provider_error', words);
  const byStatus = STATUS_CODES[httpStatus] ?? 'unknown_status';
  // A proxy or a framework may send such a status with a `success` and a `status_code` of its own.
  const isFromProvider = GATEWAY_CODE.test(code);
  return isFromProvider && REFUSING.includes(httpStatus) ? refuse(byStatus) : undecided(byStatus, words);
}
