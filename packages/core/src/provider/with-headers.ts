import type { Call } from './call.ts';
import type { SignedCall } from './definition.ts';

/** Adds credential headers to a call. Nothing is signed, so there is no signature to explain. */
export function withHeaders(call: Call, headers: NonNullable<Call['headers']>): SignedCall {
  return { call: { ...call, headers: { ...call.headers, ...headers } } };
}
