import type { JsonObject } from '../../emulator/json.ts';
import { definedMembers } from '../../emulator/json.ts';
import type { DeclineReason } from '../../state/capture-state.ts';
import type { Authorization, Capture } from '../../state/ledger.ts';

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

/** *example*: every member but two. *documented*: description and tracking_id, which the example omits. */
export function captureTransaction(capture: Capture): JsonObject {
  const status = STATUSES[capture.state];
  const message = MESSAGES[capture.state];
  const at = capture.at.toISOString();
  return definedMembers({
    uid: capture.captureId,
    parent_uid: capture.authorizationId,
    type: 'capture',
    status,
    message,
    code: capture.state === 'declined' ? CODES[capture.reason ?? 'declined'] : undefined,
    created_at: at,
    updated_at: at,
    paid_at: capture.state === 'captured' ? at : undefined,
    amount: capture.amount.minor,
    currency: capture.amount.currency,
    description: 'Test transaction',
    tracking_id: capture.reference,
    test: true,
    method_type: 'bank_transfer',
    receipt_url: capture.details['receiptUrl'],
    capture: { message, ref_id: capture.details['refId'] ?? '', status },
  });
}

/** *third-party*: an authorization is a transaction of the same shape. */
export function authorizationTransaction(authorization: Authorization): JsonObject {
  const at = authorization.at.toISOString();
  return definedMembers({
    uid: authorization.id,
    type: 'authorization',
    status: 'successful',
    message: MESSAGES.captured,
    created_at: at,
    updated_at: at,
    amount: authorization.amount.minor,
    currency: authorization.amount.currency,
    description: 'Test transaction',
    tracking_id: authorization.reference,
    test: true,
    method_type: 'bank_transfer',
    authorization: { message: MESSAGES.captured, ref_id: '8889998', status: 'successful' },
  });
}
