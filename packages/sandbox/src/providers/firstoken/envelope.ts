import type { JsonObject } from '../../emulator/json.ts';
import type { Capture } from '../../state/ledger.ts';
import { formatMajor } from '../../state/money.ts';

/** *sample*: the answer to a capture. The amount, a number in the request, is text here. */
export function captureEnvelope(capture: Capture): JsonObject {
  const isDeclined = capture.state === 'declined';
  return {
    // *guess*: `fail` with the details of the transaction for a decline.
    status: isDeclined ? 'fail' : 'success',
    message: isDeclined ? 'Capture declined' : 'Capture successful',
    data: {
      transaction_info: {
        type: 'capture_response',
        reference_code: capture.reference ?? '',
        transaction_id: capture.captureId,
        request_id: capture.details['requestId'] ?? '',
        // *sample*: a capture that went well answers Pending inside: accepted, to be settled later.
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

/** *sample*: ISO 8601 in UTC, without fractions of a second. */
export function isoSeconds(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}
