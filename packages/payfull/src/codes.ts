import { codeTable } from '@capture/core/provider';

/**
 * *assumed*: no table of `ErrorCode` is published. Turkish acquirers use ISO 8583 response codes. Only those that
 * clearly decline are listed; any other code is `unknown`.
 */
export const REFUSALS = codeTable({
  declined: '05',
  insufficient_funds: '51',
  card_expired: '54',
  card_invalid: '14',
  card_lost_or_stolen: '04 41 43',
  cvv_invalid: '82',
  suspected_fraud: '34 59',
  limit_exceeded: '61 65',
  operation_not_allowed: '57',
});

/**
 * *assumed*: words, in both languages of the messages, that may indicate an earlier capture, perhaps this one. They can
 * only turn a refusal into `unknown`.
 */
export const DUPLICATE_HINTS = /duplica|already|captured|settled|mükerrer|zaten|daha önce/i;

/** *assumed*: 94 is "duplicate transmission" in ISO 8583: it may be that of this capture. */
export const DUPLICATE = '94';

/** *assumed*: 03 is "invalid merchant" in ISO 8583, whose codes Turkish acquirers use. */
export const INVALID_MERCHANT = '03';

/**
 * *assumed*: words, in both languages of the messages, that reject the account or the hash. They are evidence of the
 * configuration, not of money: the outcome stays unknown. `merchant_trx_id` is none of them.
 */
export const ACCOUNT = /\bmerchant\b|\bpassword\b|\bcredentials?\b|üye iş ?yeri|parola/;
/** *assumed*: words for the hash. */
export const HASH = /\bhash\b|\bsignature\b|\bimza/;
/** *assumed*: words that reject what they are about. */
export const REJECTS =
  /wrong|invalid|incorrect|unknown|mismatch|not (?:found|valid|match|authori[sz]ed)|hatalı|geçersiz|yanlış|tanımsız|bulunamadı|uyuşmuyor|yetkisiz/;
