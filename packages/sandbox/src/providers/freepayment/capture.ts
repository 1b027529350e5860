import { checkAmount, findAuthorization } from '../../emulator/capture-rules.ts';
import { readBody } from '../../emulator/read-body.ts';
import type { EmulatorContext } from '../../emulator/emulator.ts';
import type { EmulatorRequest, EmulatorResponse } from '../../emulator/http-types.ts';
import type { Capture } from '../../state/ledger.ts';
import { decisionFor } from '../../emulator/test-references.ts';
import { Rejection } from '../../emulator/rejection.ts';
import { object, optional, positiveInteger, string } from '../../emulator/request-schema.ts';
import { authenticate } from './credentials.ts';
import { captureTransaction } from './transaction.ts';

// *page*: names, types and which are required; the amount is an integer "in minimal currency units".
const fields = object({
  request: object({
    parent_uid: string({ max: 64 }),
    amount: positiveInteger,
    currency: optional(string({ pattern: /^[A-Z]{3}$/ })),
  }),
});

/**
 * *page*: "credits the funds that were previously reserved". *peer*: part of the amount may be captured, more than it
 * is refused. *guess*: several captures, until nothing is left.
 */
export function capture(call: EmulatorRequest, { ledger, ids, now }: EmulatorContext): EmulatorResponse {
  authenticate(call);
  const { request } = fields(readBody(call), '');
  const authorization = findAuthorization(ledger, 'freepayment', request.parent_uid, 'request.parent_uid');
  const { amount: authorized, reference } = authorization;
  if (request.currency !== undefined && request.currency !== authorized.currency) {
    throw new Rejection('conflict', 'request.currency', 'differs from the authorization');
  }
  const minor = checkAmount(ledger, authorization, request.amount, 'request.amount');
  const taken: Capture = {
    provider: 'freepayment',
    captureId: `${String(ids.next() + 1)}-${ids.hex(10)}`,
    authorizationId: authorization.id,
    // *peer*: a capture inherits the authorization's tracking_id.
    ...(reference !== undefined && { reference }),
    amount: { minor, currency: authorized.currency },
    ...decisionFor(reference, { pending: true }),
    at: now(),
    details: {
      refId: ids.digits(7),
      // *sample*: the receipt address has the uid of the parent in it.
      receiptUrl: `https://account.freepayment.online/customer/transactions/${authorization.id}/${ids.hex(64)}`,
    },
  };
  ledger.record(taken);
  // *peer*: a transaction that failed is HTTP 200 as well.
  return { status: 200, body: { transaction: captureTransaction(taken) } };
}
