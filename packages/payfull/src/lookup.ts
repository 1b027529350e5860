import type { LookupKeys } from '@capture/core';
import { ifPresent, mustBe, undecided, type Call, type JudgeContext, type LookupVerdict } from '@capture/core/provider';
import type { CheckedPayfullOptions } from './options.ts';
import { inBothCases, judgePayment, rejectedCredentials } from './outcome.ts';
import type { PayfullResponse } from './response.ts';
import { PATH } from './wire.ts';

/**
 * Requests the status of a capture by its reference. *third-party*, the vendor's "Transaction Status Information":
 * `type` Get, `get_param` TransactionStatus.
 */
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
        // *assumed*: the field is required. It names the user's address, and a lookup has no user but this machine.
        client_ip: '127.0.0.1',
        merchant_trx_id: reference,
      },
    },
  };
}

/** *assumed*: 25 is "unable to locate record" in ISO 8583, whose codes Turkish acquirers use. */
const NO_RECORD = '25';
/** *assumed*: words, in both languages of the messages, that say the same of the payment. */
const NOT_FOUND =
  /\b(?:transaction|record|payment)s?\b.*\bnot found|\bno such (?:transaction|record|payment)|(?:işlem|kayıt)\S* bulunamadı/;

/**
 * Judges a lookup response. *assumed*: the vendor documents only that it holds a date. It is read like a capture
 * response, and counts only if it names the reference. One that names no payment, and says that none was found, means
 * that there is none yet; any other refusal may be one of the lookup itself, such as for a wrong password. So may a
 * refusal of another type than Capture that repeats the reference.
 */
export function judgeLookup(
  response: PayfullResponse,
  { request, httpStatus }: JudgeContext<unknown, LookupKeys>,
): LookupVerdict {
  const namesNone = !response.transaction_id && !response.merchant_trx_id;
  if (response.status === 0 && namesNone && httpStatus >= 200 && httpStatus < 300 && saysNotFound(response))
    return { status: 'not-found' };
  const correlation = [
    mustBe('merchant_trx_id', request.reference ?? '', response.merchant_trx_id),
    ...ifPresent('transaction_id', request.captureId, response.transaction_id),
  ];
  const verdict = judgePayment(response, correlation);
  if (verdict.status !== 'declined' || response.type === 'Capture') return verdict;
  return undecided(verdict.code, verdict);
}

function saysNotFound(response: PayfullResponse): boolean {
  if (rejectedCredentials(response)) return false;
  return response.ErrorCode === NO_RECORD || NOT_FOUND.test(inBothCases(response.ErrorMSG ?? ''));
}
