import type { EmulatorResponse } from '../../emulator/http-types.ts';
import type { JsonObject } from '../../emulator/json.ts';
import type { Rejection, RejectionKind } from '../../emulator/rejection.ts';

// *third-party*: 401 and 422 with these messages, and the start of the one about the amount. *assumed*: the rest.
const RESPONSES: Readonly<Partial<Record<RejectionKind, readonly [status: number, message: string]>>> = {
  credentials: [401, 'Invalid shop_id/secret_key.'],
  'amount-too-high': [422, "Amount can't be greater than what is left of the authorization"],
  'already-captured': [422, "Amount can't be greater than what is left of the authorization"],
  'transaction-not-found': [404, 'Record not found'],
  'content-type': [415, 'Unsupported media type'],
  'no-such-path': [404, 'Not found'],
  unauthorized: [401, 'Invalid shop_id/secret_key.'],
  'rate-limited': [429, 'Too many requests'],
  'server-error': [500, 'Internal server error'],
};

/** A refusal. *third-party*: message and errors at the top level, and errors nested like the request. */
export function rejectionResponse(rejection: Rejection): EmulatorResponse {
  const [status, message] = RESPONSES[rejection.kind] ?? [422, 'Unprocessable entity'];
  const detail = rejection.kind === 'missing' ? 'is missing' : rejection.message;
  const path = rejection.path === '' ? ['system'] : rejection.path.split('.');
  const errors = path.reduceRight<JsonObject | string[]>((inner, name) => ({ [name]: inner }), [detail]) as JsonObject;
  return { status, body: { message, errors } };
}
