import type { EmulatorContext } from '../../emulator/emulator.ts';
import type { EmulatorRequest, EmulatorResponse } from '../../emulator/http-types.ts';
import { readBody, readPathSegment } from '../../emulator/read-body.ts';
import { Rejection } from '../../emulator/rejection.ts';
import { ipAddress, object, oneOf, optional, positiveInteger, string } from '../../emulator/request-schema.ts';
import { findVoidable } from '../../emulator/reversal-rules.ts';
import { parseMajor } from '../../state/money.ts';
import type { Reversal } from '../../state/transactions.ts';
import { authenticate } from './credentials.ts';
import { reversalEnvelope } from './envelope.ts';

/** The path of a reversal; the id is the authorization's. */
export const REVERSAL_PATH = /^\/v1\/payments\/([^/]+)\/reversal$/;

// *third-party*: the provider's page of reversals. *assumed*: the length, and that device_info is optional here too.
const fields = object({
  transaction_info: object({ type: oneOf('authorization_reversal'), reference_code: string({ max: 64 }) }),
  reversal_info: object({ amount_details: object({ total_amount: positiveInteger }) }),
  device_info: optional(object({ ip_address: ipAddress })),
});

/**
 * *third-party*: "releases the hold that an authorization placed". *assumed*: of the whole amount, as at the processor
 * whose names the page uses, and before a capture only.
 */
export function reverse(request: EmulatorRequest, context: EmulatorContext): EmulatorResponse {
  authenticate(request);
  const sent = fields(readBody(request), '');
  const { ledger, ids, now } = context;
  const segment = readPathSegment(REVERSAL_PATH.exec(request.path)?.[1] ?? '');
  const { id, amount } = findVoidable(context, 'firstoken', segment, 'id');
  if (parseMajor(String(sent.reversal_info.amount_details.total_amount), amount.currency) !== amount.minor) {
    throw new Rejection('conflict', 'reversal_info.amount_details.total_amount', 'has to be the authorized amount');
  }
  const recorded: Reversal = {
    provider: 'firstoken',
    id: ids.digits(22),
    kind: 'void',
    parentId: id,
    reference: sent.transaction_info.reference_code,
    amount,
    at: now(),
    details: { requestId: ids.digits(22) },
  };
  ledger.recordReversal(recorded);
  return { status: 200, body: reversalEnvelope(recorded) };
}
