import type { Emulator, Operation } from '../../emulator/emulator.ts';
import { idAt, idInPath } from '../../emulator/subject-of.ts';
import { oneUnitMore, replaceAt, stringAt } from '../../emulator/json.ts';
import { authorization, authorizations } from './authorization.ts';
import { capture } from './capture.ts';
import { lookup, LOOKUP_PATH } from './lookup.ts';
import { asLive, editTransactions } from './edit-transactions.ts';
import { acknowledgement, notification } from './notification.ts';
import { payment } from './payment.ts';
import { refund } from './refund.ts';
import { rejectionResponse } from './rejections.ts';
import { voidAuthorization } from './void.ts';

const PAYMENTS_PATH = '/transactions/payments';

const OPERATIONS: Readonly<Record<string, Operation>> = {
  '/transactions/authorizations': 'authorization',
  '/transactions/captures': 'capture',
  // *third-party*: takes money at once, as a capture does.
  [PAYMENTS_PATH]: 'capture',
  '/transactions/voids': 'void',
  '/transactions/refunds': 'refund',
};

/** freepayment.online, a brand of the beGateway gateway: JSON in a `request`, amounts in minor units. */
export const freepayment: Emulator = {
  provider: 'freepayment',
  basePath: '/beyag',
  bodyTypes: ['application/json'],
  documentedBaseUrls: ['https://api.freepayment.online/beyag'],
  // *example*: the id and the amount; *documented*: USD is the page's example of a currency.
  samples: [{ id: '1-310b0da80b', amount: { minor: 50, currency: 'USD' } }],
  authorizations,
  operation: ({ method, path }) => {
    if (method === 'POST') return Object.hasOwn(OPERATIONS, path) ? OPERATIONS[path] : undefined;
    return method === 'GET' && LOOKUP_PATH.test(path) ? 'lookup' : undefined;
  },
  idsIn: (request) => ({
    ...(request.path === '/transactions/refunds'
      ? { captureId: idAt(request, 'request.parent_uid') }
      : { authorizationId: idAt(request, 'request.parent_uid') }),
    ...(request.path.includes('/tracking_id/')
      ? { reference: idInPath(request, LOOKUP_PATH) }
      : {
          reference: idAt(request, 'request.tracking_id'),
          id: request.method === 'GET' ? idInPath(request, LOOKUP_PATH) : undefined,
        }),
  }),
  authorization,
  capture: (request, context) =>
    request.path === PAYMENTS_PATH ? payment(request, context) : capture(request, context),
  void: voidAuthorization,
  refund,
  lookup,
  acknowledgement,
  notification,
  reject: rejectionResponse,
  otherAmount: (body) => editTransactions(body, (one) => replaceAt(one, 'amount', oneUnitMore)),
  asLive,
  // A successful transaction around a failed operation.
  contradict: (body) =>
    editTransactions(body, (one) =>
      one['status'] === 'successful' ? replaceAt(one, `${stringAt(one, 'type') ?? ''}.status`, () => 'failed') : one,
    ),
};
