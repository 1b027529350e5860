import type { LookupKeys } from '@capture/core';
import { mustBe, undecided, type Call, type JudgeContext, type LookupVerdict } from '@capture/core/provider';
import type { CheckedPayfullOptions } from './options.ts';
import { judgePayment } from './outcome.ts';
import type { PayfullAnswer } from './response.ts';
import { PATH } from './wire.ts';

/** Vendor documentation, "Transaction Status Information": `type` Get, `get_param` TransactionStatus, asked with the reference of the capture. */
export function encodeLookup({ reference }: LookupKeys, options: CheckedPayfullOptions): Call {
  return {
    method: 'POST',
    path: PATH,
    body: {
      type: 'form',
      fields: {
        merchant: options.merchant,
        type: 'Get',
        get_param: 'TransactionStatus',
        language: options.language,
        // *assumed*: the field is required and names the user's address; nobody but this machine asks here.
        client_ip: '127.0.0.1',
        merchant_trx_id: reference,
      },
    },
  };
}

/**
 * *assumed*: of the answer the vendor documents no more than a date. It is read like the answer to the capture, and believed only where it also names the reference. An answer
 * that names no payment says that there is none now. A refusal that does not call itself a Capture may be one of the question, which repeats what was asked.
 */
export function judgeLookup(
  answer: PayfullAnswer,
  { request, httpStatus }: JudgeContext<unknown, LookupKeys>,
): LookupVerdict {
  const namesNone = !answer.transaction_id && !answer.merchant_trx_id;
  if (answer.status === 0 && namesNone && httpStatus >= 200 && httpStatus < 300) return { status: 'not-found' };
  const identity = [mustBe('merchant_trx_id', request.reference ?? '', answer.merchant_trx_id)];
  const verdict = judgePayment(answer, identity, request.authorizationId);
  if (verdict.status !== 'declined' || answer.type === 'Capture') return verdict;
  return undecided(verdict.code, verdict);
}
