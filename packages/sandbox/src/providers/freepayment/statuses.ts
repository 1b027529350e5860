import type { DeclineReason } from '../../state/capture-state.ts';

/** An authorization stays successful when it is voided: the void is a transaction of its own. */
export const AUTHORIZATION_STATES = {
  authorized: 'captured',
  voided: 'captured',
  pending: 'pending',
  declined: 'declined',
} as const;

/** *documented*: successful. *third-party*: the other statuses. */
export const STATUSES = { captured: 'successful', pending: 'pending', declined: 'failed' } as const;

/** *example*: the first. *assumed*: the others. */
export const MESSAGES = {
  captured: 'The operation was successfully processed',
  pending: 'The operation is being processed',
  declined: 'The operation was declined',
} as const;

/**
 * *third-party*: the gateway's table of result codes. *assumed*: that a response of this API has one as `code`, and
 * that a plain decline is the issuer's "do not honor": F.0999, for an unknown reason, does not mean a decline.
 */
export const CODES: Readonly<Record<DeclineReason, string>> = {
  'do-not-honor': 'F.0105',
  'expired-card': 'F.0111',
  'wrong-cvv': 'F.0112',
  'insufficient-funds': 'F.0114',
  'suspected-fraud': 'F.0116',
  'invalid-card': 'F.0127',
  declined: 'F.0105',
};
