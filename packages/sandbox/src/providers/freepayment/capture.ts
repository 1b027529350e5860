import { checkAmount, findAuthorization } from '../../emulator/capture-rules.ts';
import type { EmulatorContext } from '../../emulator/emulator.ts';
import type { EmulatorRequest, EmulatorResponse } from '../../emulator/http-types.ts';
import { readBody } from '../../emulator/read-body.ts';
import { Rejection } from '../../emulator/rejection.ts';
import { object, optional, positiveInteger, string } from '../../emulator/request-schema.ts';
import { decisionFor } from '../../emulator/test-references.ts';
import type { Capture } from '../../state/transactions.ts';
import { authenticate } from './credentials.ts';
import { captureTransaction } from './transaction.ts';

// *documented*: names, types and which are required; the amount is an integer "in minimal currency units".
const fields = object({
  request: object({
    parent_uid: string({ max: 64 }),
    amount: positiveInteger,
    currency: optional(string({ pattern: /^[A-Z]{3}$/ })),
  }),
});

/**
 * *documented*: "credits the funds that were previously reserved". *third-party*: partial captures; overcapture is
 * refused. *assumed*: multiple captures, up to the authorized amount.
 */
export function capture(request: EmulatorRequest, context: EmulatorContext): EmulatorResponse {
  const { ledger, ids, now } = context;
  authenticate(request);
  const { request: sent } = fields(readBody(request), '');
  const authorization = findAuthorization(context, 'freepayment', sent.parent_uid, 'request.parent_uid');
  const { amount: authorized, reference, capturesRepeatReference = true } = authorization;
  if (sent.currency !== undefined && sent.currency !== authorized.currency) {
    throw new Rejection('conflict', 'request.currency', 'differs from the authorization');
  }
  const minor = checkAmount(ledger, authorization, sent.amount, 'request.amount');
  const recorded: Capture = {
    provider: 'freepayment',
    captureId: `${String(ids.next() + 1)}-${ids.hex(10)}`,
    authorizationId: authorization.id,
    // *third-party*: a capture inherits the authorization's tracking_id; a recorded void does not.
    ...(reference !== undefined && capturesRepeatReference && { reference }),
    amount: { minor, currency: authorized.currency },
    ...decisionFor(reference, { pending: true }),
    at: now(),
    details: {
      refId: ids.digits(7),
      // *example*: the receipt URL contains the uid of the parent.
      receiptUrl: `https://account.freepayment.online/customer/transactions/${authorization.id}/${ids.hex(64)}`,
    },
  };
  ledger.record(recorded);
  // *third-party*: HTTP 200 for a failed transaction as well.
  return { status: 200, body: { transaction: captureTransaction(recorded) } };
}
