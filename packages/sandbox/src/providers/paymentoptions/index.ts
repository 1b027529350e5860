import type { Emulator } from '../../emulator/emulator.ts';
import { idAt, idInPath } from '../../emulator/subject-of.ts';
import { oneUnitMore, replaceAt } from '../../emulator/json.ts';
import { capture } from './capture.ts';
import { lookup, STATUS_PATH } from './lookup.ts';
import { rejectionResponse } from './rejections.ts';

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
  authorizations: { singleCapture: true, newId: (ids) => ids.uuid() },
  operation: ({ method, path }) => {
    if (method === 'POST' && path === '/server-to-server-interface/capture') return 'capture';
    return method === 'GET' && STATUS_PATH.test(path) ? 'lookup' : undefined;
  },
  idsIn: (request) => ({
    authorizationId: idAt(request, 'transactionId'),
    id: idInPath(request, STATUS_PATH),
  }),
  capture,
  lookup,
  reject: rejectionResponse,
  otherAmount: (body) => replaceAt(body, 'payment_details.amount', oneUnitMore),
  // *example*: false for a test payment. *assumed*: true for a live one, in refusals as well.
  asLive: (body) => replaceAt(body, 'is_live', () => true),
  // An outer success, with the inner code of a restricted transaction.
  contradict: (body) =>
    body['success'] === true ? replaceAt(body, 'payment_details.response_code', () => -8000) : body,
};
