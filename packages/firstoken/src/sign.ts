import { withHeaders, type Call, type SignedCall } from '@capture/core/provider';
import type { CheckedFirstokenOptions } from './options.ts';

/** *example*: the key in a header, on every call. Nothing is signed. */
export function sign(call: Call, { apiKey }: CheckedFirstokenOptions): SignedCall {
  return withHeaders(call, { 'x-api-key': apiKey });
}
