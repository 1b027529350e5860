import { authorize } from '../../emulator/authorize.ts';
import type { AuthorizationRules, EmulatorContext } from '../../emulator/emulator.ts';
import type { EmulatorRequest, EmulatorResponse } from '../../emulator/http-types.ts';
import { definedMembers } from '../../emulator/json.ts';
import { readBody } from '../../emulator/read-body.ts';
import { Rejection } from '../../emulator/rejection.ts';
import { checkTestCard, decisionForCard } from '../../emulator/test-cards.ts';
import { parseMajor } from '../../state/money.ts';
import { checkUnused } from './operation-ids.ts';
import { authorizationFields } from './request.ts';
import { authorizationResponse } from './response.ts';
import { authenticate } from './signature.ts';

/** *assumed*: one capture for each preauthorization; *example*: the form of the id. */
export const authorizations: AuthorizationRules = {
  singleCapture: true,
  newId: (ids) => `T4U_${ids.hex(10)}_${ids.hex(9)}`,
};

/**
 * *third-party*: type Preauth, with the fields of a sale. 3-D Secure (`use3d`), which responds with HTML, is not
 * emulated.
 */
export function authorization(request: EmulatorRequest, context: EmulatorContext): EmulatorResponse {
  const form = readBody(request);
  const sent = authorizationFields(form, '');
  authenticate(form as Record<string, string>);
  checkTestCard(sent.cc_number, 'cc_number');
  const { ledger, now } = context;
  const reference = sent.merchant_trx_id;
  checkUnused(ledger, reference);
  const minor = parseMajor(sent.total, sent.currency);
  if (!minor) throw new Rejection('invalid', 'total', 'does not fit the currency');
  const card = { number: sent.cc_number, month: sent.cc_month, year: sent.cc_year };
  const made = authorize(
    {
      provider: 'payfull',
      amount: { minor, currency: sent.currency },
      ...(reference !== undefined && { reference }),
    },
    authorizations,
    context,
    {
      ...decisionForCard(card, now()),
      details: definedMembers({ passiveData: sent.passive_data, operationId: reference }),
    },
  );
  return { status: 200, body: authorizationResponse(made, sent.language) };
}
