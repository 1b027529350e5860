import { readForm } from '../../emulator/read-body.ts';
import type { EmulatorContext } from '../../emulator/emulator.ts';
import type { EmulatorResponse, EmulatorRequest } from '../../emulator/http-types.ts';
import { Rejection } from '../../emulator/rejection.ts';
import { captureResponse, localTime } from './response.ts';
import { statusFields } from './request.ts';
import { authenticate } from './signature.ts';

/**
 * *peer*: type Get with get_param TransactionStatus, by the merchant_trx_id that the shop sent. *guess*: the answer is
 * the transaction's own with its merchant_trx_id, and all of that for a declined one too; of the real one only a
 * `date` is known.
 */
export function lookup(call: EmulatorRequest, { ledger }: EmulatorContext): EmulatorResponse {
  const form = readForm(call);
  const { merchant_trx_id: reference } = statusFields(form, '');
  authenticate(form as Record<string, string>);
  const [found] = ledger.capturesOf('payfull', { reference });
  if (!found) throw new Rejection('transaction-not-found', 'merchant_trx_id', 'no such transaction');
  const shown = captureResponse({ ...found, state: 'captured' });
  return {
    status: 200,
    body: { ...shown, ...captureResponse(found), merchant_trx_id: reference, date: localTime(found.at) },
  };
}
