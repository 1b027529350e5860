import { exactMajorNumber, type Call } from '@capture/core/provider';
import type { CheckedPaymentOptionsOptions } from './options.ts';
import type { CheckedPaymentOptionsRequest } from './request.ts';

/** *documented*: the prefix of every path, after the base URL. */
export const PATH = '/server-to-server-interface';

/** Maps a capture to its body (*example*), which names no currency: it is that of the authorization. */
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
