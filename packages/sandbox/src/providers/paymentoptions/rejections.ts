import type { EmulatorRequest, EmulatorResponse } from '../../emulator/http-types.ts';
import type { Rejection, RejectionKind } from '../../emulator/rejection.ts';

// *third-party*: the HTTP codes that the provider lists (400, 401, 404, 406, 412, 500). *assumed*: which one stands for
// which error, and every ERR code: the published list ends after ERR3003.
const CODES: Readonly<Partial<Record<RejectionKind, readonly [status: number, code: string]>>> = {
  credentials: [401, 'ERR1001'],
  'authorization-not-found': [404, 'ERR2001'],
  'transaction-not-found': [404, 'ERR2001'],
  'already-captured': [412, 'ERR2002'],
  'amount-too-high': [412, 'ERR2003'],
  'authorization-voided': [412, 'ERR2006'],
  'authorization-expired': [412, 'ERR2007'],
  'authorization-not-approved': [412, 'ERR2008'],
  'capture-not-found': [404, 'ERR2001'],
  'not-captured': [412, 'ERR2009'],
  'already-refunded': [412, 'ERR2010'],
  'content-type': [406, 'ERR2004'],
  'no-such-path': [404, 'ERR2005'],
  unauthorized: [401, 'ERR1001'],
  'rate-limited': [429, 'ERR1002'],
  'server-error': [500, 'ERR9999'],
};

// *assumed*: a refusal has the type of the operation.
const TYPES: Readonly<Record<string, string>> = {
  authorization: 'PRE_AUTH',
  authorizationv2: 'PRE_AUTH',
  void: 'VOID',
  refund: 'REFUND',
};

const MESSAGES: Readonly<Partial<Record<RejectionKind, string>>> = {
  'already-captured': 'The transaction is already captured.',
  'amount-too-high': 'The amount is higher than the authorised amount.',
  'authorization-voided': 'The authorisation is cancelled.',
  'authorization-expired': 'The authorisation has expired.',
  'already-refunded': 'The transaction is already refunded.',
};

/** A refusal in the provider's envelope. *assumed*: its shape; the provider publishes no error body. */
export function rejectionResponse(rejection: Rejection, { path }: EmulatorRequest): EmulatorResponse {
  const [status, code] = CODES[rejection.kind] ?? [400, 'ERR2000'];
  const message =
    MESSAGES[rejection.kind] ?? (rejection.path ? `${rejection.path}: ${rejection.message}` : rejection.message);
  return {
    status,
    body: {
      success: false,
      status_code: status,
      is_live: false,
      transaction_type: TYPES[path.split('/').at(-1) ?? ''] ?? 'CAPTURE',
      gateway_response: { version: '1', type: 'ERROR', message, code },
    },
  };
}
