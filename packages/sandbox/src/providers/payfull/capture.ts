import { checkAmount, findAuthorization } from '../../emulator/capture-rules.ts';
import type { EmulatorContext } from '../../emulator/emulator.ts';
import type { EmulatorRequest, EmulatorResponse } from '../../emulator/http-types.ts';
import { definedMembers } from '../../emulator/json.ts';
import { readBody } from '../../emulator/read-body.ts';
import { decisionFor } from '../../emulator/test-references.ts';
import type { Capture } from '../../state/transactions.ts';
import { parseMajor } from '../../state/money.ts';
import { checkUnused } from './operation-ids.ts';
import { captureFields } from './request.ts';
import { captureResponse, transactionId } from './response.ts';
import { authenticate } from './signature.ts';

/**
 * *documented*: "refer back to a previously processed Preauthorization". *assumed*, as the page is silent: one capture
 * for each preauthorization, of at most its amount, and a repeated merchant_trx_id ("a unique id value") is refused.
 */
export function capture(request: EmulatorRequest, context: EmulatorContext): EmulatorResponse {
  const { ledger, ids, now } = context;
  const form = readBody(request);
  const sent = captureFields(form, '');
  authenticate(form as Record<string, string>);
  const reference = sent.merchant_trx_id;
  checkUnused(ledger, reference);
  const authorization = findAuthorization(context, 'payfull', sent.transaction_id, 'transaction_id');
  const { currency } = authorization.amount;
  const minor = checkAmount(ledger, authorization, parseMajor(sent.total, currency), 'total');
  const at = now();
  const recorded: Capture = {
    provider: 'payfull',
    captureId: transactionId(at, ids.letters(4), ids.digits(8)),
    authorizationId: authorization.id,
    ...(reference !== undefined && { reference }),
    amount: { minor, currency },
    ...decisionFor(reference, { pending: false }),
    at,
    details: definedMembers({ passiveData: sent.passive_data }),
  };
  ledger.record(recorded);
  // *third-party*: public clients ignore the HTTP status. *assumed*: it is 200 for refusals too.
  return { status: 200, body: captureResponse(recorded, sent.language) };
}
