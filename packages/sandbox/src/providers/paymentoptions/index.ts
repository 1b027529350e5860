import type { Emulator, Operation } from '../../emulator/emulator.ts';
import { idAt, idInPath } from '../../emulator/subject-of.ts';
import { oneUnitMore, replaceAt } from '../../emulator/json.ts';
import { authorization, authorizations } from './authorization.ts';
import { capture } from './capture.ts';
import { lookup, STATUS_PATH } from './lookup.ts';
import { refund } from './refund.ts';
import { rejectionResponse } from './rejections.ts';
import { voidAuthorization } from './void.ts';

// *documented*: the capture. *third-party*: the others; the two authorizations differ in fields that are not needed.
const OPERATIONS: Readonly<Record<string, Operation>> = {
  '/server-to-server-interface/authorization': 'authorization',
  '/server-to-server-interface/authorizationv2': 'authorization',
  '/server-to-server-interface/capture': 'capture',
  '/server-to-server-interface/void': 'void',
  '/server-to-server-interface/refund': 'refund',
};

/** PaymentOptions: JSON with two key headers; the response repeats the card number. */
export const paymentoptions: Emulator = {
  provider: 'paymentoptions',
  // *example*: the doubled part is in the curl example and in the provider's own client.
  basePath: '/api/v1/api/v1',
  // *third-party*: the vendor's own client has used it once since, and the page's heading does.
  otherBasePaths: ['/api/v1'],
  bodyTypes: ['application/json'],
  // *example*: development. *third-party*: production, with the path once.
  documentedBaseUrls: [
    'https://api-dev.paymentoptions.com/api/v1/api/v1',
    'https://api-dev.paymentoptions.com/api/v1',
    'https://api.paymentoptions.com/api/v1',
  ],
  // *example*: the id, and the authorization's values in the response.
  samples: [{ id: 'e0b0731e-7170-4b64-8a21-7d835eebd641', amount: { minor: 1000, currency: 'JPY' }, reference: 'qwe' }],
  authorizations,
  operation: ({ method, path }) => {
    if (method === 'POST') return Object.hasOwn(OPERATIONS, path) ? OPERATIONS[path] : undefined;
    return method === 'GET' && STATUS_PATH.test(path) ? 'lookup' : undefined;
  },
  idsIn: (request) => ({
    reference: idAt(request, 'merchant_txn_ref'),
    [request.path.endsWith('/refund') ? 'captureId' : 'authorizationId']: idAt(request, 'transactionId'),
    id: idInPath(request, STATUS_PATH),
  }),
  authorization,
  capture,
  void: voidAuthorization,
  refund,
  lookup,
  reject: rejectionResponse,
  otherAmount: (body) => replaceAt(body, 'payment_details.amount', oneUnitMore),
  // *example*: false for a test payment. *assumed*: true for a live one, in refusals as well.
  asLive: (body) => replaceAt(body, 'is_live', () => true),
  // An outer success, with the inner code of a restricted transaction.
  contradict: (body) =>
    body['success'] === true ? replaceAt(body, 'payment_details.response_code', () => -8000) : body,
};
