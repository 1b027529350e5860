import { checkAmount, findAuthorization } from '../../emulator/capture-rules.ts';
import { present } from '../../emulator/answers.ts';
import { readForm } from '../../emulator/decode.ts';
import type { Desk } from '../../emulator/emulator.ts';
import type { Answer, CallRequest } from '../../emulator/http-types.ts';
import type { Capture } from '../../state/ledger.ts';
import { verdictFor } from '../../emulator/magic.ts';
import { parseMajor } from '../../state/money.ts';
import { Problem } from '../../emulator/problem.ts';
import { captureAnswer, transactionId } from './answer.ts';
import { captureFields } from './request.ts';
import { authenticate } from './signature.ts';

/**
 * *page*: "refer back to a previously processed Preauthorization". *guess*, because nothing is said: one capture of
 * each preauthorization, of at most its amount, and a merchant_trx_id ("a unique id value") is refused when it comes again.
 */
export function capture(call: CallRequest, { ledger, ids, now }: Desk): Answer {
  const form = readForm(call);
  const sent = captureFields(form, '');
  authenticate(form as Record<string, string>);
  const reference = sent.merchant_trx_id;
  if (reference !== undefined && ledger.capturesOf('payfull', { reference }).length > 0) {
    throw new Problem('duplicate-reference', 'merchant_trx_id', 'was used before');
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
    ...verdictFor(reference, { pending: false }),
    at,
    details: present({ passiveData: sent.passive_data }),
  };
  ledger.captures.push(taken);
  // *peer*: public clients ignore the HTTP status. *guess*: it is 200 for refusals too.
  return { status: 200, body: captureAnswer(taken) };
}
