import type { JsonObject } from '../../emulator/json.ts';
import { definedMembers } from '../../emulator/json.ts';
import type { Authorization, Capture, Reversal } from '../../state/transactions.ts';
import { Rejection } from '../../emulator/rejection.ts';
import { formatMajor, type Money } from '../../state/money.ts';
import { DECLINES, type Language } from './declines.ts';
import type { FoundOperation } from './operation-ids.ts';

interface Transaction {
  readonly type: string;
  readonly id: string;
  readonly amount: Money;
  readonly at: Date;
  readonly details?: Authorization['details'];
}

/** *example*: every member, of a capture. *third-party*: the same for the other operations. */
function transactionMembers({ type, id, amount, at, details }: Transaction): JsonObject {
  return definedMembers({
    type,
    status: 1,
    transaction_id: id,
    ErrorMSG: 'Success Transaction',
    ErrorCode: '00',
    passive_data: details?.['passiveData'],
    total: formatMajor(amount),
    currency: amount.currency,
    bank_id: 'Akbank',
    time: localTime(at),
  });
}

/** *documented*: on failure only status, ErrorCode and ErrorMSG are certain, so no others are sent. */
function declineMembers(reason: Capture['reason'], language: Language): JsonObject {
  const { code, [language]: message } = DECLINES[reason ?? 'declined'];
  return { status: 0, ErrorCode: code, ErrorMSG: message };
}

/** The response to a capture. */
export function captureResponse(capture: Capture, language: Language): JsonObject {
  if (capture.state === 'declined') return declineMembers(capture.reason, language);
  return transactionMembers({ ...capture, type: 'Capture', id: capture.captureId });
}

/** The response to a Preauth. */
export function authorizationResponse(authorization: Authorization, language: Language): JsonObject {
  if (authorization.state === 'declined') return declineMembers(authorization.reason, language);
  return transactionMembers({ ...authorization, type: 'Preauth' });
}

/** The response to a Cancel or a Return. */
export function reversalResponse(reversal: Reversal): JsonObject {
  return transactionMembers({ ...reversal, type: reversal.kind === 'void' ? 'Cancel' : 'Return' });
}

/**
 * *third-party*: the status of an operation, found by the merchant_trx_id that the merchant sent; of the real response
 * only a `date` is known. *assumed*: the members of the operation's own response, for a declined one too.
 */
export function statusResponse(found: FoundOperation, reference: string, language: Language): JsonObject {
  const { authorization, capture, reversal } = found;
  const transaction = capture ?? authorization ?? reversal;
  const own = capture
    ? transactionMembers({ ...capture, type: 'Capture', id: capture.captureId })
    : authorization
      ? transactionMembers({ ...authorization, type: 'Preauth' })
      : reversal && reversalResponse(reversal);
  if (!own || !transaction) throw new Rejection('transaction-not-found', 'merchant_trx_id', 'no such transaction');
  const declined = 'state' in transaction && transaction.state === 'declined' ? transaction : undefined;
  return {
    ...own,
    ...(declined && declineMembers(declined.reason, language)),
    merchant_trx_id: reference,
    date: localTime(transaction.at),
  };
}

/** *example*: day-month-year without a time zone. *assumed*: Turkish time, three hours ahead of UTC all year. */
export function localTime(at: Date): string {
  const [date = '', time = ''] = new Date(at.getTime() + 3 * 3_600_000).toISOString().split(/[T.]/);
  return `${date.split('-').reverse().join('-')} ${time}`;
}

/** A transaction id in the style of the example: year, day of the year, four letters, eight digits. */
export function transactionId(at: Date, letters: string, digits: string): string {
  const year = at.getUTCFullYear();
  const day = Math.floor((at.getTime() - Date.UTC(year, 0, 0)) / 86_400_000);
  return `${String(year % 100).padStart(2, '0')}${String(day).padStart(3, '0')}${letters}${digits}`;
}
