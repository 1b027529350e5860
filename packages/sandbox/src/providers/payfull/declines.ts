import type { DeclineReason } from '../../state/capture-state.ts';

/** *documented*: the language of messages. */
export type Language = 'en' | 'tr';

/** *assumed*: the provider publishes no table of codes; these are ISO 8583 response codes, which Turkish banks use. */
export const DECLINES: Readonly<
  Record<DeclineReason, { readonly code: string; readonly en: string; readonly tr: string }>
> = {
  'insufficient-funds': { code: '51', en: 'Insufficient funds', tr: 'Yetersiz bakiye' },
  'do-not-honor': { code: '05', en: 'Do not honour', tr: 'Onaylanmadı' },
  'expired-card': { code: '54', en: 'Expired card', tr: 'Süresi dolmuş kart' },
  'suspected-fraud': { code: '34', en: 'Suspected fraud', tr: 'Sahtekarlık şüphesi' },
  'invalid-card': { code: '14', en: 'Invalid card', tr: 'Geçersiz kart' },
  'wrong-cvv': { code: '82', en: 'Wrong CVV', tr: 'CVV hatalı' },
  declined: { code: '05', en: 'Do not honour', tr: 'Onaylanmadı' },
};
