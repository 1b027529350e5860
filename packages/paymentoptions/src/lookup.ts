import { parseMajor, sameMoney, type ErrorCode, type LookupKeys } from '@capture/core';
import { mustBe, undecided, type Call, type JudgeContext, type LookupVerdict } from '@capture/core/provider';
import type { CheckedPaymentOptionsOptions } from './options.ts';
import { CAPTURED_CODE, correlationOf, isFromProvider, judgeSuccess, wordsOf } from './outcome.ts';
import type { PaymentOptionsResponse } from './response.ts';
import { PATH } from './wire.ts';

/** *third-party*: 401. *assumed*: the others. The lookup was refused, for this reason. */
const REFUSED: Readonly<Record<number, ErrorCode>> = {
  401: 'credentials_rejected',
  403: 'credentials_rejected',
  404: 'unknown_status',
  429: 'rate_limited',
};

/**
 * Requests a transaction by the provider's id (*third-party*, the provider's page "Transaction Status"). No lookup by
 * the merchant's reference is published.
 */
export function encodeLookup({ captureId, authorizationId }: LookupKeys): Call {
  return {
    method: 'GET',
    path: `${PATH}/transaction/status/${encodeURIComponent(captureId ?? authorizationId ?? '')}`,
  };
}

/**
 * Judges a lookup response. By the id of the capture it decides. *third-party*: the page's example is CAPTURE with
 * INFO0000, so that code counts here as well.
 *
 * By the id of the authorization it is undocumented whether a later capture shows. PRE_AUTH proves nothing. CAPTURE
 * counts only with the code that captures alone have (a purchase is CAPTURE with INFO0000), for exactly the requested
 * amount.
 */
export function judgeLookup(
  response: PaymentOptionsResponse,
  { options, request, httpStatus }: JudgeContext<CheckedPaymentOptionsOptions, LookupKeys>,
): LookupVerdict {
  const { gateway_response: gateway, payment_details: payment, transaction_details: transaction } = response;
  const { captureId, authorizationId, amount, reference } = request;
  // A refused lookup is no evidence about the capture, whatever its code.
  if (!response.success && httpStatus === 404 && isFromProvider(response)) return { status: 'not-found' };
  if (!response.success) return undecided(REFUSED[httpStatus] ?? 'provider_error', wordsOf(response));
  const correlation = [
    mustBe('transaction_details.id', captureId ?? authorizationId ?? '', transaction?.id),
    ...correlationOf(response, options, reference),
  ];
  if (captureId !== undefined) return judgeSuccess(response, correlation, [CAPTURED_CODE, 'INFO0000'], 200);
  const reported = parseMajor(String(payment?.amount), payment?.currency ?? '');
  const shown = response.transaction_type === 'CAPTURE' && gateway?.code === CAPTURED_CODE;
  return shown && reported && amount && sameMoney(reported, amount)
    ? judgeSuccess(response, correlation, [CAPTURED_CODE], 200)
    : { status: 'undecidable' };
}
