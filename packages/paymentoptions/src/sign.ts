import { withHeaders, type Call, type SignedCall } from '@capture/core/provider';
import type { CheckedPaymentOptionsOptions } from './options.ts';

/** Adds both credential headers, as every call needs them (*documented*, "Authorizations"). Nothing is signed. */
export function sign(call: Call, { authorization, apiKey }: CheckedPaymentOptionsOptions): SignedCall {
  return withHeaders(call, { authorization, 'x-api-key': apiKey });
}
