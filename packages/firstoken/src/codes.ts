import type { ErrorCode } from '@capture/core';

/**
 * *third-party*: HTTP statuses that refuse a request. 403 concerns the key or the source address. 500 is a fault of the
 * provider and refuses nothing.
 */
export const REFUSALS: Readonly<Record<number, ErrorCode>> = { 400: 'invalid_request', 403: 'credentials_rejected' };

/** Undocumented statuses: they refuse nothing, and only say why the outcome is unknown. */
export const DOUBTS: Readonly<Record<number, ErrorCode>> = { 401: 'credentials_rejected', 429: 'rate_limited' };

/**
 * *third-party*: reasons of one processor (Koin). Their place in a response is *assumed*, so the message is searched.
 * They refine a refusal and never cause one.
 */
export const REASONS: readonly (readonly [RegExp, ErrorCode])[] = [
  [/\bInsufficientFunds\b/, 'insufficient_funds'],
  [/\bInvalidCard\b/, 'card_invalid'],
  [/\bExpiredCard\b/, 'card_expired'],
  [/\bStolenCard\b/, 'card_lost_or_stolen'],
  [/\bInvalidConfiguration\b/, 'operation_not_allowed'],
  [/\bInvalidData\b/, 'invalid_request'],
];

/**
 * *third-party*: the `response_code` of an approved payment in transaction details, the only one that is shown.
 * *assumed*: any other one means a refusal, and this one never does.
 */
export const APPROVED = '00';
