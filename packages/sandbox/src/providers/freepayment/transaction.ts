import type { JsonObject, JsonValue } from '../../emulator/json.ts';
import { definedMembers } from '../../emulator/json.ts';
import type { Authorization, Capture, Reversal } from '../../state/transactions.ts';
import { AUTHORIZATION_STATES, CODES, MESSAGES, STATUSES } from './statuses.ts';

const DESCRIPTION = 'Test transaction';
const METHOD = 'bank_transfer';

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
