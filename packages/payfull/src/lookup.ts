import type { LookupKeys } from '@capture/core';
import { ifPresent, mustBe, undecided, type Call, type JudgeContext, type LookupVerdict } from '@capture/core/provider';
import type { CheckedPayfullOptions } from './options.ts';
import { judgePayment } from './outcome.ts';
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

/**
 * Judges a lookup response. *assumed*: the vendor documents only that it holds a date. It is read like a capture
 * response, and counts only if it names the reference. One that names no payment means that there is none yet. A
 * refusal of another type than Capture may be a refusal of the lookup itself, repeating its reference.
 */
export function judgeLookup(
  response: PayfullResponse,
  { request, httpStatus }: JudgeContext<unknown, LookupKeys>,
): LookupVerdict {
  const namesNone = !response.transaction_id && !response.merchant_trx_id;
  if (response.status === 0 && namesNone && httpStatus >= 200 && httpStatus < 300) return { status: 'not-found' };
  const correlation = [
    mustBe('merchant_trx_id', request.reference ?? '', response.merchant_trx_id),
    ...ifPresent('transaction_id', request.captureId, response.transaction_id),
  ];
  const verdict = judgePayment(response, correlation);
  if (verdict.status !== 'declined' || response.type === 'Capture') return verdict;
  return undecided(verdict.code, verdict);
}
