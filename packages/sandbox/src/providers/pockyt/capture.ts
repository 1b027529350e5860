import { present } from '../../emulator/answers.ts';
import { readJson } from '../../emulator/decode.ts';
import type { Desk } from '../../emulator/emulator.ts';
import type { Answer, CallRequest } from '../../emulator/http-types.ts';
import type { Capture } from '../../state/ledger.ts';
import { magicOf, verdictFor } from '../../emulator/magic.ts';
import { parseMajor } from '../../state/money.ts';
import { Problem } from '../../emulator/problem.ts';
import type { Verdict } from '../../state/verdict.ts';
import { cardVerdict, checkTestCard } from './card.ts';
import { DECLINE_TEXTS } from './declines.ts';
import { describePayment, isoSeconds } from './payment.ts';
import { readCapture } from './request.ts';
import { authenticate } from './signature.ts';

/** *page*: "sends credit card information directly to Pockyt to process a transaction". Nothing is authorized before. */
export function capture(call: CallRequest, { ledger, ids, now }: Desk): Answer {
  const sent = readJson(call);
  const { fields, simulated } = readCapture(sent);
  // Checked above to be text, each of them; the signature covers what was sent, the simulation field included.
  authenticate(sent as Record<string, string>);
  checkTestCard(fields.cardNumber);
  const minor = parseMajor(fields.amount, fields.currency);
  if (!minor) throw new Problem('invalid', 'amount', 'does not fit the currency');
  // *peer*: a reference has to be unique. *guess*: also after a decline, and that a repeat is refused, not replayed.
  if (ledger.capturesOf('pockyt', { reference: fields.reference }).length > 0) {
    throw new Problem('duplicate-reference', 'reference', 'the reference was used before');
  }
  const card = { number: fields.cardNumber, month: fields.cardExpMonth, year: fields.cardExpYear };
  const reason = simulated ?? cardVerdict(card, now());
  const verdict: Verdict = reason ? { state: 'declined', reason } : verdictFor(fields.reference, { pending: true });
  const payment: Capture = {
    provider: 'pockyt',
    captureId: `3056${ids.digits(14)}`,
    reference: fields.reference,
    amount: { minor, currency: fields.currency },
    ...verdict,
    at: now(),
    details: present({
      settleCurrency: fields.settleCurrency,
      customerNo: fields.customerNo,
      note: fields.note,
      ipnUrl: fields.ipnUrl,
    }),
  };
  ledger.captures.push(payment);
  return { status: 200, body: answerBody(payment, verdict) };
}

// *peer*: the envelope, its codes and members. *guess*: that a declined card is `failed` inside a call that succeeded,
// and its text.
function answerBody(payment: Capture, { state, reason }: Verdict) {
  const address = `https://www.sandbox.paypal.com/3ds/${payment.captureId}`;
  const magic = magicOf(payment.reference);
  return {
    ret_code: '000100',
    ret_msg: state === 'declined' ? DECLINE_TEXTS[reason ?? 'declined'] : 'success',
    result: present({
      ...describePayment(payment),
      customerNo: payment.details['customerNo'],
      paymentTime: state === 'captured' ? isoSeconds(payment.at) : undefined,
      // *peer*: two pages name the 3-D Secure address differently.
      authenticationUrl: state === 'pending' && magic === 'pending-3ds' ? address : undefined,
      authUrl: state === 'pending' && magic === 'pending-3ds-authurl' ? address : undefined,
    }),
  };
}
