import { authorize } from '../../emulator/authorize.ts';
import type { AuthorizationRules, EmulatorContext } from '../../emulator/emulator.ts';
import type { EmulatorRequest, EmulatorResponse } from '../../emulator/http-types.ts';
import { readBody } from '../../emulator/read-body.ts';
import { Rejection } from '../../emulator/rejection.ts';
import { anyObject, ipAddress, object, oneOf, optional, positiveInteger, string } from '../../emulator/request-schema.ts'; // prettier-ignore
import { checkTestCard, decisionForCard } from '../../emulator/test-cards.ts';
import { parseMajor } from '../../state/money.ts';
import { authenticate } from './credentials.ts';
import { authorizationEnvelope } from './envelope.ts';

/** *third-party*: with and without the slash at the end. */
export const AUTHORIZATION_PATH = /^\/v1\/payments\/?$/;

/** *assumed*: one capture for each authorization. */
export const authorizations: AuthorizationRules = { singleCapture: true, newId: (ids) => ids.digits(22) };

// *third-party*: the provider's page of authorizations and its table of attributes: names, types, and which are
// required. *assumed*: the lengths, and that bill_to is not looked into. Tokens in place of a card are not emulated.
const fields = object({
  transaction_info: object({ type: oneOf('authorization'), reference_code: string({ max: 64 }) }),
  card: object({
    number: string({ pattern: /^\d{12,19}$/ }),
    expiration_date: string({ pattern: /^(0[1-9]|1[0-2])\/(\d{2}|\d{4})$/ }),
    security_code: string({ pattern: /^\d{3,4}$/ }),
  }),
  order_info: object({
    amount_details: object({ total_amount: positiveInteger, currency: string({ pattern: /^[A-Z]{3}$/ }) }),
    installments: optional(positiveInteger),
  }),
  bill_to: anyObject,
  device_info: optional(object({ ip_address: ipAddress })),
});

/** *third-party*: "no funds are taken"; a capture takes them. */
export function authorization(request: EmulatorRequest, context: EmulatorContext): EmulatorResponse {
  authenticate(request);
  const sent = fields(readBody(request), '');
  checkTestCard(sent.card.number, 'card.number');
  const { total_amount: total, currency } = sent.order_info.amount_details;
  const minor = parseMajor(String(total), currency);
  if (!minor) throw new Rejection('invalid', 'order_info.amount_details.total_amount', 'does not fit the currency');
  const [month = '', year = ''] = sent.card.expiration_date.split('/');
  const { ids, now } = context;
  const made = authorize(
    { provider: 'firstoken', amount: { minor, currency }, reference: sent.transaction_info.reference_code },
    authorizations,
    context,
    {
      ...decisionForCard({ number: sent.card.number, month, year }, now()),
      details: { requestId: ids.digits(22), reconciliationId: ids.digits(22) },
    },
  );
  return { status: 200, body: authorizationEnvelope(made) };
}
