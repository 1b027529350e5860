import type { EmulatorContext } from '../../emulator/emulator.ts';
import type { EmulatorRequest, EmulatorResponse } from '../../emulator/http-types.ts';
import { readBody } from '../../emulator/read-body.ts';
import { Rejection } from '../../emulator/rejection.ts';
import { object, positiveInteger, string } from '../../emulator/request-schema.ts';
import { findVoidable } from '../../emulator/reversal-rules.ts';
import type { Reversal } from '../../state/transactions.ts';
import { authenticate } from './credentials.ts';
import { reversalTransaction } from './transaction.ts';

// *third-party*: the gateway's card API has these two, both required.
const fields = object({ request: object({ parent_uid: string({ max: 64 }), amount: positiveInteger }) });

/**
 * *third-party*: voids are on the page of the gateway's card API. *assumed*: at this path too, of the whole amount, and
 * of an uncaptured authorization only.
 */
export function voidAuthorization(request: EmulatorRequest, context: EmulatorContext): EmulatorResponse {
  authenticate(request);
  const { request: sent } = fields(readBody(request), '');
  const { ledger, ids, now } = context;
  const { id, amount } = findVoidable(context, 'freepayment', sent.parent_uid, 'request.parent_uid');
  if (sent.amount !== amount.minor) {
    throw new Rejection('conflict', 'request.amount', 'has to be the authorized amount');
  }
  const recorded: Reversal = {
    provider: 'freepayment',
    id: `${String(ids.next() + 1)}-${ids.hex(10)}`,
    kind: 'void',
    parentId: id,
    // *third-party*: a recorded void carries no tracking_id.
    amount,
    at: now(),
    details: { refId: ids.digits(7) },
  };
  ledger.recordReversal(recorded);
  return { status: 200, body: { transaction: reversalTransaction(recorded) } };
}
