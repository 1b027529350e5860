import type { ErrorCode, LookupKeys } from '@capture/core';
import { ifPresent, mustBe, undecided, type Call, type JudgeContext, type LookupVerdict } from '@capture/core/provider';
import type { CheckedPaymentOptionsOptions } from './options.ts';
import { CAPTURED_CODE, judgeSuccess, liveOf, namesReference, wordsOf } from './outcome.ts';
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
 * By the id of the authorization nothing is decided: the response is about the authorization, and it is undocumented
 * whether a later capture shows.
 */
export function judgeLookup(
  response: PaymentOptionsResponse,
  context: JudgeContext<CheckedPaymentOptionsOptions, LookupKeys>,
): LookupVerdict {
  return { ...judgeState(response, context), live: liveOf(response) };
}

function judgeState(
  response: PaymentOptionsResponse,
  { options, request, httpStatus }: JudgeContext<CheckedPaymentOptionsOptions, LookupKeys>,
): LookupVerdict {
  const { captureId, reference } = request;
  // A refused lookup is no evidence about the capture, whatever its code.
  if (!response.success && httpStatus === 404 && isEnvelope(response)) return { status: 'not-found' };
  if (!response.success) return undecided(REFUSED[httpStatus] ?? 'provider_error', wordsOf(response));
  if (captureId === undefined) return { status: 'undecidable' };
  const correlation = [
    mustBe('transaction_details.id', captureId, response.transaction_details?.id),
    ...ifPresent('merchant_details.mid', options.merchantId, response.merchant_details?.mid),
    ...namesReference(response, reference),
  ];
  return judgeSuccess(response, correlation, [CAPTURED_CODE, 'INFO0000'], 200);
}

/** *assumed*: a 404 with a status code or a gateway code inside is the provider's own. */
function isEnvelope({ status_code: statusCode, gateway_response: gateway }: PaymentOptionsResponse): boolean {
  return (statusCode ?? undefined) !== undefined || /^(?:ERR|VAL)\d{4}$/i.test(gateway?.code ?? '');
}
