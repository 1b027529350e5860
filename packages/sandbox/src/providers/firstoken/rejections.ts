import type { EmulatorResponse } from '../../emulator/http-types.ts';
import type { Rejection, RejectionKind } from '../../emulator/rejection.ts';

// *third-party*: 400 for missing or wrong values, 403 for a key or source address that is not allowed, 500 for a
// temporary failure, and no others. *assumed*: the messages.
const STATUS: Readonly<Partial<Record<RejectionKind, number>>> = {
  credentials: 403,
  'no-such-path': 404,
  'transaction-not-found': 404,
  unauthorized: 401,
  'rate-limited': 429,
  'server-error': 500,
};

const MESSAGES: Readonly<Partial<Record<RejectionKind, string>>> = {
  'authorization-not-found': 'Transaction not found',
  'already-captured': 'Transaction already captured',
  'amount-too-high': 'Amount is greater than the authorized amount',
  'authorization-voided': 'Authorization already reversed',
  'authorization-expired': 'Authorization has expired',
  'authorization-not-approved': 'Authorization was declined',
};

/** A refusal. *documented*: status, message and data. *third-party*: data is an empty string on failure. */
export function rejectionResponse(rejection: Rejection): EmulatorResponse {
  const message =
    MESSAGES[rejection.kind] ?? (rejection.path ? `${rejection.path}: ${rejection.message}` : rejection.message);
  const status = STATUS[rejection.kind] ?? 400;
  return { status, body: { status: status >= 500 ? 'error' : 'fail', message, data: '' } };
}
