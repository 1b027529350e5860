import type { JsonObject } from '../../emulator/json.ts';
import { definedMembers } from '../../emulator/json.ts';
import type { DeclineReason } from '../../state/capture-state.ts';
import type { Capture } from '../../state/ledger.ts';
import { formatMajor } from '../../state/money.ts';

// *assumed*: the provider publishes no table of codes; these are ISO 8583 response codes, which Turkish banks use.
const DECLINES: Readonly<Record<DeclineReason, { readonly code: string; readonly en: string; readonly tr: string }>> = {
  'insufficient-funds': { code: '51', en: 'Insufficient funds', tr: 'Yetersiz bakiye' },
  'do-not-honor': { code: '05', en: 'Do not honour', tr: 'Onaylanmadı' },
  'expired-card': { code: '54', en: 'Expired card', tr: 'Süresi dolmuş kart' },
  'suspected-fraud': { code: '34', en: 'Suspected fraud', tr: 'Sahtekarlık şüphesi' },
  'invalid-card': { code: '14', en: 'Invalid card', tr: 'Geçersiz kart' },
  'wrong-cvv': { code: '82', en: 'Wrong CVV', tr: 'CVV hatalı' },
  declined: { code: '05', en: 'Do not honour', tr: 'Onaylanmadı' },
};

/** *documented*: the language of messages. */
export type Language = 'en' | 'tr';

/**
 * *example*: every member. *documented*: on failure only status, ErrorCode and ErrorMSG are certain, so no others are
 * sent.
 */
export function captureResponse(capture: Capture, language: Language): JsonObject {
  if (capture.state === 'declined') {
    const { code, [language]: message } = DECLINES[capture.reason ?? 'declined'];
    return { status: 0, ErrorCode: code, ErrorMSG: message };
  }
  return definedMembers({
    type: 'Capture',
    status: 1,
    transaction_id: capture.captureId,
    ErrorMSG: 'Success Transaction',
    ErrorCode: '00',
    passive_data: capture.details['passiveData'],
    total: formatMajor(capture.amount),
    currency: capture.amount.currency,
    bank_id: 'Akbank',
    time: localTime(capture.at),
  });
}

/**
 * *third-party*: the status of a transaction, found by the merchant_trx_id that the merchant sent; of the real response
 * only a `date` is known. *assumed*: the members of the capture's own response, for a declined one too.
 */
export function statusResponse(capture: Capture, language: Language): JsonObject {
  const { code, [language]: message } = DECLINES[capture.reason ?? 'declined'];
  const transaction = definedMembers({
    transaction_id: capture.captureId,
    passive_data: capture.details['passiveData'],
    total: formatMajor(capture.amount),
    currency: capture.amount.currency,
    bank_id: 'Akbank',
    time: localTime(capture.at),
    merchant_trx_id: capture.reference,
    date: localTime(capture.at),
  });
  return capture.state === 'declined'
    ? { type: 'Capture', status: 0, ErrorMSG: message, ErrorCode: code, ...transaction }
    : { type: 'Capture', status: 1, ErrorMSG: 'Success Transaction', ErrorCode: '00', ...transaction };
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
