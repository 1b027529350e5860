import type { EmulatorRequest, EmulatorResponse } from '../../emulator/http-types.ts';
import type { Rejection, RejectionKind } from '../../emulator/rejection.ts';
import { fieldOf } from './request.ts';

interface Words {
  readonly status?: number;
  readonly code: string;
  readonly en: string;
  readonly tr: string;
}

const FORMAT: Words = { code: '30', en: 'Wrong or missing parameter', tr: 'Hatalı veya eksik parametre' };

// *guess*: the provider publishes no table of codes; these are ISO 8583 response codes, which Turkish banks use.
const WORDS: Readonly<Partial<Record<RejectionKind, Words>>> = {
  credentials: { code: '03', en: 'Wrong merchant or hash', tr: 'Üye işyeri veya hash hatalı' },
  'authorization-not-found': { code: '25', en: 'Transaction not found', tr: 'İşlem bulunamadı' },
  'transaction-not-found': { code: '25', en: 'Transaction not found', tr: 'İşlem bulunamadı' },
  'already-captured': { code: '12', en: 'Transaction is already captured', tr: 'İşlem zaten kapatılmış' },
  'amount-too-high': { code: '13', en: 'Total is more than the Preauth', tr: 'Tutar ön provizyondan fazla' },
  'duplicate-reference': { code: '94', en: 'Duplicate merchant_trx_id', tr: 'merchant_trx_id tekrar ediyor' },
  'content-type': { ...FORMAT, status: 415 },
  'no-such-path': { ...FORMAT, status: 404 },
  unauthorized: { code: '03', en: 'Wrong merchant or hash', tr: 'Üye işyeri veya hash hatalı', status: 401 },
  'rate-limited': { code: '96', en: 'Too many requests', tr: 'Çok fazla istek', status: 429 },
  'server-error': { code: '96', en: 'System error', tr: 'Sistem hatası', status: 500 },
};

/** A refusal. *peer*: status 0, ErrorCode and ErrorMSG, and nothing else is certain. *page*: the message is in the language asked for. */
export function rejectionResponse(rejection: Rejection, call: EmulatorRequest): EmulatorResponse {
  const words = WORDS[rejection.kind] ?? FORMAT;
  const language = fieldOf(call, 'language') === 'tr' ? 'tr' : 'en';
  const text = rejection.path ? `${words[language]}: ${rejection.path}` : words[language];
  return { status: words.status ?? 200, body: { status: 0, ErrorCode: words.code, ErrorMSG: text } };
}
