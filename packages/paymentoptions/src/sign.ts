import { withHeaders, type Call, type SignedCall } from '@capture/core/provider';
import type { CheckedPaymentOptionsOptions } from './options.ts';

/** *documented*, "Authorizations": both headers, on every call. Nothing is signed. */
export function sign(call: Call, { authorization, apiKey }: CheckedPaymentOptionsOptions): SignedCall {
  return withHeaders(call, { authorization, 'x-api-key': apiKey });
}
