import type { EmulatorContext } from '../../emulator/emulator.ts';
import type { EmulatorRequest, EmulatorResponse } from '../../emulator/http-types.ts';
import { definedMembers } from '../../emulator/json.ts';
import { readBody } from '../../emulator/read-body.ts';
import { decisionFor } from '../../emulator/test-references.ts';
import type { Capture } from '../../state/transactions.ts';
import { authenticate } from './credentials.ts';
import { paymentFields } from './payment-fields.ts';
import { captureTransaction } from './transaction.ts';

/**
 * *third-party*: the gateway's page for payments, which take the money at once. A test reference decides the outcome.
 */
export function payment(request: EmulatorRequest, { ledger, ids, now }: EmulatorContext): EmulatorResponse {
  authenticate(request);
  const { request: sent } = paymentFields(readBody(request), '');
  const captureId = `${String(ids.next() + 1)}-${ids.hex(10)}`;
  const recorded: Capture = {
    provider: 'freepayment',
    captureId,
    ...(sent.tracking_id !== undefined && { reference: sent.tracking_id }),
    amount: { minor: sent.amount, currency: sent.currency },
    ...decisionFor(sent.tracking_id, { pending: true }),
    at: now(),
    details: definedMembers<string | number>({
      type: 'payment',
      refId: ids.digits(7),
      methodType: sent.method.type,
      description: sent.description,
      notificationUrl: sent.notification_url,
      receiptUrl: `https://account.freepayment.online/customer/transactions/${captureId}/${ids.hex(64)}`,
    }),
  };
  ledger.record(recorded);
  return { status: 200, body: { transaction: captureTransaction(recorded) } };
}
