import { definedMembers } from '../../emulator/json.ts';
import type { JsonObject } from '../../emulator/json.ts';
import type { Authorization, Capture } from '../../state/ledger.ts';
import type { DeclineReason } from '../../state/capture-state.ts';

const STATUS_WORDS = { captured: 'successful', pending: 'pending', declined: 'failed' } as const;

const MESSAGES = {
  captured: 'The operation was successfully processed',
  pending: 'The operation is being processed',
  declined: 'The operation was declined',
} as const;

// *peer*: the gateway's table of result codes. *guess*: that an answer of this dialect carries one as `code`, and that
// a plain decline is the bank's "do not honor": F.0999, the code of an unknown reason, does not say that it declined.
const CODES: Readonly<Record<DeclineReason, string>> = {
  'do-not-honor': 'F.0105',
  'expired-card': 'F.0111',
  'wrong-cvv': 'F.0112',
  'insufficient-funds': 'F.0114',
  'suspected-fraud': 'F.0116',
  'invalid-card': 'F.0127',
  declined: 'F.0105',
};

/** *sample*: every member but two. *page*: description and tracking_id, which the sample leaves out. */
export function captureTransaction(capture: Capture): JsonObject {
  const status = STATUS_WORDS[capture.state];
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

/** *peer*: an authorization is a transaction of the same shape. */
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
