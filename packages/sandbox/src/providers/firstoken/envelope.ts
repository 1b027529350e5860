import type { JsonObject } from '../../emulator/json.ts';
import type { Authorization, Capture, Reversal } from '../../state/transactions.ts';
import { formatMajor } from '../../state/money.ts';

/** *example*: the response to a capture. The amount, a number in the request, is a string here. */
export function captureEnvelope(capture: Capture): JsonObject {
  const isDeclined = capture.state === 'declined';
  return {
    // *assumed*: `fail` with the details of the transaction for a decline.
    status: isDeclined ? 'fail' : 'success',
    message: isDeclined ? 'Capture declined' : 'Capture successful',
    data: {
      transaction_info: {
        type: 'capture_response',
        reference_code: capture.reference ?? '',
        transaction_id: capture.captureId,
        request_id: capture.details['requestId'] ?? '',
        // *example*: a successful capture has the inner status Pending: accepted, to be settled later.
        status: isDeclined ? 'Declined' : 'Pending',
        reconciliation_id: capture.details['reconciliationId'] ?? '',
        created_at: isoSeconds(capture.at),
      },
      order_info: {
        amount_details: { total_amount: formatMajor(capture.amount), currency: capture.amount.currency },
      },
    },
  };
}

/** *third-party*: the members of the response, and the status Authorized. *assumed*: the messages, and a decline. */
export function authorizationEnvelope(authorization: Authorization): JsonObject {
  const isDeclined = authorization.state === 'declined';
  const { id, amount, reference = '', details = {}, at } = authorization;
  return {
    status: isDeclined ? 'fail' : 'success',
    message: isDeclined ? 'Authorization declined' : 'Authorization successful',
    data: {
      transaction_info: {
        type: 'authorization_response',
        reference_code: reference,
        transaction_id: id,
        request_id: details['requestId'] ?? '',
        status: isDeclined ? 'Declined' : 'Authorized',
        reconciliation_id: details['reconciliationId'] ?? '',
        created_at: isoSeconds(at),
      },
      order_info: { amount_details: { total_amount: formatMajor(amount), currency: amount.currency } },
    },
  };
}

/** *third-party*: every member of the page's example, with its spelling. */
export function reversalEnvelope({ id, reference = '', details, at }: Reversal): JsonObject {
  return {
    status: 'success',
    message: 'Authorization reversal successfull',
    data: {
      transaction_info: {
        type: 'authorization_reversal_response',
        reference_code: reference,
        transaction_id: id,
        request_id: details['requestId'] ?? '',
        status: 'Reversed',
        created_at: isoSeconds(at),
      },
    },
  };
}

/** *example*: ISO 8601 in UTC, without fractions of a second. */
export function isoSeconds(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}
