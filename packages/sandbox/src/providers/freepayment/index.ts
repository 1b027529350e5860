import type { Emulator } from '../../emulator/emulator.ts';
import { idAt, idInPath } from '../../emulator/subject-of.ts';
import { oneUnitMore, replaceAt } from '../../emulator/json.ts';
import { capture } from './capture.ts';
import { lookup, LOOKUP_PATH } from './lookup.ts';
import { asLive, editTransactions } from './edit-transactions.ts';
import { notification } from './notification.ts';
import { rejectionResponse } from './rejections.ts';

/** freepayment.online, a brand of the beGateway gateway: JSON in a `request`, amounts in minor units. */
export const freepayment: Emulator = {
  provider: 'freepayment',
  basePath: '/beyag',
  bodyTypes: ['application/json'],
  documentedBaseUrls: ['https://api.freepayment.online/beyag'],
  // *example*: the id and the amount; *documented*: USD is the page's example of a currency.
  samples: [{ id: '1-310b0da80b', amount: { minor: 50, currency: 'USD' } }],
  authorizations: { singleCapture: false, newId: (ids) => `1-${ids.hex(10)}` },
  operation: ({ method, path }) => {
    if (method === 'POST' && path === '/transactions/captures') return 'capture';
    return method === 'GET' && LOOKUP_PATH.test(path) ? 'lookup' : undefined;
  },
  idsIn: (request) => ({
    authorizationId: idAt(request, 'request.parent_uid'),
    ...(request.path.includes('/tracking_id/')
      ? { reference: idInPath(request, LOOKUP_PATH) }
      : { id: request.method === 'GET' ? idInPath(request, LOOKUP_PATH) : undefined }),
  }),
  capture,
  lookup,
  notification,
  reject: rejectionResponse,
  otherAmount: (body) => editTransactions(body, (one) => replaceAt(one, 'amount', oneUnitMore)),
  asLive,
  // A successful transaction around a failed capture.
  contradict: (body) =>
    editTransactions(body, (one) =>
      one['status'] === 'successful' ? replaceAt(one, 'capture.status', () => 'failed') : one,
    ),
};
