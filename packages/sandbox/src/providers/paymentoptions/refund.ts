import type { EmulatorContext } from '../../emulator/emulator.ts';
import type { EmulatorRequest, EmulatorResponse } from '../../emulator/http-types.ts';
import { readBody } from '../../emulator/read-body.ts';
import { numberOrString, object, optional, string } from '../../emulator/request-schema.ts';
import { checkRefund, findCaptured } from '../../emulator/reversal-rules.ts';
import { parseMajor } from '../../state/money.ts';
import type { Reversal } from '../../state/transactions.ts';
import { authenticate, checkMerchant } from './credentials.ts';
import { reversalEnvelope } from './envelope.ts';

// *third-party*: the names. *assumed*: which are required; the lengths are those of a capture.
const fields = object({
  transactionId: string({ max: 64 }),
  amount: numberOrString(10),
  merchant_id: string({ max: 64 }),
  notes: optional(string({ max: 128 })),
});

/** *third-party*: of a capture, as a whole or in part; INFO0002. *assumed*: 201, as for a capture. */
export function refund(request: EmulatorRequest, { ledger, ids, now }: EmulatorContext): EmulatorResponse {
  authenticate(request);
  const sent = fields(readBody(request), '');
  checkMerchant(sent.merchant_id);
  const capture = findCaptured(ledger, 'paymentoptions', { captureId: sent.transactionId }, 'transactionId');
  const { currency } = capture.amount;
  const minor = checkRefund(ledger, capture, parseMajor(sent.amount, currency), 'amount');
  const recorded: Reversal = {
    provider: 'paymentoptions',
    id: ids.uuid(),
    kind: 'refund',
    parentId: capture.captureId,
    ...(capture.reference !== undefined && { reference: capture.reference }),
    amount: { minor, currency },
    at: now(),
    details: { ref: Number(`7${ids.digits(4)}`) },
  };
  ledger.recordReversal(recorded);
  return { status: 201, body: reversalEnvelope(recorded, 201) };
}
