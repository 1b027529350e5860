import type { EmulatorContext } from '../../emulator/emulator.ts';
import type { EmulatorRequest, EmulatorResponse } from '../../emulator/http-types.ts';
import { definedMembers } from '../../emulator/json.ts';
import { readBody } from '../../emulator/read-body.ts';
import { Rejection } from '../../emulator/rejection.ts';
import { findCaptured, findVoidable } from '../../emulator/reversal-rules.ts';
import type { Money } from '../../state/money.ts';
import type { Reversal } from '../../state/transactions.ts';
import { checkUnused } from './operation-ids.ts';
import { cancelFields } from './request.ts';
import { localTime, reversalResponse, transactionId } from './response.ts';
import { authenticate } from './signature.ts';

/**
 * *third-party*: Cancel works for any operation except a Cancel, and only before the settlement at the end of the day;
 * afterwards a Return does. *assumed*: the day ends at midnight in Turkey; a captured Preauth is cancelled by its
 * capture's id; a capture that was returned in part is not cancelled.
 */
export function cancel(request: EmulatorRequest, context: EmulatorContext): EmulatorResponse {
  const form = readBody(request);
  const sent = cancelFields(form, '');
  authenticate(form as Record<string, string>);
  const { ledger, ids, now } = context;
  checkUnused(ledger, sent.merchant_trx_id);
  const amount = amountOf(sent.transaction_id, context);
  const at = now();
  const recorded: Reversal = {
    provider: 'payfull',
    id: transactionId(at, ids.letters(4), ids.digits(8)),
    kind: 'void',
    parentId: sent.transaction_id,
    ...(sent.merchant_trx_id !== undefined && { reference: sent.merchant_trx_id }),
    amount,
    at,
    details: definedMembers({ passiveData: sent.passive_data }),
  };
  ledger.recordReversal(recorded);
  return { status: 200, body: reversalResponse(recorded) };
}

function amountOf(id: string, context: EmulatorContext): Money {
  const { ledger, now } = context;
  if (ledger.capturesOf('payfull', { captureId: id }).length === 0) {
    return findVoidable(context, 'payfull', id, 'transaction_id').amount;
  }
  const capture = findCaptured(ledger, 'payfull', { captureId: id }, 'transaction_id');
  if (ledger.refundedAmount(capture) > 0) {
    throw new Rejection('already-refunded', 'transaction_id', 'was cancelled or returned');
  }
  if (dayOf(capture.at) !== dayOf(now())) throw new Rejection('settled', 'transaction_id', 'the day has ended');
  return capture.amount;
}

function dayOf(at: Date): string {
  return localTime(at).slice(0, 10);
}
