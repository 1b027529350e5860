import type { EmulatorContext } from '../../emulator/emulator.ts';
import type { EmulatorRequest, EmulatorResponse } from '../../emulator/http-types.ts';
import { readBody } from '../../emulator/read-body.ts';
import { object, string } from '../../emulator/request-schema.ts';
import { findVoidable } from '../../emulator/reversal-rules.ts';
import type { Reversal } from '../../state/transactions.ts';
import { authenticate, checkMerchant } from './credentials.ts';
import { reversalEnvelope } from './envelope.ts';

// *third-party*: the names. *assumed*: the lengths.
const fields = object({ transactionId: string({ max: 64 }), merchant_id: string({ max: 64 }) });

/** *third-party*: "for uncaptured authorizations"; INFO0003. *assumed*: 201, as for a capture. */
export function voidAuthorization(request: EmulatorRequest, context: EmulatorContext): EmulatorResponse {
  authenticate(request);
  const sent = fields(readBody(request), '');
  checkMerchant(sent.merchant_id);
  const { ledger, ids, now } = context;
  const { id, amount, reference } = findVoidable(context, 'paymentoptions', sent.transactionId, 'transactionId');
  const recorded: Reversal = {
    provider: 'paymentoptions',
    id: ids.uuid(),
    kind: 'void',
    parentId: id,
    ...(reference !== undefined && { reference }),
    amount,
    at: now(),
    details: { ref: Number(`7${ids.digits(4)}`) },
  };
  ledger.recordReversal(recorded);
  return { status: 201, body: reversalEnvelope(recorded, 201) };
}
