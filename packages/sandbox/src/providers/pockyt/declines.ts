import type { DeclineReason } from '../../state/capture-state.ts';

/**
 * The declines that simulation values select. *third-party*: the values are PayPal's and case-sensitive; the page
 * prints one of them (`CCREJECT-BANK_ERROR`). *assumed*: that Pockyt passes the others on.
 */
export const SIMULATIONS: Readonly<Record<string, DeclineReason>> = {
  'CCREJECT-REFUSED': 'do-not-honor',
  'CCREJECT-SF': 'suspected-fraud',
  'CCREJECT-EC': 'expired-card',
  'CCREJECT-IRC': 'invalid-card',
  'CCREJECT-IF': 'insufficient-funds',
  'CCREJECT-LS': 'invalid-card',
  'CCREJECT-IA': 'invalid-card',
  'CCREJECT-BANK_ERROR': 'declined',
  'CCREJECT-CVV_F': 'wrong-cvv',
};

/** The message of a decline. *assumed*: the page shows no decline; the numbers are PayPal's for the same reasons. */
export const DECLINE_MESSAGES: Readonly<Record<DeclineReason, string>> = {
  'do-not-honor': '0500 do not honor',
  'suspected-fraud': '9500 suspected fraud',
  'expired-card': '5400 expired card',
  'invalid-card': '5180 invalid or restricted card',
  'insufficient-funds': '5120 insufficient funds',
  'wrong-cvv': '00N7 CVV failure',
  declined: '5100 generic decline',
};
