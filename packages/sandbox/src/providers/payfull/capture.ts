import { checkAmount, findAuthorization } from '../../emulator/capture-rules.ts';
import { definedMembers } from '../../emulator/json.ts';
import { readBody } from '../../emulator/read-body.ts';
import type { EmulatorContext } from '../../emulator/emulator.ts';
import type { EmulatorRequest, EmulatorResponse } from '../../emulator/http-types.ts';
import type { Capture } from '../../state/ledger.ts';
import { decisionFor } from '../../emulator/test-references.ts';
import { parseMajor } from '../../state/money.ts';
import { Rejection } from '../../emulator/rejection.ts';
import { captureResponse, transactionId } from './response.ts';
import { captureFields } from './request.ts';
import { authenticate } from './signature.ts';

/**
 * *page*: "refer back to a previously processed Preauthorization". *guess*, because nothing is said: one capture of
 * each preauthorization, of at most its amount, and a merchant_trx_id ("a unique id value") is refused when it comes again.
 */
export function capture(call: EmulatorRequest, { ledger, ids, now }: EmulatorContext): EmulatorResponse {
  const form = readBody(call);
  const sent = captureFields(form, '');
  authenticate(form as Record<string, string>);
  const reference = sent.merchant_trx_id;
  if (reference !== undefined && ledger.capturesOf('payfull', { reference }).length > 0) {
    throw new Rejection('duplicate-reference', 'merchant_trx_id', 'was used before');
  }
  const authorization = findAuthorization(ledger, 'payfull', sent.transaction_id, 'transaction_id');
  const { currency } = authorization.amount;
  const minor = checkAmount(ledger, authorization, parseMajor(sent.total, currency), 'total');
  const at = now();
  const taken: Capture = {
    provider: 'payfull',
    captureId: transactionId(at, ids.letters(4), ids.digits(8)),
    authorizationId: authorization.id,
    ...(reference !== undefined && { reference }),
    amount: { minor, currency },
    ...decisionFor(reference, { pending: false }),
    at,
    details: definedMembers({ passiveData: sent.passive_data }),
  };
  ledger.record(taken);
  // *peer*: public clients ignore the HTTP status. *guess*: it is 200 for refusals too.
  return { status: 200, body: captureResponse(taken) };
}
