import { definedMembers } from '../../emulator/json.ts';
import { readBody } from '../../emulator/read-body.ts';
import type { EmulatorContext } from '../../emulator/emulator.ts';
import type { EmulatorRequest, EmulatorResponse } from '../../emulator/http-types.ts';
import type { Capture } from '../../state/ledger.ts';
import { testReferenceOf, decisionFor } from '../../emulator/test-references.ts';
import { parseMajor } from '../../state/money.ts';
import { Rejection } from '../../emulator/rejection.ts';
import type { CaptureDecision } from '../../state/capture-state.ts';
import { cardDeclineReason, checkTestCard } from './card.ts';
import { DECLINE_MESSAGES } from './declines.ts';
import { describePayment, isoSeconds } from './payment.ts';
import { readCapture } from './request.ts';
import { authenticate } from './signature.ts';

/** *page*: "sends credit card information directly to Pockyt to process a transaction". Nothing is authorized before. */
export function capture(call: EmulatorRequest, { ledger, ids, now }: EmulatorContext): EmulatorResponse {
  const sent = readBody(call);
  const { fields, simulated } = readCapture(sent);
  // Checked above to be text, each of them; the signature covers what was sent, the simulation field included.
  authenticate(sent as Record<string, string>);
  checkTestCard(fields.cardNumber);
  const minor = parseMajor(fields.amount, fields.currency);
  if (!minor) throw new Rejection('invalid', 'amount', 'does not fit the currency');
  // *peer*: a reference has to be unique. *guess*: also after a decline, and that a repeat is refused, not replayed.
  if (ledger.capturesOf('pockyt', { reference: fields.reference }).length > 0) {
    throw new Rejection('duplicate-reference', 'reference', 'the reference was used before');
  }
  const card = { number: fields.cardNumber, month: fields.cardExpMonth, year: fields.cardExpYear };
  const reason = simulated ?? cardDeclineReason(card, now());
  const decision: CaptureDecision = reason
    ? { state: 'declined', reason }
    : decisionFor(fields.reference, { pending: true });
  const payment: Capture = {
    provider: 'pockyt',
    captureId: `3056${ids.digits(14)}`,
    reference: fields.reference,
    amount: { minor, currency: fields.currency },
    ...decision,
    at: now(),
    details: definedMembers({
      settleCurrency: fields.settleCurrency,
      customerNo: fields.customerNo,
      note: fields.note,
      ipnUrl: fields.ipnUrl,
    }),
  };
  ledger.record(payment);
  return { status: 200, body: responseBody(payment, decision) };
}

// *peer*: the envelope, its codes and members. *guess*: that a declined card is `failed` inside a call that succeeded,
// and its text.
function responseBody(payment: Capture, { state, reason }: CaptureDecision) {
  const address = `https://www.sandbox.paypal.com/3ds/${payment.captureId}`;
  const testReference = testReferenceOf(payment.reference);
  return {
    ret_code: '000100',
    ret_msg: state === 'declined' ? DECLINE_MESSAGES[reason ?? 'declined'] : 'success',
    result: definedMembers({
      ...describePayment(payment),
      customerNo: payment.details['customerNo'],
      paymentTime: state === 'captured' ? isoSeconds(payment.at) : undefined,
      // *peer*: two pages name the 3-D Secure address differently.
      authenticationUrl: state === 'pending' && testReference === 'pending-3ds' ? address : undefined,
      authUrl: state === 'pending' && testReference === 'pending-3ds-authurl' ? address : undefined,
    }),
  };
}
