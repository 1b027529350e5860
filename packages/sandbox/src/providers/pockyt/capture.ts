import type { EmulatorContext } from '../../emulator/emulator.ts';
import type { EmulatorRequest, EmulatorResponse } from '../../emulator/http-types.ts';
import { definedMembers } from '../../emulator/json.ts';
import { readBody } from '../../emulator/read-body.ts';
import { Rejection } from '../../emulator/rejection.ts';
import { cardOutcome, checkTestCard } from '../../emulator/test-cards.ts';
import { decisionFor, testReferenceOf } from '../../emulator/test-references.ts';
import type { CaptureDecision } from '../../state/capture-state.ts';
import type { Capture } from '../../state/transactions.ts';
import { parseMajor } from '../../state/money.ts';
import { threeDSecurePath } from '../../three-d-secure/path.ts';
import { DECLINE_MESSAGES } from './declines.ts';
import { describePayment, isoSeconds } from './payment.ts';
import { readCapture } from './request.ts';
import { authenticate } from './signature.ts';

/**
 * *documented*: "sends credit card information directly to Pockyt to process a transaction". There is no prior
 * authorization.
 */
export function capture(request: EmulatorRequest, { ledger, ids, now, origin }: EmulatorContext): EmulatorResponse {
  const sent = readBody(request);
  const { fields, simulated } = readCapture(sent);
  // All are known to be strings now. The signature covers every field that was sent, the simulation field included.
  authenticate(sent as Record<string, string>);
  checkTestCard(fields.cardNumber, 'cardNumber');
  const minor = parseMajor(fields.amount, fields.currency);
  if (!minor) throw new Rejection('invalid', 'amount', 'does not fit the currency');
  // *third-party*: a reference is unique. *assumed*: also after a decline, and a repeat is refused, not replayed.
  if (ledger.capturesOf('pockyt', { reference: fields.reference }).length > 0) {
    throw new Rejection('duplicate-reference', 'reference', 'the reference was used before');
  }
  const card = { number: fields.cardNumber, month: fields.cardExpMonth, year: fields.cardExpYear };
  const outcome = simulated ?? cardOutcome(card, now());
  const decision: CaptureDecision =
    outcome === '3-d-secure'
      ? { state: 'pending' }
      : outcome
        ? { state: 'declined', reason: outcome }
        : decisionFor(fields.reference, { pending: true });
  const address = decision.state === 'pending' ? addressNameFor(fields.reference, outcome === '3-d-secure') : undefined;
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
      callbackUrl: fields.callbackUrl,
      address,
    }),
  };
  ledger.record(payment);
  return { status: 200, body: responseBody(payment, decision, origin) };
}

// *third-party*: the envelope, its codes and members. *assumed*: that a declined card has the status `failed` inside a
// successful call, and its message.
function responseBody(payment: Capture, { state, reason }: CaptureDecision, origin: string | undefined) {
  const { captureId, details } = payment;
  return {
    ret_code: '000100',
    ret_msg: state === 'declined' ? DECLINE_MESSAGES[reason ?? 'declined'] : 'success',
    result: definedMembers({
      ...describePayment(payment),
      customerNo: payment.details['customerNo'],
      paymentTime: state === 'captured' ? isoSeconds(payment.at) : undefined,
      // *third-party*: in the provider's sandbox it leads to PayPal. A server of this sandbox has a bank of its own.
      ...(typeof details['address'] === 'string' && {
        [details['address']]: origin
          ? origin + threeDSecurePath(captureId)
          : `https://www.sandbox.paypal.com/3ds/${captureId}`,
      }),
    }),
  };
}

/** *third-party*: two pages name the 3-D Secure address differently. */
function addressNameFor(reference: string, isWanted: boolean): string | undefined {
  const testReference = testReferenceOf(reference);
  if (testReference === 'pending-3ds-authurl') return 'authUrl';
  return isWanted || testReference === 'pending-3ds' ? 'authenticationUrl' : undefined;
}
