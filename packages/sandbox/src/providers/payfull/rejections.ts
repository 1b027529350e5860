import type { EmulatorRequest, EmulatorResponse } from '../../emulator/http-types.ts';
import type { Rejection, RejectionKind } from '../../emulator/rejection.ts';
import { fieldOf } from './request.ts';

interface ErrorMessage {
  readonly status?: number;
  readonly code: string;
  readonly en: string;
  readonly tr: string;
}

const FORMAT: ErrorMessage = { code: '30', en: 'Wrong or missing parameter', tr: 'Hatalı veya eksik parametre' };

// *assumed*: the provider publishes no table of codes; these are ISO 8583 response codes, which Turkish banks use.
const MESSAGES: Readonly<Partial<Record<RejectionKind, ErrorMessage>>> = {
  credentials: { code: '03', en: 'Wrong merchant or hash', tr: 'Üye işyeri veya hash hatalı' },
  'authorization-not-found': { code: '25', en: 'Transaction not found', tr: 'İşlem bulunamadı' },
  'transaction-not-found': { code: '25', en: 'Transaction not found', tr: 'İşlem bulunamadı' },
  'already-captured': { code: '12', en: 'Transaction is already captured', tr: 'İşlem zaten kapatılmış' },
  'authorization-voided': { code: '12', en: 'Transaction is cancelled', tr: 'İşlem iptal edilmiş' },
  'authorization-expired': { code: '12', en: 'Preauth has expired', tr: 'Ön provizyonun süresi dolmuş' },
  'authorization-not-approved': { code: '12', en: 'Preauth was declined', tr: 'Ön provizyon reddedilmiş' },
  'capture-not-found': { code: '25', en: 'Transaction not found', tr: 'İşlem bulunamadı' },
  'not-captured': { code: '12', en: 'Transaction was declined', tr: 'İşlem reddedilmiş' },
  'already-refunded': { code: '12', en: 'Transaction is already returned', tr: 'İşlem zaten iade edilmiş' },
  settled: { code: '12', en: 'The day has ended: use Return', tr: 'Gün sonu yapılmış, iade kullanınız' },
  'amount-too-high': { code: '13', en: 'Total is more than the Preauth', tr: 'Tutar ön provizyondan fazla' },
  'duplicate-reference': { code: '94', en: 'Duplicate merchant_trx_id', tr: 'merchant_trx_id tekrar ediyor' },
  'content-type': { ...FORMAT, status: 415 },
  'no-such-path': { ...FORMAT, status: 404 },
  unauthorized: { code: '03', en: 'Wrong merchant or hash', tr: 'Üye işyeri veya hash hatalı', status: 401 },
  'rate-limited': { code: '96', en: 'Too many requests', tr: 'Çok fazla istek', status: 429 },
  'server-error': { code: '96', en: 'System error', tr: 'Sistem hatası', status: 500 },
};

/**
 * A refusal. *third-party*: status 0, ErrorCode and ErrorMSG; no other member is certain. *documented*: the message is
 * in the requested language.
 */
export function rejectionResponse(rejection: Rejection, request: EmulatorRequest): EmulatorResponse {
  const error = MESSAGES[rejection.kind] ?? FORMAT;
  const language = fieldOf(request, 'language') === 'tr' ? 'tr' : 'en';
  const message = rejection.path ? `${error[language]}: ${rejection.path}` : error[language];
  return { status: error.status ?? 200, body: { status: 0, ErrorCode: error.code, ErrorMSG: message } };
}
