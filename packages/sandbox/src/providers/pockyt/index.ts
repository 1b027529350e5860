import type { Emulator } from '../../emulator/emulator.ts';
import { idAt } from '../../emulator/subject-of.ts';
import { oneUnitMore, replaceAt, stringAt } from '../../emulator/json.ts';
import { capture } from './capture.ts';
import { lookup } from './lookup.ts';
import { acknowledgement, notification } from './notification.ts';
import { refund } from './refund.ts';
import { rejectionResponse } from './rejections.ts';

const OPERATIONS = {
  'POST /order/v4/capture': 'capture',
  'POST /app-data-search/v3/refund': 'refund',
  'POST /app-data-search/v3/tran-query': 'lookup',
} as const;

/** Pockyt: a direct card charge with a signature in the body. */
export const pockyt: Emulator = {
  provider: 'pockyt',
  basePath: '',
  // *third-party*: the page shows JSON, and the vendor's PHP and Python SDKs send a form.
  bodyTypes: ['application/json', 'application/x-www-form-urlencoded'],
  documentedBaseUrls: ['https://mapi.yuansfer.com', 'https://mapi.yuansferdev.com'],
  samples: [],
  operation: ({ method, path }) => OPERATIONS[`${method} ${path}` as keyof typeof OPERATIONS],
  idsIn: (request) => ({ reference: idAt(request, 'reference'), captureId: idAt(request, 'transactionNo') }),
  capture,
  refund,
  lookup,
  acknowledgement,
  notification,
  reject: rejectionResponse,
  otherAmount: (body) => replaceAt(replaceAt(body, 'result.amount', oneUnitMore), 'result.refundAmount', oneUnitMore),
  // An error code around a successful payment.
  contradict: (body) =>
    stringAt(body, 'result.status') === 'success'
      ? { ...body, ret_code: '000040', ret_msg: 'transaction status problem' }
      : body,
};
