import type { ErrorCode } from '@capture/core';
import { codeTable } from '@capture/core/provider';

/** *example*: successful. *third-party*: the others. Any other status, such as `initial`, is unknown. */
export const STATES = codeTable({
  captured: 'successful',
  pending: 'pending incomplete processing',
  declined: 'failed expired',
});

/**
 * *third-party*: the vendor's result codes (01xx for cards, 02xx for other methods) by meaning. *assumed*: the error
 * code of each. Faults of a provider, unknown reasons (F.0399, F.0997, F.0999, P.9999) and unlisted codes prove
 * nothing.
 */
export const MEANINGS = codeTable({
  captured: 'S.0000',
  pending: 'P.0001 P.0220 P.0619',
  declined: 'F.0105 F.0132 F.0998',
  insufficient_funds: 'F.0114 F.0207',
  card_expired: 'F.0111',
  card_invalid: 'F.0100 F.0101 F.0126 F.0127 F.0133 F.0202 F.0203 F.0221',
  cvv_invalid: 'F.0112',
  suspected_fraud: 'F.0115 F.0116 F.0217',
  authentication_failed: 'F.0129 F.0130 F.0131 F.0134 F.0206 F.0996',
  limit_exceeded: 'F.0123 F.0124 F.0125',
  authorization_not_found: 'F.0110 F.0204',
  authorization_expired: 'F.0109 F.0205',
  currency_not_supported: 'F.0113 F.0214',
  invalid_request: 'F.0128 F.0216 F.0218',
  operation_not_allowed: 'F.0104 F.0106 F.0107 F.0208 F.0209 F.0213',
  credentials_rejected: 'F.0102 F.0201',
  signature_rejected: 'F.0103 F.0219',
  duplicate_reference: 'F.0108 F.0135 F.0215',
  provider_error: 'F.0117 F.0118 F.0119 F.0120 F.0121 F.0122 F.0210 F.0211 F.0212 F.0222',
} satisfies Partial<Record<Reason, string>>);

/** *third-party*: 401 and 422. *assumed*: the others. A refusal with any other HTTP status is not understood. */
export const REFUSALS = codeTable({
  credentials_rejected: '401 403',
  authorization_not_found: '404',
  invalid_request: '422',
  rate_limited: '429',
});

/**
 * *assumed*: words in a refusal, in its values or names, that may indicate an earlier capture, perhaps this one. They
 * can only turn a refusal into `unknown`.
 */
export const DUPLICATE_HINTS = /duplica|mükerrer|already|captur(?:ed|ad)|settled/i;

/** *third-party*: the message with which the vendor's card product refuses an overcapture. */
export const EXCEEDS_AUTHORIZATION = /\bamount can['’]t be greater than/i;

/** The meaning of a code: a state, or the reason of a refusal. */
export type Reason = ErrorCode | 'captured' | 'pending';
