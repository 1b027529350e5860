import type { EmulatorContext } from '../../emulator/emulator.ts';
import type { EmulatorRequest, EmulatorResponse } from '../../emulator/http-types.ts';
import { definedMembers } from '../../emulator/json.ts';
import { readBody } from '../../emulator/read-body.ts';
import { checkRefund, findCaptured } from '../../emulator/reversal-rules.ts';
import { parseMajor } from '../../state/money.ts';
import type { Reversal } from '../../state/transactions.ts';
import { checkUnused } from './operation-ids.ts';
import { returnFields } from './request.ts';
import { reversalResponse, transactionId } from './response.ts';
import { authenticate } from './signature.ts';

/** *third-party*: Return gives back a total, which may be a part. *assumed*: before the end of the day as well. */
export function refund(request: EmulatorRequest, { ledger, ids, now }: EmulatorContext): EmulatorResponse {
  const form = readBody(request);
  const sent = returnFields(form, '');
  authenticate(form as Record<string, string>);
  checkUnused(ledger, sent.merchant_trx_id);
  const capture = findCaptured(ledger, 'payfull', { captureId: sent.transaction_id }, 'transaction_id');
  const { currency } = capture.amount;
  const minor = checkRefund(ledger, capture, parseMajor(sent.total, currency), 'total');
  const at = now();
  const recorded: Reversal = {
    provider: 'payfull',
    id: transactionId(at, ids.letters(4), ids.digits(8)),
    kind: 'refund',
    parentId: capture.captureId,
    ...(sent.merchant_trx_id !== undefined && { reference: sent.merchant_trx_id }),
    amount: { minor, currency },
    at,
    details: definedMembers({ passiveData: sent.passive_data }),
  };
  ledger.recordReversal(recorded);
  return { status: 200, body: reversalResponse(recorded) };
}
