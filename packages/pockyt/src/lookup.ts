import type { LookupKeys } from '@capture/core';
import { ifGiven, type Call, type JudgeContext, type LookupVerdict } from '@capture/core/provider';
import type { CheckedPockytOptions } from './options.ts';
import { judgePayment, judgeCall, saysOfPayment } from './outcome.ts';
import type { PockytAnswer } from './response.ts';
import { account } from './wire.ts';

/**
 * *third-party*, the vendor's "Query API": asked with `reference` or `transactionNo`, one of them. The reference goes first: it is our own, so it also finds a payment whose answer was lost, and what is
 * found under it is then held against the capture's id.
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

/** Believed only where it names what was asked for. A refusal of the look-up is none of the payment. */
export function judgeLookup(
  answer: PockytAnswer,
  { request: { reference, captureId } }: JudgeContext<unknown, LookupKeys>,
): LookupVerdict {
  const { ret_code: code, result } = answer;
  if (saysOfPayment(answer)) {
    return judgePayment(answer, [
      ...ifGiven('reference', reference, result?.reference),
      ...ifGiven('transactionNo', captureId, result?.transactionNo),
    ]);
  }
  // *assumed*: 000021, a parameter that "does not correspond to any relevant information in the system".
  return code === '000021' ? { status: 'not-found' } : judgeCall(answer);
}
