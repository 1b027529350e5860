import type { LookupKeys } from '@capture/core';
import { ifGiven, type Call, type JudgeContext, type LookupVerdict } from '@capture/core/provider';
import type { CheckedPockytOptions } from './options.ts';
import { judgePayment, judgeCall, isAboutPayment, rejectedCredentials } from './outcome.ts';
import type { PockytResponse } from './response.ts';
import { account } from './wire.ts';

/**
 * Requests a payment by `reference` or `transactionNo` (*third-party*, the vendor's "Query API"), one of them. The
 * reference takes precedence: it also finds a payment whose response was lost, and the result is then compared with the
 * capture id.
 */
export function encodeLookup({ reference, captureId }: LookupKeys, options: CheckedPockytOptions): Call {
  return {
    method: 'POST',
    path: '/app-data-search/v3/tran-query',
    body: {
      type: 'json',
      fields: { ...account(options), ...(reference === undefined ? { transactionNo: captureId } : { reference }) },
    },
  };
}

/** Judges a lookup response, which has to name the requested keys. A refused lookup is no refusal of the payment. */
export function judgeLookup(
  response: PockytResponse,
  { request: { reference, captureId }, httpStatus }: JudgeContext<unknown, LookupKeys>,
): LookupVerdict {
  const { ret_code: code, result } = response;
  if (isAboutPayment(response)) {
    return judgePayment(response, [
      ...ifGiven('reference', reference, result?.reference),
      ...ifGiven('transactionNo', captureId, result?.transactionNo),
    ]);
  }
  // *assumed*: 000021, a parameter that "does not correspond to any relevant information in the system". One that names
  // the account or the signature is a refusal of the lookup.
  const isAnswered = httpStatus >= 200 && httpStatus < 300 && !rejectedCredentials(response);
  return code === '000021' && isAnswered ? { status: 'not-found' } : judgeCall(response);
}
