import { withHeaders, type Call, type SignedCall } from '@capture/core/provider';
import type { CheckedFreepaymentOptions } from './options.ts';

/**
 * Adds the credential header (*third-party*: HTTP Basic, the shop id as user name and the secret key as password). The
 * gateway knows no signature of a request.
 */
export function sign(call: Call, options: CheckedFreepaymentOptions): SignedCall {
  return withHeaders(call, { authorization: options.authorization });
}
