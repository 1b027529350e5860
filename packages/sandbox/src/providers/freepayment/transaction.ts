import type { JsonObject, JsonValue } from '../../emulator/json.ts';
import { definedMembers } from '../../emulator/json.ts';
import type { DeclineReason } from '../../state/capture-state.ts';
import type { Authorization, Capture, Reversal } from '../../state/transactions.ts';

const DESCRIPTION = 'Test transaction';
const METHOD = 'bank_transfer';

/** An authorization stays successful when it is voided: the void is a transaction of its own. */
const AUTHORIZATION_STATES = {
  authorized: 'captured',
  voided: 'captured',
  pending: 'pending',
  declined: 'declined',
} as const;

const STATUSES = { captured: 'successful', pending: 'pending', declined: 'failed' } as const;

const MESSAGES = {
  captured: 'The operation was successfully processed',
  pending: 'The operation is being processed',
  declined: 'The operation was declined',
} as const;

// *third-party*: the gateway's table of result codes. *assumed*: that a response of this API has one as `code`, and
// that a plain decline is the issuer's "do not honor": F.0999, for an unknown reason, does not mean a decline.
const CODES: Readonly<Record<DeclineReason, string>> = {
  'do-not-honor': 'F.0105',
  'expired-card': 'F.0111',
  'wrong-cvv': 'F.0112',
  'insufficient-funds': 'F.0114',
  'suspected-fraud': 'F.0116',
  'invalid-card': 'F.0127',
  declined: 'F.0105',
};

/**
 * *example*: every member but two. *documented*: description and tracking_id, which the example omits. *third-party*:
 * a payment differs in its type and has no parent.
 */
export function captureTransaction(capture: Capture): JsonObject {
  const status = STATUSES[capture.state];
  const message = MESSAGES[capture.state];
  const at = capture.at.toISOString();
  const { type = 'capture', description = DESCRIPTION, methodType = METHOD, refId = '' } = capture.details;
  return definedMembers<JsonValue>({
    uid: capture.captureId,
    parent_uid: capture.authorizationId,
    type,
    status,
    message,
    code: capture.state === 'declined' ? CODES[capture.reason ?? 'declined'] : undefined,
    created_at: at,
    updated_at: at,
    paid_at: capture.state === 'captured' ? at : undefined,
    amount: capture.amount.minor,
    currency: capture.amount.currency,
    description,
    tracking_id: capture.reference,
    test: true,
    method_type: methodType,
    receipt_url: capture.details['receiptUrl'],
    [type]: { message, ref_id: refId, status },
  });
}

/** *third-party*: an authorization is a transaction of the same shape. */
export function authorizationTransaction(authorization: Authorization): JsonObject {
  const at = authorization.at.toISOString();
  const state = AUTHORIZATION_STATES[authorization.state];
  const status = STATUSES[state];
  const message = MESSAGES[state];
  const { description = DESCRIPTION, methodType = METHOD, refId = '8889998' } = authorization.details ?? {};
  return definedMembers<JsonValue>({
    uid: authorization.id,
    type: 'authorization',
    status,
    message,
    code: state === 'declined' ? CODES[authorization.reason ?? 'declined'] : undefined,
    created_at: at,
    updated_at: at,
    amount: authorization.amount.minor,
    currency: authorization.amount.currency,
    description,
    tracking_id: authorization.reference,
    test: true,
    method_type: methodType,
    authorization: { message, ref_id: refId, status },
  });
}

/** *third-party*: a void and a refund are transactions of the same shape. Their parent does not change by them. */
export function reversalTransaction(reversal: Reversal): JsonObject {
  const at = reversal.at.toISOString();
  const message = MESSAGES.captured;
  return definedMembers<JsonValue>({
    uid: reversal.id,
    parent_uid: reversal.parentId,
    type: reversal.kind,
    status: 'successful',
    message,
    created_at: at,
    updated_at: at,
    paid_at: at,
    amount: reversal.amount.minor,
    currency: reversal.amount.currency,
    tracking_id: reversal.reference,
    test: true,
    method_type: METHOD,
    receipt_url: `https://account.freepayment.online/customer/transactions/${reversal.parentId}/${reversal.id}`,
    [reversal.kind]: { message, ref_id: reversal.details['refId'] ?? '', status: 'successful' },
  });
}
