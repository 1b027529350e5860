import type { EmulatorContext } from '../../emulator/emulator.ts';
import type { EmulatorRequest, EmulatorResponse } from '../../emulator/http-types.ts';
import { definedMembers } from '../../emulator/json.ts';
import { readBody } from '../../emulator/read-body.ts';
import { Rejection } from '../../emulator/rejection.ts';
import { checkRefund, findCaptured } from '../../emulator/reversal-rules.ts';
import { formatMajor, parseMajor } from '../../state/money.ts';
import type { Reversal } from '../../state/transactions.ts';
import { refundFields } from './request.ts';
import { authenticate } from './signature.ts';

/**
 * *third-party*: returns a payment, or a part of it, by the merchant's `reference` or by `transactionNo`; the response
 * has refundTransactionNo and status. *assumed*: its other members, a repeated refundReference is refused, and both
 * currencies are the payment's.
 */
export function refund(request: EmulatorRequest, { ledger, ids, now }: EmulatorContext): EmulatorResponse {
  const sent = readBody(request);
  const { reference, transactionNo, refundReference, ...fields } = refundFields(sent, '');
  authenticate(sent as Record<string, string>);
  if ((reference === undefined) === (transactionNo === undefined)) {
    throw new Rejection('conflict', 'reference', 'exactly one of reference and transactionNo');
  }
  const payment = findCaptured(ledger, 'pockyt', definedMembers({ reference, captureId: transactionNo }), 'reference');
  const { currency } = payment.amount;
  if (fields.currency !== currency) throw new Rejection('conflict', 'currency', 'differs from the payment');
  if (fields.settleCurrency !== payment.details['settleCurrency']) {
    throw new Rejection('conflict', 'settleCurrency', 'differs from the payment');
  }
  if (refundReference !== undefined && ledger.withReference('pockyt', refundReference).reversals.length > 0) {
    throw new Rejection('duplicate-reference', 'refundReference', 'the reference was used before');
  }
  const minor = checkRefund(ledger, payment, parseMajor(fields.refundAmount, currency), 'refundAmount');
  const recorded: Reversal = {
    provider: 'pockyt',
    id: `3056${ids.digits(14)}`,
    kind: 'refund',
    parentId: payment.captureId,
    ...(refundReference !== undefined && { reference: refundReference }),
    amount: { minor, currency },
    at: now(),
    details: {},
  };
  ledger.recordReversal(recorded);
  const result = definedMembers({
    transactionNo: payment.captureId,
    reference: payment.reference,
    ...describeRefund(recorded),
    settleCurrency: fields.settleCurrency,
  });
  return { status: 200, body: { ret_code: '000100', ret_msg: 'refund success', result } };
}

/** *third-party*: the names of a refund's members. *assumed*: that a lookup lists them in the same form. */
export function describeRefund(refund: Reversal): Record<string, string> {
  return definedMembers({
    refundTransactionNo: refund.id,
    refundReference: refund.reference,
    refundAmount: formatMajor(refund.amount),
    currency: refund.amount.currency,
    status: 'success',
  });
}
