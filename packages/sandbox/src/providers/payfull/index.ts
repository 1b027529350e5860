import { replaceAt, oneUnitMore } from '../../emulator/json.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import { capture } from './capture.ts';
import { lookup } from './lookup.ts';
import { rejectionResponse } from './rejections.ts';
import { fieldOf } from './request.ts';

/** Payfull: a form with a hash in it, and one endpoint for every operation. */
export const payfull: Emulator = {
  provider: 'payfull',
  basePath: '',
  bodyType: 'application/x-www-form-urlencoded',
  documentedBaseUrls: ['https://*.payfull.com'],
  // *sample*: the id. *guess*: the currency of the sample answer, and an amount that covers the 23.02 asked for.
  samples: [{ id: 'T4U_8d8125d10a_481a77f38', amount: { minor: 10_000, currency: 'TRY' } }],
  authorizations: {
    singleCapture: true,
    newId: (ids) => `T4U_${ids.hex(10)}_${ids.hex(9)}`,
  },
  // *peer*: the path. The type field chooses the operation; what it is not known to be is refused as a capture.
  operation: (request) => {
    if (request.method !== 'POST' || request.path !== '/integration/api/v1') return undefined;
    return fieldOf(request, 'type') === 'Get' ? 'lookup' : 'capture';
  },
  capture,
  lookup,
  reject: rejectionResponse,
  otherAmount: (body) => replaceAt(body, 'total', oneUnitMore),
  // Status 1 beside the code of a refusal.
  contradict: (body) => (body['status'] === 1 ? { ...body, ErrorCode: '51', ErrorMSG: 'Insufficient funds' } : body),
};
