import { withHeaders, type Call, type SignedCall } from '@capture/core/provider';
import type { CheckedFirstokenOptions } from './options.ts';

/** Adds the key as a header, as every call needs it (*example*). Nothing is signed. */
export function sign(call: Call, { apiKey }: CheckedFirstokenOptions): SignedCall {
  return withHeaders(call, { 'x-api-key': apiKey });
}
