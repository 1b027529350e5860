import type { Check, ProviderTime } from '@capture/core';
import {
  allAgree,
  codeTable,
  contradictory,
  declined,
  ifPresent,
  isoTime,
  localTime,
  mustBe,
  undecided,
  type JudgeContext,
  type ProviderWords,
  type UnknownVerdict,
  type Verdict,
} from '@capture/core/provider';
import type { CheckedPockytRequest } from './request.ts';
import type { PockytAnswer, PockytPayment } from './response.ts';

/** *third-party*: the call was processed; what became of the payment is in `result.status`. */
export const PROCESSED = '000100';

/**
 * *third-party*, the vendor's "Error Codes": those that clearly refuse a request before any money is asked for. Left out on purpose: 000000 (system error) and 000080 (supplier failed) do not say what
 * happened, and 000040 is "an issue with the status of the transaction" on one page (perhaps paid already) and "account balance is not sufficient" on another.
 */
const REFUSALS = codeTable({
  invalid_request: '000010 000020 000021 000022 000023',
  operation_not_allowed: '000030',
});
/** *third-party*: faults of the provider, which say nothing of the payment. */
const FAULTS = codeTable({ provider_error: '000000 000080' });

/** *assumed*: no code for a repeated reference is published, so every answer that speaks of one, or of something that is there already, may be the trace of an earlier capture. */
const DUPLICATE = /duplica|repeat|already|exist(?:s|ed)\b|reference|重复|已存在/i;
/** *assumed*: neither is one for a wrong signature. The words only choose the finer code. */
const SIGNATURE = /verify ?sign|signature/i;
/** *third-party*: `YYYYMMDDHHMMSS`. */
const TIME = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})$/;

/** *third-party*: success is `ret_code` 000100 with `result.status` success, for the reference and the amount that were asked. */
export function judge(answer: PockytAnswer, { request }: JudgeContext<unknown, CheckedPockytRequest>): Verdict {
  const { status, reference, transactionNo, amount, currency } = answer.result ?? {};
  const words = wordsOf(answer);
  // *third-party*: the vendor's sample of a pending answer names neither reference nor amount. It claims no money, so it is believed; where it names them they must agree.
  const identity =
    status === 'success'
      ? [mustBe('reference', request.reference, reference)]
      : ifPresent('reference', request.reference, reference);
  if (!isAccepted(answer) && DUPLICATE.test(answer.ret_msg ?? '')) return undecided('duplicate_reference', words);
  if (saysOfPayment(answer)) return judgePayment(answer, identity);
  const refusal = judgeCall(answer);
  if (!REFUSALS.has(answer.ret_code)) return refusal;
  // *assumed*: what is refused becomes no payment: none in any state but `failed`, and none with an id.
  const none = [...ifPresent('status', 'failed', status), ...ifPresent('transactionNo', '(absent)', transactionNo)];
  if (!allAgree(none)) return contradictory(none, words);
  return declined(refusal.code, words, identity, { major: amount ?? undefined, currency: currency ?? undefined });
}

/** Whether an answer is about the payment and not about the call. */
export function saysOfPayment(answer: PockytAnswer): boolean {
  return answer.ret_code === PROCESSED || isAccepted(answer);
}

function isAccepted({ result }: PockytAnswer): boolean {
  return result?.status === 'success' || result?.status === 'pending';
}

/** What an answer says of a payment, whether it came by itself, was looked up, or was notified. */
export function judgePayment(answer: PockytAnswer, identity: readonly Check[]): Verdict {
  const result: Partial<PockytPayment> = answer.result ?? {};
  const { status, amount, currency } = result;
  const reported = { major: amount ?? undefined, currency: currency ?? undefined };
  const ours = [...identity, ...ifPresent('transactionType', 'payment', result.transactionType)];
  if (status === 'failed') return declined('declined', wordsOf(answer), ours, reported);
  if (!isAccepted(answer)) return undecided('unknown_status', wordsOf(answer));
  return {
    status: status === 'success' ? 'captured' : 'pending',
    providerCode: answer.ret_code,
    captureId: result.transactionNo ?? undefined,
    reported,
    amountOptional: (amount ?? currency ?? undefined) === undefined,
    agreement: [mustBe('ret_code', PROCESSED, answer.ret_code)],
    identity: ours,
    providerTime: timeOf(result),
    redirect: [result.authenticationUrl, result.authUrl].find((url) => url?.startsWith('https://')) ?? undefined,
  };
}

/** A refusal of the call, which by itself says nothing of the payment. */
export function judgeCall(answer: PockytAnswer): UnknownVerdict {
  const code = FAULTS.get(answer.ret_code) ?? REFUSALS.get(answer.ret_code) ?? 'unknown_status';
  return undecided(SIGNATURE.test(answer.ret_msg ?? '') ? 'signature_rejected' : code, wordsOf(answer));
}

function wordsOf({ ret_code: code, ret_msg: message, result }: PockytAnswer): ProviderWords {
  // With 000100 the code says "success" whatever became of the payment: the status is the telling word then.
  const telling = code === PROCESSED ? (result?.status ?? code) : code;
  return { providerCode: telling, providerMessage: message ?? undefined };
}

function timeOf({ paymentTime, completedAt, time }: Partial<PockytPayment>): ProviderTime | undefined {
  return isoTime(paymentTime ?? completedAt ?? undefined) ?? localTime(time ?? undefined, TIME);
}
