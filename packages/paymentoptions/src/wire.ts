import { exactMajorNumber, type Call } from '@capture/core/provider';
import type { CheckedPaymentOptionsOptions } from './options.ts';
import type { CheckedPaymentOptionsRequest } from './request.ts';

/** *documented*: what every path of this interface starts with, after the base URL. */
export const PATH = '/server-to-server-interface';

/** *example*: the body of a capture. It names no currency: it is the authorization's. */
export function encode(request: CheckedPaymentOptionsRequest, options: CheckedPaymentOptionsOptions): Call {
  return {
    method: 'POST',
    path: `${PATH}/capture`,
    body: {
      type: 'json',
      fields: {
        transactionId: request.authorizationId,
        amount: exactMajorNumber(request.amount),
        merchant_id: options.merchantId,
        notes: request.notes,
      },
    },
  };
}
