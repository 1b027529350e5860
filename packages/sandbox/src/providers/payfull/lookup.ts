import type { EmulatorContext } from '../../emulator/emulator.ts';
import type { EmulatorRequest, EmulatorResponse } from '../../emulator/http-types.ts';
import { readBody } from '../../emulator/read-body.ts';
import { Rejection } from '../../emulator/rejection.ts';
import { statusFields } from './request.ts';
import { statusResponse } from './response.ts';
import { authenticate } from './signature.ts';

/** *third-party*: type Get with get_param TransactionStatus, by the merchant_trx_id that the merchant sent. */
export function lookup(request: EmulatorRequest, { ledger }: EmulatorContext): EmulatorResponse {
  const form = readBody(request);
  const { merchant_trx_id: reference, language } = statusFields(form, '');
  authenticate(form as Record<string, string>);
  const [found] = ledger.capturesOf('payfull', { reference });
  if (!found) throw new Rejection('transaction-not-found', 'merchant_trx_id', 'no such transaction');
  return { status: 200, body: statusResponse(found, language) };
}
