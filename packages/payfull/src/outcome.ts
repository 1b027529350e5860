import type { Check, ErrorCode } from '@capture/core';
import {
  contradictory,
  declined,
  ifPresent,
  localTime,
  mustBe,
  mustNotBe,
  undecided,
  type JudgeContext,
  type Verdict,
} from '@capture/core/provider';
import type { CheckedPayfullRequest } from './request.ts';
import type { PayfullAnswer } from './response.ts';

/**
 * *assumed*: nobody publishes a table of `ErrorCode`. Turkish acquirers answer with ISO 8583 response codes; only those that clearly refuse are here, and every other code
 * is `unknown`.
 */
const REFUSALS = new Map<string | undefined, ErrorCode>([
  ['04', 'card_lost_or_stolen'],
  ['05', 'declined'],
  ['14', 'card_invalid'],
  ['34', 'suspected_fraud'],
  ['41', 'card_lost_or_stolen'],
  ['43', 'card_lost_or_stolen'],
  ['51', 'insufficient_funds'],
  ['54', 'card_expired'],
  ['57', 'operation_not_allowed'],
  ['59', 'suspected_fraud'],
  ['61', 'limit_exceeded'],
  ['65', 'limit_exceeded'],
  ['82', 'cvv_invalid'],
]);

/** *assumed*: words, in both languages of the messages, that hint at an earlier capture, perhaps ours. They only ever turn a refusal into doubt. */
const EARLIER = /duplica|already|captured|settled|mükerrer|zaten|daha önce/i;

/** *example*: 08-09-2016 03:17:44. Day before month is shown by another sample of the vendor (20-02-2018). The page names no zone. */
const TIME = /^(?<day>\d{2})-(?<month>\d{2})-(?<year>\d{4}) (?<hour>\d{2}):(?<minute>\d{2}):(?<second>\d{2})$/;

/** *documented*: success is `status` 1 with `ErrorCode` 00 of a `Capture`, for the total that was asked. There is no pending state. */
export function judge(answer: PayfullAnswer, { request }: JudgeContext<unknown, CheckedPayfullRequest>): Verdict {
  const identity = [
    ...ifPresent('merchant_trx_id', request.reference, answer.merchant_trx_id),
    ...ifPresent('passive_data', request.notes, answer.passive_data),
  ];
  return judgePayment(answer, identity, request.authorizationId);
}

/** What an answer about a capture says, whether it came by itself or was looked up. */
export function judgePayment(answer: PayfullAnswer, identity: readonly Check[], authorizationId?: string): Verdict {
  const code = answer.ErrorCode ?? undefined;
  const reported = { major: answer.total ?? undefined, currency: answer.currency ?? undefined };
  const words = { providerCode: code, providerMessage: answer.ErrorMSG ?? undefined };
  if (answer.status === 1) {
    const id = answer.transaction_id ?? undefined;
    return {
      status: 'captured',
      providerCode: code,
      captureId: id,
      reported,
      agreement: [mustBe('ErrorCode', '00', code), mustBe('type', 'Capture', answer.type)],
      // *example*: a capture has an id of its own. What has the preauthorization's is the preauthorization.
      identity: [...identity, ...mustNotBe('transaction_id', authorizationId, id)],
      providerTime: localTime(answer.time ?? undefined, TIME),
    };
  }
  if (answer.status !== 0) return undecided('unknown_status', words);
  if (code === '00') return contradictory([mustBe('status', 1, answer.status), mustBe('ErrorCode', '00', code)], words);
  const refusal = REFUSALS.get(code);
  if (refusal === undefined) return undecided('unknown_status', words);
  const about = [...ifPresent('type', 'Capture', answer.type), ...identity];
  return declined(EARLIER.test(answer.ErrorMSG ?? '') ? 'duplicate_reference' : refusal, words, about, reported);
}
