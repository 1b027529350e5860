import type { ErrorCode, LookupKeys } from '@capture/core';
import { ifPresent, mustBe, undecided, type Call, type JudgeContext, type LookupVerdict } from '@capture/core/provider';
import { judgePayment, outerOf, wordsOf } from './outcome.ts';
import { detailedAmountOf, infoOf, type FirstokenResponse } from './response.ts';
import { PATH } from './wire.ts';

/**
 * *third-party*: the types of transaction details in the provider's examples. *assumed*: a capture may keep its own.
 */
const TYPES = ['transaction_details_response', 'payment_response', 'capture_response'] as const;

/** *third-party*: 403. *assumed*: the others. The lookup was refused, for this reason. */
const REFUSED: Readonly<Record<number, ErrorCode>> = {
  401: 'credentials_rejected',
  403: 'credentials_rejected',
  404: 'unknown_status',
  429: 'rate_limited',
};

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
    // *assumed*: 404, in the provider's whole envelope. Any server may write `status` and `message` with 404, and a
    // refused lookup is no evidence about the capture.
    if (httpStatus === 404 && isEnvelope(response)) return { status: 'not-found' };
    return undecided(REFUSED[httpStatus] ?? 'provider_error', wordsOf(response));
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

/** *documented*: `status`, `message` and `data`. *third-party*: `data` is an empty string or an object on failure. */
function isEnvelope({ message, data }: FirstokenResponse): boolean {
  return typeof message === 'string' && (data ?? undefined) !== undefined;
}
