import type { Call } from '@capture/core/provider';
import type { CheckedFreepaymentOptions } from './options.ts';
import type { CheckedFreepaymentRequest } from './request.ts';

/** Maps a capture to its documented parameters, all of them inside `request`. Absent values are not sent. */
export function encode(request: CheckedFreepaymentRequest, { sendCurrency }: CheckedFreepaymentOptions): Call {
  const { authorizationId, amount } = request;
  return {
    method: 'POST',
    path: '/transactions/captures',
    body: {
      type: 'json',
      fields: {
        request: {
          parent_uid: authorizationId,
          amount: amount.minor,
          currency: sendCurrency ? amount.currency : undefined,
        },
      },
    },
  };
}
