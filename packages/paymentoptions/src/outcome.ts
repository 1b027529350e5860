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
import type { CheckedPaymentOptionsOptions } from './options.ts';
import type { CheckedPaymentOptionsRequest } from './request.ts';
import { meaningOf } from './response-codes.ts';
import type { PaymentOptionsResponse } from './response.ts';

/**
 * *third-party*, the provider's page "Gateway Error Codes": risk rules that stop a payment (with response codes from
 * -8000 down). The mapping to error codes is *assumed*. ERR3019 and ERR3020 are rules for refunds, and other families
 * are undocumented: all of them are `unknown`.
 */
const RISK_RULES: readonly (readonly [RegExp, ErrorCode])[] = [
  [/^ERR300[15]$/, 'suspected_fraud'], // blacklists
  [/^ERR30(?:0[2347]|1[78])$/, 'declined'], // IP address, BIN, card number
  [/^ERR30(?:0[689]|1[0-6])$/, 'limit_exceeded'], // the allowed range of the amount, limits per card and IP address
];

/** *third-party*, the provider's page "HTTP Response". The mapping to error codes is *assumed*. */
const STATUS_CODES: Readonly<Record<number, ErrorCode>> = {
  400: 'invalid_request',
  401: 'credentials_rejected',
  404: 'authorization_not_found',
  406: 'card_invalid',
  412: 'authorization_not_capturable',
  429: 'rate_limited',
};
/** Those of them that the page lists as refusals. 429 is undocumented. */
const REFUSING = [400, 401, 404, 406, 412];
/** *third-party*: the family of the gateway's own codes; one source writes it `Err3001`. */
const GATEWAY_CODE = /^(?:ERR|VAL)\d{4}$/;
/** *third-party*: the response codes of the risk rules begin here and go down. */
const FIRST_RULE = -8000;

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
