import { checkAmount, findAuthorization } from '../../emulator/capture-rules.ts';
import type { EmulatorContext } from '../../emulator/emulator.ts';
import type { EmulatorRequest, EmulatorResponse } from '../../emulator/http-types.ts';
import { readBody } from '../../emulator/read-body.ts';
import { object, optional, numberOrString, string } from '../../emulator/request-schema.ts';
import { decisionFor } from '../../emulator/test-references.ts';
import type { Capture } from '../../state/transactions.ts';
import { parseMajor } from '../../state/money.ts';
import { authenticate, checkMerchant } from './credentials.ts';
import { captureEnvelope } from './envelope.ts';

// *example*: the names and types. *third-party*, the vendor's manual of 2023: an amount may be a string of at most 10
// characters; the length of notes. *assumed*: that the first three are required, and the other lengths.
const fields = object({
  transactionId: string({ max: 64 }),
  amount: numberOrString(10),
  merchant_id: string({ max: 64 }),
  notes: optional(string({ max: 128 })),
});

/**
 * *documented*: "Only the amount that was previously authorised can be captured. If the capture is for a lesser
 * amount, the remaining funds will be released."
 */
export function capture(request: EmulatorRequest, context: EmulatorContext): EmulatorResponse {
  const { ledger, ids, now } = context;
  authenticate(request);
  const sent = fields(readBody(request), '');
  checkMerchant(sent.merchant_id);
  const authorization = findAuthorization(context, 'paymentoptions', sent.transactionId, 'transactionId');
  const { currency } = authorization.amount;
  // *example*: JPY 1000 is sent as 1000. *assumed*: other currencies in major units too, with their decimals.
  const minor = checkAmount(ledger, authorization, parseMajor(sent.amount, currency), 'amount');
  const { reference } = authorization;
  const recorded: Capture = {
    provider: 'paymentoptions',
    captureId: ids.uuid(),
    authorizationId: authorization.id,
    // *example*: the response repeats the authorization's merchant_txn_ref; a capture has no reference of its own.
    ...(reference !== undefined && { reference }),
    amount: { minor, currency },
    ...decisionFor(reference, { pending: false }),
    at: now(),
    details: { authCode: ids.digits(6), ref: Number(`7${ids.digits(4)}`) },
  };
  ledger.record(recorded);
  // *example*: 201. *assumed*: 400 for a decline.
  const status = recorded.state === 'declined' ? 400 : 201;
  return { status, body: captureEnvelope(recorded, status) };
}
