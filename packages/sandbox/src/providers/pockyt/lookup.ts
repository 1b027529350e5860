import type { EmulatorContext } from '../../emulator/emulator.ts';
import type { EmulatorRequest, EmulatorResponse } from '../../emulator/http-types.ts';
import { readBody } from '../../emulator/read-body.ts';
import { Rejection } from '../../emulator/rejection.ts';
import { describePayment } from './payment.ts';
import { describeRefund } from './refund.ts';
import { lookupFields } from './request.ts';
import { authenticate } from './signature.ts';

/** *third-party*: `tran-query` by the merchant's `reference` or by `transactionNo`, signed like a capture. */
export function lookup(request: EmulatorRequest, { ledger }: EmulatorContext): EmulatorResponse {
  const sent = readBody(request);
  const { reference, transactionNo } = lookupFields(sent, '');
  authenticate(sent as Record<string, string>);
  if ((reference === undefined) === (transactionNo === undefined)) {
    throw new Rejection('conflict', 'reference', 'exactly one of reference and transactionNo');
  }
  const ids = transactionNo === undefined ? { reference: reference ?? '' } : { captureId: transactionNo };
  const [payment] = ledger.capturesOf('pockyt', ids);
  if (!payment) throw new Rejection('transaction-not-found', 'reference', 'no such payment');
  const refunds = ledger.reversalsOf('pockyt', payment.captureId).map(describeRefund);
  // *third-party*: the members, and refunds as a list in refundInfo. *assumed*: the value of transactionType, and no
  // list without refunds.
  const result = {
    ...describePayment(payment),
    transactionType: 'payment',
    ...(refunds.length > 0 && { refundInfo: refunds }),
  };
  return { status: 200, body: { ret_code: '000100', ret_msg: 'query success', result } };
}
