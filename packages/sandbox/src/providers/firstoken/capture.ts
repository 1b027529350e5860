import { checkAmount, findAuthorization } from '../../emulator/capture-rules.ts';
import type { EmulatorContext } from '../../emulator/emulator.ts';
import type { EmulatorRequest, EmulatorResponse } from '../../emulator/http-types.ts';
import { readBody, readPathSegment } from '../../emulator/read-body.ts';
import { Rejection } from '../../emulator/rejection.ts';
import { ipAddress, object, oneOf, optional, positiveInteger, string } from '../../emulator/request-schema.ts';
import { decisionFor } from '../../emulator/test-references.ts';
import type { Capture } from '../../state/transactions.ts';
import { parseMajor } from '../../state/money.ts';
import { authenticate } from './credentials.ts';
import { captureEnvelope } from './envelope.ts';

/** The path of a capture; the id is the authorization's. */
export const CAPTURE_PATH = /^\/v1\/payments\/([^/]+)\/capture$/;

// *example*: names, nesting and types. *third-party*: installments is optional, total_amount an integer.
// *assumed*: that device_info is optional, because nothing says that it is required, and the lengths.
const fields = object({
  transaction_info: object({ type: oneOf('capture'), reference_code: string({ max: 64 }) }),
  capture_info: object({
    amount_details: object({ total_amount: positiveInteger, currency: string({ pattern: /^[A-Z]{3}$/ }) }),
    installments: optional(positiveInteger),
  }),
  device_info: optional(object({ ip_address: ipAddress })),
});

/**
 * *documented*: "used to transfer the authorized funds". *assumed*, as the page is silent: one capture for each
 * authorization, of at most its amount; a reference_code may be repeated, because it is the order's.
 */
export function capture(request: EmulatorRequest, context: EmulatorContext): EmulatorResponse {
  const { ledger, ids, now } = context;
  authenticate(request);
  const { transaction_info: info, capture_info: captureInfo } = fields(readBody(request), '');
  const id = readPathSegment(CAPTURE_PATH.exec(request.path)?.[1] ?? '');
  const authorization = findAuthorization(context, 'firstoken', id, 'id');
  const { currency } = authorization.amount;
  if (captureInfo.amount_details.currency !== currency) {
    throw new Rejection('conflict', 'capture_info.amount_details.currency', 'differs from the authorization');
  }
  const amountPath = 'capture_info.amount_details.total_amount';
  const minor = checkAmount(
    ledger,
    authorization,
    parseMajor(String(captureInfo.amount_details.total_amount), currency),
    amountPath,
  );
  const recorded: Capture = {
    provider: 'firstoken',
    captureId: ids.digits(22),
    authorizationId: id,
    reference: info.reference_code,
    amount: { minor, currency },
    ...decisionFor(info.reference_code, { pending: true }),
    at: now(),
    details: { requestId: ids.digits(22), reconciliationId: ids.digits(22) },
  };
  ledger.record(recorded);
  return { status: 200, body: captureEnvelope(recorded) };
}
