import { formatMajor } from '@capture/core';
import type { Call } from '@capture/core/provider';
import type { CheckedPayfullOptions } from './options.ts';
import type { CheckedPayfullRequest } from './request.ts';

/** *third-party*: one path for every operation, which the field `type` selects. The page prints no path. */
export const PATH = '/integration/api/v1';

/**
 * Maps a capture to its documented parameters. Absent values are not sent, because public clients disagree on how an
 * empty value is signed.
 */
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
