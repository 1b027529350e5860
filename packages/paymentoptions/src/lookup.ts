import { readMajor, sameMoney, type LookupKeys } from '@capture/core';
import { mustBe, undecided, type Call, type JudgeContext, type LookupVerdict } from '@capture/core/provider';
import type { CheckedPaymentOptionsOptions } from './options.ts';
import { CAPTURED_CODE, identityOf, judgeSuccess, wordsOf } from './outcome.ts';
import type { PaymentOptionsAnswer } from './response.ts';
import { PATH } from './wire.ts';

/** *third-party*, the provider's page "Transaction Status": by the provider's id of a transaction. None is published by the merchant's own reference. */
export function encodeLookup({ captureId, authorizationId }: LookupKeys): Call {
  return {
    method: 'GET',
    path: `${PATH}/transaction/status/${encodeURIComponent(captureId ?? authorizationId ?? '')}`,
  };
}

/**
 * By the capture's id the answer decides. *third-party*: the page's example is CAPTURE with INFO0000, so that code counts here as well.
 *
 * By the authorization's id nobody says whether a later capture shows. PRE_AUTH proves nothing. A capture is believed only where the authorization itself says CAPTURE with
 * the code that only captures have (a purchase is CAPTURE with INFO0000), for exactly the amount that was asked.
 */
export function judgeLookup(
  answer: PaymentOptionsAnswer,
  { options, request, httpStatus }: JudgeContext<CheckedPaymentOptionsOptions, LookupKeys>,
): LookupVerdict {
  const { gateway_response: gateway, payment_details: payment, transaction_details: transaction } = answer;
  const { captureId, authorizationId, amount, reference } = request;
  // A refused look-up says nothing about the capture, whatever its code.
  if (!answer.success && httpStatus === 404) return { status: 'not-found' };
  if (!answer.success)
    return undecided(httpStatus === 401 ? 'credentials_rejected' : 'provider_error', wordsOf(answer));
  const identity = [
    mustBe('transaction_details.id', captureId ?? authorizationId ?? '', transaction?.id),
    ...identityOf(answer, options, reference),
  ];
  if (captureId !== undefined) return judgeSuccess(answer, identity, [CAPTURED_CODE, 'INFO0000'], 200);
  const reported = readMajor(String(payment?.amount), payment?.currency ?? '');
  const shown = answer.transaction_type === 'CAPTURE' && gateway?.code === CAPTURED_CODE;
  return shown && reported && amount && sameMoney(reported, amount)
    ? judgeSuccess(answer, identity, [CAPTURED_CODE], 200)
    : { status: 'undecidable' };
}
