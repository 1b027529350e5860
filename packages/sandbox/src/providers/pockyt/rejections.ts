import type { EmulatorResponse } from '../../emulator/http-types.ts';
import type { Rejection, RejectionKind } from '../../emulator/rejection.ts';

// *third-party*: the codes and their meaning. *assumed*: which code stands for which error, except for the first four,
// and HTTP 200 for business refusals (public clients read the code from the body and treat other statuses as failures).
const CODES: Readonly<Partial<Record<RejectionKind, readonly [status: number, code: string]>>> = {
  missing: [200, '000020'],
  'transaction-not-found': [200, '000021'],
  conflict: [200, '000022'],
  invalid: [200, '000023'],
  'unknown-field': [200, '000023'],
  unreadable: [200, '000023'],
  'duplicate-reference': [200, '000023'],
  'capture-not-found': [200, '000021'],
  'not-captured': [200, '000040'],
  'already-refunded': [200, '000040'],
  credentials: [200, '000030'],
  'content-type': [415, '000023'],
  'no-such-path': [404, '000010'],
  unauthorized: [401, '000030'],
  'rate-limited': [429, '000030'],
  'server-error': [500, '000000'],
};

/** A refusal in Pockyt's envelope: a code, a message that names the field, and no result. */
export function rejectionResponse(rejection: Rejection): EmulatorResponse {
  const [status, code] = CODES[rejection.kind] ?? [200, '000023'];
  const isDuplicate = rejection.kind === 'duplicate-reference';
  const message = isDuplicate ? 'Duplicate reference: the reference already exists' : rejection.message;
  return {
    status,
    body: { ret_code: code, ret_msg: rejection.path && !isDuplicate ? `${rejection.path}: ${message}` : message },
  };
}
