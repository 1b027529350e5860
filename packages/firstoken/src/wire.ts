import { exactMajorNumber, type Call } from '@capture/core/provider';
import type { CheckedFirstokenRequest } from './request.ts';

/** *documented*: the prefix of every path. */
export const PATH = '/v1/payments';

/** Maps a capture to its path (*documented*) and body (*example*). */
export function encode(request: CheckedFirstokenRequest): Call {
  const { authorizationId, amount, reference, installments, clientIp } = request;
  return {
    method: 'POST',
    path: `${PATH}/${encodeURIComponent(authorizationId)}/capture`,
    body: {
      type: 'json',
      fields: {
        transaction_info: { type: 'capture', reference_code: reference },
        capture_info: {
          amount_details: { total_amount: exactMajorNumber(amount), currency: amount.currency },
          installments,
        },
        device_info: clientIp === undefined ? undefined : { ip_address: clientIp },
      },
    },
  };
}
