import type { Call, SignedCall } from '@capture/core/provider';
import type { CheckedPaymentOptionsOptions } from './options.ts';

/** *page*, "Authorizations": both headers, on every call. Nothing is signed. */
export function sign(call: Call, { authorization, apiKey }: CheckedPaymentOptionsOptions): SignedCall {
  return { call: { ...call, headers: { ...call.headers, authorization, 'x-api-key': apiKey } } };
}
