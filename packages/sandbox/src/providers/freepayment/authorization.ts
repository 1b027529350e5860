import { authorize } from '../../emulator/authorize.ts';
import type { AuthorizationRules, EmulatorContext } from '../../emulator/emulator.ts';
import type { EmulatorRequest, EmulatorResponse } from '../../emulator/http-types.ts';
import { definedMembers } from '../../emulator/json.ts';
import { readBody } from '../../emulator/read-body.ts';
import { decisionFor } from '../../emulator/test-references.ts';
import { authenticate } from './credentials.ts';
import { paymentFields } from './payment-fields.ts';
import { authorizationTransaction } from './transaction.ts';

/** *assumed*: multiple captures; *example*: the form of the id. */
export const authorizations: AuthorizationRules = { singleCapture: false, newId: (ids) => `1-${ids.hex(10)}` };

const PREFIX = 'authorization-';

/**
 * *third-party*: reserves an amount; `expired_at` ends the time for its capture (*assumed*: of the capture, and not
 * only of the customer's confirmation). No card is in it, so a tracking_id that starts with `authorization-` and a test
 * reference decides its outcome; any other tracking_id decides that of its captures.
 */
export function authorization(request: EmulatorRequest, context: EmulatorContext): EmulatorResponse {
  authenticate(request);
  const { request: sent } = paymentFields(readBody(request), '');
  const { tracking_id: reference, notification_url: notificationUrl, expired_at: expiresAt } = sent;
  const isDecided = reference?.startsWith(PREFIX) ?? false;
  const { state, reason } = decisionFor(isDecided ? reference?.slice(PREFIX.length) : undefined, { pending: true });
  const { ids } = context;
  const made = authorize(
    {
      provider: 'freepayment',
      amount: { minor: sent.amount, currency: sent.currency },
      ...definedMembers({ reference, notificationUrl, expiresAt }),
    },
    authorizations,
    context,
    {
      state: state === 'captured' ? 'authorized' : state,
      reason,
      details: { refId: ids.digits(7), methodType: sent.method.type, description: sent.description },
    },
  );
  return { status: 200, body: { transaction: authorizationTransaction(made) } };
}
