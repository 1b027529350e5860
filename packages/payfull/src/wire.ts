import { formatMajor } from '@capture/core';
import type { Call } from '@capture/core/provider';
import type { CheckedPayfullOptions } from './options.ts';
import type { CheckedPayfullRequest } from './request.ts';

/** *third-party*: one path for every operation; the `type` field chooses. The page prints no path. */
export const PATH = '/integration/api/v1';

/** *documented*: the parameters of a capture. What is absent is not sent, because peers disagree on how an empty value is signed. */
export function encode(request: CheckedPayfullRequest, options: CheckedPayfullOptions): Call {
  return {
    method: 'POST',
    path: PATH,
    body: {
      type: 'form',
      fields: {
        merchant: options.merchant,
        type: 'Capture',
        language: request.language ?? options.language,
        client_ip: request.clientIp,
        transaction_id: request.authorizationId,
        total: formatMajor(request.amount),
        passive_data: request.notes,
        merchant_trx_id: request.reference,
      },
    },
  };
}
