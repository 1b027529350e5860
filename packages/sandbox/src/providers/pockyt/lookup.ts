import { readBody } from '../../emulator/read-body.ts';
import type { EmulatorContext } from '../../emulator/emulator.ts';
import type { EmulatorRequest, EmulatorResponse } from '../../emulator/http-types.ts';
import { Rejection } from '../../emulator/rejection.ts';
import { describePayment } from './payment.ts';
import { lookupFields } from './request.ts';
import { authenticate } from './signature.ts';

/** *peer*: `tran-query` by the merchant's `reference` or by `transactionNo`, signed like a capture. */
export function lookup(call: EmulatorRequest, { ledger }: EmulatorContext): EmulatorResponse {
  const sent = readBody(call);
  const { reference, transactionNo } = lookupFields(sent, '');
  authenticate(sent as Record<string, string>);
  if ((reference === undefined) === (transactionNo === undefined)) {
    throw new Rejection('conflict', 'reference', 'exactly one of reference and transactionNo');
  }
  const wanted = transactionNo === undefined ? { reference: reference ?? '' } : { captureId: transactionNo };
  const [payment] = ledger.capturesOf('pockyt', wanted);
  if (!payment) throw new Rejection('transaction-not-found', 'reference', 'no such payment');
  // *peer*: the members. *guess*: the word of transactionType.
  const result = { ...describePayment(payment), transactionType: 'payment' };
  return { status: 200, body: { ret_code: '000100', ret_msg: 'query success', result } };
}
