import type { EmulatorContext } from '../../emulator/emulator.ts';
import type { EmulatorRequest, EmulatorResponse } from '../../emulator/http-types.ts';
import { readBody } from '../../emulator/read-body.ts';
import { operationWith } from './operation-ids.ts';
import { statusFields } from './request.ts';
import { statusResponse } from './response.ts';
import { authenticate } from './signature.ts';

/** *third-party*: type Get with get_param TransactionStatus, by the merchant_trx_id that the merchant sent. */
export function lookup(request: EmulatorRequest, { ledger }: EmulatorContext): EmulatorResponse {
  const form = readBody(request);
  const { merchant_trx_id: reference, language } = statusFields(form, '');
  authenticate(form as Record<string, string>);
  return { status: 200, body: statusResponse(operationWith(ledger, reference), reference, language) };
}
