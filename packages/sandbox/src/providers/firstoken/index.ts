import type { Emulator } from '../../emulator/emulator.ts';
import { idAt, idInPath } from '../../emulator/subject-of.ts';
import { oneUnitMore, replaceAt, stringAt } from '../../emulator/json.ts';
import { authorization, AUTHORIZATION_PATH, authorizations } from './authorization.ts';
import { capture, CAPTURE_PATH } from './capture.ts';
import { DETAILS_PATH, lookup } from './lookup.ts';
import { rejectionResponse } from './rejections.ts';
import { REVERSAL_PATH, reverse } from './void.ts';

/** Firstoken: JSON with one key header. A successful capture has the outer status success and the inner one Pending. */
export const firstoken: Emulator = {
  provider: 'firstoken',
  basePath: '',
  bodyTypes: ['application/json'],
  documentedBaseUrls: ['https://api.firstoken.co', 'https://api.firstoken-staging.co'],
  // The page prints only `:id`. *assumed*: an id in the style of the example's transaction_id; *example*: COP 1000.
  samples: [{ id: '0001708980782641783611', amount: { minor: 100_000, currency: 'COP' }, reference: '123456789' }],
  authorizations,
  operation: ({ method, path }) => {
    if (method === 'GET') return DETAILS_PATH.test(path) ? 'lookup' : undefined;
    if (method !== 'POST') return undefined;
    if (CAPTURE_PATH.test(path)) return 'capture';
    if (REVERSAL_PATH.test(path)) return 'void';
    return AUTHORIZATION_PATH.test(path) ? 'authorization' : undefined;
  },
  idsIn: (request) => ({
    reference: idAt(request, 'transaction_info.reference_code'),
    authorizationId: idInPath(request, CAPTURE_PATH) ?? idInPath(request, REVERSAL_PATH),
    id: idInPath(request, DETAILS_PATH),
  }),
  authorization,
  capture,
  void: reverse,
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
  // An outer failure around a transaction that succeeded.
  contradict: (body) => {
    if (stringAt(body, 'status') !== 'success') return body;
    const isCapture = !stringAt(body, 'data.transaction_info.type')?.startsWith('authorization');
    const inner = isCapture ? replaceAt(body, 'data.transaction_info.status', () => 'Captured') : body;
    return { ...inner, status: 'fail', message: isCapture ? 'Capture failed' : 'Transaction failed' };
  },
};
