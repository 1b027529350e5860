import type { LookupKeys } from '@capture/core';
import { ifPresent, mustBe, undecided, type Call, type JudgeContext, type LookupVerdict } from '@capture/core/provider';
import type { CheckedPaymentOptionsOptions } from './options.ts';
import { CAPTURED_CODE, judgeSuccess, namesReference, wordsOf } from './outcome.ts';
import type { PaymentOptionsResponse } from './response.ts';
import { PATH } from './wire.ts';

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
  { options, request, httpStatus }: JudgeContext<CheckedPaymentOptionsOptions, LookupKeys>,
): LookupVerdict {
  const { captureId, reference } = request;
  // A refused lookup is no evidence about the capture, whatever its code.
  if (!response.success && httpStatus === 404) return { status: 'not-found' };
  if (!response.success)
    return undecided(httpStatus === 401 ? 'credentials_rejected' : 'provider_error', wordsOf(response));
  if (captureId === undefined) return { status: 'undecidable' };
  const correlation = [
    mustBe('transaction_details.id', captureId, response.transaction_details?.id),
    ...ifPresent('merchant_details.mid', options.merchantId, response.merchant_details?.mid),
    ...namesReference(response, reference),
  ];
  return judgeSuccess(response, correlation, [CAPTURED_CODE, 'INFO0000'], 200);
}
