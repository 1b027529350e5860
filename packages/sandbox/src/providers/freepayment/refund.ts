import type { EmulatorContext } from '../../emulator/emulator.ts';
import type { EmulatorRequest, EmulatorResponse } from '../../emulator/http-types.ts';
import { readBody } from '../../emulator/read-body.ts';
import { anyObject, anyText, object, optional, positiveInteger, string } from '../../emulator/request-schema.ts';
import { checkRefund, findCaptured, refundable } from '../../emulator/reversal-rules.ts';
import type { Reversal } from '../../state/transactions.ts';
import { authenticate } from './credentials.ts';
import { reversalTransaction } from './transaction.ts';

// *third-party*: the gateway's page for refunds: names, and that reason is required and amount is not.
const fields = object({
  request: object({
    parent_uid: string({ max: 64 }),
    reason: anyText(255),
    amount: optional(positiveInteger),
    tracking_id: optional(string({ max: 255 })),
    additional_data: optional(anyObject),
  }),
});

/**
 * *third-party*: credits the customer; in parts, but never more than the capture or payment took. *assumed*: without an
 * amount all that is left.
 */
export function refund(request: EmulatorRequest, { ledger, ids, now }: EmulatorContext): EmulatorResponse {
  authenticate(request);
  const { request: sent } = fields(readBody(request), '');
  const capture = findCaptured(ledger, 'freepayment', { captureId: sent.parent_uid }, 'request.parent_uid');
  const minor = checkRefund(ledger, capture, sent.amount ?? refundable(ledger, capture), 'request.amount');
  const recorded: Reversal = {
    provider: 'freepayment',
    id: `${String(ids.next() + 1)}-${ids.hex(10)}`,
    kind: 'refund',
    parentId: capture.captureId,
    ...(sent.tracking_id !== undefined && { reference: sent.tracking_id }),
    amount: { ...capture.amount, minor },
    at: now(),
    details: { refId: ids.digits(7) },
  };
  ledger.recordReversal(recorded);
  return { status: 200, body: { transaction: reversalTransaction(recorded) } };
}
