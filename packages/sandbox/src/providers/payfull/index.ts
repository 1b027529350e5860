import type { Emulator, Operation } from '../../emulator/emulator.ts';
import { idAt } from '../../emulator/subject-of.ts';
import { oneUnitMore, replaceAt } from '../../emulator/json.ts';
import { authorization, authorizations } from './authorization.ts';
import { capture } from './capture.ts';
import { lookup } from './lookup.ts';
import { refund } from './refund.ts';
import { rejectionResponse } from './rejections.ts';
import { cancel } from './void.ts';

const OPERATIONS: Readonly<Record<string, Operation>> = {
  Preauth: 'authorization',
  Cancel: 'void',
  Return: 'refund',
  Get: 'lookup',
};

// A Cancel is of an authorization or of a capture.
const ID_OF: Readonly<Record<string, 'id' | 'captureId'>> = { Cancel: 'id', Return: 'captureId' };

/** Payfull: a form with a hash, and one endpoint for all operations. */
export const payfull: Emulator = {
  provider: 'payfull',
  basePath: '',
  bodyTypes: ['application/x-www-form-urlencoded'],
  documentedBaseUrls: ['https://*.payfull.com'],
  // *example*: the id. *assumed*: the currency of the example response, and an amount that covers its 23.02.
  samples: [{ id: 'T4U_8d8125d10a_481a77f38', amount: { minor: 10_000, currency: 'TRY' } }],
  authorizations,
  // *third-party*: the path. The type field selects the operation; anything else is handled as a capture.
  operation: (request) => {
    if (request.method !== 'POST' || request.path !== '/integration/api/v1') return undefined;
    const type = idAt(request, 'type') ?? '';
    return (Object.hasOwn(OPERATIONS, type) ? OPERATIONS[type] : undefined) ?? 'capture';
  },
  idsIn: (request) => ({
    reference: idAt(request, 'merchant_trx_id'),
    [ID_OF[idAt(request, 'type') ?? ''] ?? 'authorizationId']: idAt(request, 'transaction_id'),
  }),
  authorization,
  capture,
  void: cancel,
  refund,
  lookup,
  reject: rejectionResponse,
  otherAmount: (body) => replaceAt(body, 'total', oneUnitMore),
  // Status 1 with the code of a decline.
  contradict: (body) => (body['status'] === 1 ? { ...body, ErrorCode: '51', ErrorMSG: 'Insufficient funds' } : body),
};
