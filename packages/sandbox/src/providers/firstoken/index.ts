import type { Emulator } from '../../emulator/emulator.ts';
import { idAt, idInPath } from '../../emulator/subject-of.ts';
import { oneUnitMore, replaceAt, stringAt } from '../../emulator/json.ts';
import { capture, CAPTURE_PATH } from './capture.ts';
import { DETAILS_PATH, lookup } from './lookup.ts';
import { rejectionResponse } from './rejections.ts';

/** Firstoken: JSON with one key header. A successful capture has the outer status success and the inner one Pending. */
export const firstoken: Emulator = {
  provider: 'firstoken',
  basePath: '',
  bodyTypes: ['application/json'],
  documentedBaseUrls: ['https://api.firstoken.co', 'https://api.firstoken-staging.co'],
  // The page prints only `:id`. *assumed*: an id in the style of the example's transaction_id; *example*: COP 1000.
  samples: [{ id: '0001708980782641783611', amount: { minor: 100_000, currency: 'COP' }, reference: '123456789' }],
  authorizations: { singleCapture: true, newId: (ids) => ids.digits(22) },
  operation: ({ method, path }) => {
    if (method === 'POST' && CAPTURE_PATH.test(path)) return 'capture';
    return method === 'GET' && DETAILS_PATH.test(path) ? 'lookup' : undefined;
  },
  idsIn: (request) => ({
    reference: idAt(request, 'transaction_info.reference_code'),
    authorizationId: idInPath(request, CAPTURE_PATH),
    id: idInPath(request, DETAILS_PATH),
  }),
  capture,
  lookup,
  reject: rejectionResponse,
  otherAmount: (body) => {
    const details = 'data.order_info.amount_details';
    return replaceAt(
      replaceAt(body, `${details}.total_amount`, oneUnitMore),
      `${details}.authorized_amount`,
      oneUnitMore,
    );
  },
  // An outer failure around a captured transaction.
  contradict: (body) =>
    stringAt(body, 'status') === 'success'
      ? {
          ...replaceAt(body, 'data.transaction_info.status', () => 'Captured'),
          status: 'fail',
          message: 'Capture failed',
        }
      : body,
};
