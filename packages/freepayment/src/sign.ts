import { Secret } from '@capture/core';
import type { Call, SignedCall } from '@capture/core/provider';
import type { CheckedFreepaymentOptions } from './options.ts';

/** *peer*: HTTP Basic, shop id as user and secret key as password, taken as UTF-8. A secret of its own, because whoever reads the base64 has the key. */
export function basicCredential(shopId: string, secretKey: Secret): Secret {
  const bytes = new TextEncoder().encode(`${shopId}:${secretKey.reveal()}`);
  return new Secret(btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')));
}

/** Adds the credential header. The gateway knows no signature of a request. */
export function sign(call: Call, options: CheckedFreepaymentOptions): SignedCall {
  return {
    call: { ...call, headers: { ...call.headers, authorization: options.authorization } },
  };
}
