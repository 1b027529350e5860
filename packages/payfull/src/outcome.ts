import type { EvidenceCheck, ErrorCode } from '@capture/core';
import {
  allAgree,
  contradictory,
  ifPresent,
  localTime,
  mustBe,
  refused,
  undecided,
  type JudgeContext,
  type Verdict,
} from '@capture/core/provider';
import { ACCOUNT, DUPLICATE, DUPLICATE_HINTS, HASH, INVALID_MERCHANT, REFUSALS, REJECTS } from './codes.ts';
import type { CheckedPayfullRequest } from './request.ts';
import type { PayfullResponse } from './response.ts';

/**
 * *example*: 08-09-2016 03:17:44. *third-party*: the day comes first, as another example of the vendor shows
 * (20-02-2018). No time zone is documented.
 */
const TIME = /^(?<day>\d{2})-(?<month>\d{2})-(?<year>\d{4}) (?<hour>\d{2}):(?<minute>\d{2}):(?<second>\d{2})$/;

/**
 * Judges a capture response. *documented*: success is `status` 1 with `ErrorCode` 00 of a `Capture`. There is no
 * pending state.
 */
export function judge(response: PayfullResponse, { request }: JudgeContext<unknown, CheckedPayfullRequest>): Verdict {
  const { passive_data: repeated, merchant_trx_id: reference } = response;
  const correlation = [
    ...ifPresent('merchant_trx_id', request.reference, reference),
    // *documented*: "return it to the caller in the response". *third-party*: a failure may have only code and message.
    ...(response.status === 1
      ? [mustBe('passive_data', request.notes, repeated)]
      : ifPresent('passive_data', request.notes, repeated)),
  ];
  return judgePayment(response, correlation);
}

/** Judges the response to a capture or to a lookup. */
export function judgePayment(response: PayfullResponse, correlation: readonly EvidenceCheck[]): Verdict {
  const code = response.ErrorCode ?? undefined;
  const reported = { major: response.total ?? undefined, currency: response.currency ?? undefined };
  const captureId = response.transaction_id ?? undefined;
  // A refusal may name nothing of ours, and its id could then be that of any payment.
  const isOurs = correlation.length > 0 && allAgree(correlation);
  const words = {
    providerCode: code,
    providerMessage: response.ErrorMSG ?? undefined,
    captureId: isOurs ? captureId : undefined,
  };
  if (response.status === 1) {
    return {
      status: 'captured',
      providerCode: code,
      captureId,
      reported,
      consistency: [mustBe('ErrorCode', '00', code), mustBe('type', 'Capture', response.type)],
      correlation,
      providerTime: localTime(response.time ?? undefined, TIME),
    };
  }
  if (response.status !== 0) return undecided('unknown_status', words);
  if (code === '00')
    return contradictory([mustBe('status', 1, response.status), mustBe('ErrorCode', '00', code)], words);
  const refusal = REFUSALS.get(code ?? '');
  if (code === DUPLICATE || DUPLICATE_HINTS.test(response.ErrorMSG ?? ''))
    return undecided('duplicate_reference', words);
  if (refusal === undefined) return undecided(rejectedCredentials(response) ?? 'unknown_status', words);
  const about = [...ifPresent('type', 'Capture', response.type), ...correlation];
  return refused(refusal, words, about, reported);
}

/** The code for a refusal of the credentials; absent where the response refuses something else. */
export function rejectedCredentials({ ErrorCode: code, ErrorMSG: message }: PayfullResponse): ErrorCode | undefined {
  const said = inBothCases(message ?? '');
  const rejects = REJECTS.test(said);
  if (code === INVALID_MERCHANT || (rejects && ACCOUNT.test(said))) return 'credentials_rejected';
  return rejects && HASH.test(said) ? 'signature_rejected' : undefined;
}

/** Lower case by the rules of either language: İ and I are different letters in Turkish. */
export function inBothCases(message: string): string {
  return `${message.toLowerCase()}\n${message.toLocaleLowerCase('tr')}`;
}
