import { authorize } from '../../emulator/authorize.ts';
import type { AuthorizationRules, EmulatorContext } from '../../emulator/emulator.ts';
import type { EmulatorRequest, EmulatorResponse } from '../../emulator/http-types.ts';
import { readBody } from '../../emulator/read-body.ts';
import { Rejection } from '../../emulator/rejection.ts';
import { anyObject, anyText, ipAddress, numberOrString, object, optional, string } from '../../emulator/request-schema.ts'; // prettier-ignore
import { checkTestCard, decisionForCard } from '../../emulator/test-cards.ts';
import { parseMajor } from '../../state/money.ts';
import { authenticate, checkMerchant } from './credentials.ts';
import { authorizationEnvelope } from './envelope.ts';

/** *documented*: "the remaining funds will be released", so the first capture ends an authorization. */
export const authorizations: AuthorizationRules = { singleCapture: true, newId: (ids) => ids.uuid() };

// *third-party*: the names, and the amount as a string. *assumed*: which are required, the formats, the lengths, and
// that addresses and the like are not looked into.
const fields = object({
  amount: numberOrString(10),
  currency: string({ pattern: /^[A-Z]{3}$/ }),
  card: object({
    number: string({ pattern: /^\d{12,19}$/ }),
    name: anyText(128),
    expiry_month: string({ pattern: /^(0[1-9]|1[0-2])$/ }),
    expiry_year: string({ pattern: /^(\d{2}|\d{4})$/ }),
    cvc: string({ pattern: /^\d{3,4}$/ }),
  }),
  merchant_txn_ref: string({ max: 128 }),
  customer_ip: optional(ipAddress),
  merchant_id: string({ max: 64 }),
  return_url: optional(anyObject),
  billing_address: optional(anyObject),
  shipping_address: optional(anyObject),
  browser_info: optional(anyObject),
  time_zone: optional(string({ max: 64 })),
});

/**
 * *third-party*: reserves an amount on a card; PRE_AUTH with INFO0000. *assumed*: 400 for a decline, as for a capture.
 */
export function authorization(request: EmulatorRequest, context: EmulatorContext): EmulatorResponse {
  authenticate(request);
  const sent = fields(readBody(request), '');
  checkMerchant(sent.merchant_id);
  checkTestCard(sent.card.number, 'card.number');
  const minor = parseMajor(sent.amount, sent.currency);
  if (!minor) throw new Rejection('invalid', 'amount', 'does not fit the currency');
  const card = { number: sent.card.number, month: sent.card.expiry_month, year: sent.card.expiry_year };
  const { ids, now } = context;
  const made = authorize(
    {
      provider: 'paymentoptions',
      amount: { minor, currency: sent.currency },
      reference: sent.merchant_txn_ref,
    },
    authorizations,
    context,
    {
      ...decisionForCard(card, now()),
      details: { authCode: ids.digits(6), ref: Number(`7${ids.digits(4)}`) },
    },
  );
  const status = made.state === 'declined' ? 400 : 201;
  return { status, body: authorizationEnvelope(made, status) };
}
