import { replaceAt, oneUnitMore } from '../../emulator/json.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import { capture } from './capture.ts';
import { lookup, STATUS_PATH } from './lookup.ts';
import { rejectionResponse } from './rejections.ts';

/** PaymentOptions: JSON with two key headers; the answer repeats the card number. */
export const paymentoptions: Emulator = {
  provider: 'paymentoptions',
  // *sample*: the doubled part is in the curl sample and in the provider's own client.
  basePath: '/api/v1/api/v1',
  bodyType: 'application/json',
  documentedBaseUrls: ['https://api-dev.paymentoptions.com/api/v1/api/v1'],
  // *sample*: the id, and what the answer tells about the authorization.
  samples: [{ id: 'e0b0731e-7170-4b64-8a21-7d835eebd641', amount: { minor: 1000, currency: 'JPY' }, reference: 'qwe' }],
  authorizations: { singleCapture: true, newId: (ids) => ids.uuid() },
  operation: ({ method, path }) => {
    if (method === 'POST' && path === '/server-to-server-interface/capture') return 'capture';
    return method === 'GET' && STATUS_PATH.test(path) ? 'lookup' : undefined;
  },
  capture,
  lookup,
  reject: rejectionResponse,
  otherAmount: (body) => replaceAt(body, 'payment_details.amount', oneUnitMore),
  // Success outside, the code of a restricted transaction inside.
  contradict: (body) =>
    body['success'] === true ? replaceAt(body, 'payment_details.response_code', () => -8000) : body,
};
