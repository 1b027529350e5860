import { codeTable } from '@capture/core/provider';

/** *third-party*: the call was processed. The outcome of the payment is in `result.status`. */
export const PROCESSED = '000100';

/**
 * *third-party*, the vendor's "Error Codes": those that clearly refuse a request before any charge. 000040 is left out
 * on purpose: it is "an issue with the status of the transaction" on one page (perhaps already paid) and "account
 * balance is not sufficient" on another.
 */
export const REFUSALS = codeTable({
  invalid_request: '000010 000020 000021 000022 000023',
  operation_not_allowed: '000030',
});

/** *third-party*: "system error" and "supplier failed", which leave the outcome of the payment open. */
export const FAULTS = codeTable({ provider_error: '000000 000080' });

/**
 * *assumed*: no code for a repeated reference is published, so any response that mentions one, or something that
 * already exists, may indicate an earlier capture.
 */
export const DUPLICATE_HINTS = /duplica|repeat|already|exist(?:s|ed)\b|reference|重复|已存在/i;

/** *assumed*: no code for a wrong signature is published. These words only refine the error code. */
export const SIGNATURE = /verify ?sign|signature/i;
