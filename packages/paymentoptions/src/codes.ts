import type { ErrorCode } from '@capture/core';
import { codeTable } from '@capture/core/provider';

/**
 * *third-party*: the vendor's manual of 2023 lists 203 values of `payment_details.response_code`, section "Response
 * Codes". These clearly refuse; the error code of each is *assumed*. Those with two meanings are listed only where both
 * refuse.
 */
const REFUSALS = codeTable({
  declined: '4 5 62 65 82 89 93 577 606 972 973 975',
  insufficient_funds: '51 583 584',
  card_expired: '54 605',
  card_invalid: '14 15 39 52 53 78 586 588 589',
  card_lost_or_stolen: '41 43 587 608',
  cvv_invalid: '580 581 835',
  suspected_fraud: '34 59',
  authentication_failed: '579 937',
  limit_exceeded: '61 75',
  amount_exceeds_authorization: '836',
  operation_not_allowed: '3 57 58 458',
  invalid_request: '12 13 397 398 590 591 592 593 594 595 596 597 598 599 600 601 602 603 604',
});

/**
 * *third-party*: listed values that leave the outcome open: faults and time-outs of a network or an acquirer, results
 * that are "unclear", and messages that were received before.
 */
const OPEN = codeTable({
  duplicate_reference: '94 451',
  provider_error: `-1 28 68 80 91 92 96 ${range(443, 450)} ${range(452, 457)} 459 460 ${range(675, 683)} ${range(694, 705)}`,
});

/** The error code of a response code: of a refusal, or else the reason for which the outcome is unknown. */
export function meaningOf(code: string | number): { readonly refuses: boolean; readonly code: ErrorCode } {
  const refusal = REFUSALS.get(String(code));
  if (refusal !== undefined) return { refuses: true, code: refusal };
  // Unclear (1, 2, 6, 20, …), approved all the same (8, 10, 85), pending (578), "Unknown" (1295), or not listed.
  return { refuses: false, code: OPEN.get(String(code)) ?? 'unknown_status' };
}

function range(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).join(' ');
}

/**
 * *third-party*, the provider's page "Gateway Error Codes": risk rules that stop a payment (with response codes from
 * -8000 down). The mapping to error codes is *assumed*. ERR3019 and ERR3020 are rules for refunds, and other families
 * are undocumented: all of them are `unknown`.
 */
export const RISK_RULES: readonly (readonly [RegExp, ErrorCode])[] = [
  [/^ERR300[15]$/, 'suspected_fraud'], // blacklists
  [/^ERR30(?:0[2347]|1[78])$/, 'declined'], // IP address, BIN, card number
  [/^ERR30(?:0[689]|1[0-6])$/, 'limit_exceeded'], // the allowed range of the amount, limits per card and IP address
];

/** *third-party*, the provider's page "HTTP Response". The mapping to error codes is *assumed*. */
export const STATUS_CODES: Readonly<Record<number, ErrorCode>> = {
  400: 'invalid_request',
  401: 'credentials_rejected',
  404: 'authorization_not_found',
  406: 'card_invalid',
  412: 'authorization_not_capturable',
  429: 'rate_limited',
};

/** Those of them that the page lists as refusals. 429 is undocumented. */
export const REFUSING = [400, 401, 404, 406, 412];

/** *third-party*: the family of the gateway's own codes; one source writes it `Err3001`. */
export const GATEWAY_CODE = /^(?:ERR|VAL)\d{4}$/;

/** *third-party*: the response codes of the risk rules begin here and go down. */
export const FIRST_RULE = -8000;
