import type { LookupKeys } from '@capture/core';
import { ifPresent, mustBe, undecided, type Call, type JudgeContext, type LookupVerdict } from '@capture/core/provider';
import { judgePayment, outerOf, wordsOf } from './outcome.ts';
import { detailedAmountOf, infoOf, type FirstokenResponse } from './response.ts';
import { PATH } from './wire.ts';

/**
 * *third-party*: the types of transaction details in the provider's examples. *assumed*: a capture may keep its own.
 */
const TYPES = ['transaction_details_response', 'payment_response', 'capture_response'] as const;

/**
 * Requests a transaction by the provider's id (*third-party*, the provider's page "Get Transaction Details"). Its other
 * operation, "Retrieve a Transaction", is never used: the response holds the card number and the security code in
 * clear.
 */
export function encodeLookup({ captureId, authorizationId }: LookupKeys): Call {
  return { method: 'GET', path: `${PATH}/transactions/${encodeURIComponent(captureId ?? authorizationId ?? '')}` };
}

/**
 * Judges a lookup response. By the id of the capture, the states of a capture decide; any other state is undecidable.
 * By the id of the authorization nothing is decided: the response is about the authorization, and it is undocumented
 * whether its state shows a capture, or which one.
 */
export function judgeLookup(
  response: FirstokenResponse,
  { request, httpStatus }: JudgeContext<unknown, LookupKeys>,
): LookupVerdict {
  const { captureId, reference } = request;
  const info = infoOf(response);
  if (outerOf(response) !== 'success') {
    // *assumed*: 404. A refused lookup is no evidence about the capture.
    if (httpStatus === 404) return { status: 'not-found' };
    return undecided(httpStatus === 403 ? 'credentials_rejected' : 'provider_error', wordsOf(response));
  }
  const consistency = [
    mustBe('transaction_info.type', TYPES.find((type) => type === info.type) ?? TYPES[0], info.type),
  ];
  if (captureId === undefined || !['Pending', 'Captured', 'Declined'].includes(info.status ?? ''))
    return { status: 'undecidable' };
  const correlation = [
    mustBe('transaction_info.transaction_id', captureId, info.transaction_id),
    ...ifPresent('transaction_info.reference_code', reference, info.reference_code),
  ];
  return judgePayment(response, { reported: detailedAmountOf(response), consistency, correlation, httpStatus });
}
