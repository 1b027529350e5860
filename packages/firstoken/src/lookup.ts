import { readMajor, sameMoney, type LookupKeys } from '@capture/core';
import { ifPresent, mustBe, undecided, type Call, type JudgeContext, type LookupVerdict } from '@capture/core/provider';
import { judgePayment, outerOf, wordsOf } from './outcome.ts';
import { amountOf, infoOf, type FirstokenAnswer } from './response.ts';
import { PATH } from './wire.ts';

/** *third-party*: the types of transaction details in the provider's examples; *assumed*: a capture may keep its own. */
const TYPES = ['transaction_details_response', 'payment_response', 'capture_response'] as const;

/**
 * *third-party*, the provider's page "Get Transaction Details": by the provider's id of a transaction. The operation that the provider calls "Retrieve a Transaction" is never used: it
 * answers with the card number and the security code in clear.
 */
export function encodeLookup({ captureId, authorizationId }: LookupKeys): Call {
  return { method: 'GET', path: `${PATH}/transactions/${encodeURIComponent(captureId ?? authorizationId ?? '')}` };
}

/**
 * By the capture's id the states of a capture decide; any other state cannot tell. By the authorization's id nobody says whether a later capture shows, and nobody excludes
 * several captures, so no more is believed than Captured with our reference where the whole amount that is shown was asked.
 */
export function judgeLookup(
  answer: FirstokenAnswer,
  { request, httpStatus }: JudgeContext<unknown, LookupKeys>,
): LookupVerdict {
  const { captureId, authorizationId, reference, amount } = request;
  const info = infoOf(answer);
  if (outerOf(answer) !== 'success') {
    // *assumed*: 404. A refused look-up says nothing about the capture.
    if (httpStatus === 404) return { status: 'not-found' };
    return undecided(httpStatus === 403 ? 'credentials_rejected' : 'provider_error', wordsOf(answer));
  }
  const agreement = [mustBe('transaction_info.type', TYPES.find((type) => type === info.type) ?? TYPES[0], info.type)];
  const identity = [mustBe('transaction_info.transaction_id', captureId ?? authorizationId ?? '', info.transaction_id)];
  if (captureId !== undefined) {
    if (!['Pending', 'Captured', 'Declined'].includes(info.status ?? '')) return { status: 'undecidable' };
    const named = ifPresent('transaction_info.reference_code', reference, info.reference_code);
    return judgePayment(answer, { agreement, identity: [...identity, ...named], httpStatus });
  }
  const { authorized, currency } = amountOf(answer);
  const whole = readMajor(String(authorized), currency ?? '');
  const ours = reference !== undefined && info.reference_code === reference;
  const shown = info.status === 'Captured' && ours && whole && amount && sameMoney(whole, amount);
  return shown ? judgePayment(answer, { agreement, identity, httpStatus }) : { status: 'undecidable' };
}
