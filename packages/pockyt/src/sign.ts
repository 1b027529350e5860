import type { Secret } from '@capture/core';
import { signBody, type Call, type SignedCall } from '@capture/core/provider';
import { defineScheme, MD5 } from '@capture/core/signing';
import type { CheckedPockytOptions } from './options.ts';

/** The signed fields. Card number and security code may be wrapped in a `Secret`. */
export type PockytFields = Readonly<Record<string, string | Secret>>;

/**
 * The signature of Pockyt (*third-party*, the vendor's "Signing API Parameters"): parameters sorted by name from A to
 * Z, as `name=value` joined with `&`, without encoding, then `&` and the MD5 of the API token; the MD5 of that string.
 * In lower-case hex, over UTF-8, sorted by bytes. Public clients disagree on whether a parameter without a value is
 * signed, so none is ever sent.
 *
 * `sign(fields, token)` explains a signature. `explainMismatch` of `@capture/core/signing` takes the scheme and finds
 * the difference from another implementation's signature.
 */
export const pockytScheme = defineScheme({
  unsigned: ['verifySign'],
  optional: ['callbackUrl', 'clientIp', 'customerNo', 'goodsInfo', 'ipnUrl', 'merGroupNo', 'note'],
  confidential: ['cardNumber', 'cardCvv'],
  order: 'code-points',
  empty: 'dropped',
  field: '{name}={value}',
  between: '&',
  secret: { called: 'API token', place: 'end', as: 'hashed', glue: '&' },
  digest: MD5,
  form: 'lower-case-hex',
});

/**
 * Computes the `verifySign` of a request or a notification: the lower-case hex digest over `fields`, of which
 * `verifySign` and empty values are ignored. Log neither the token nor the result: the card number can be brute-forced
 * from the digest.
 */
export function pockytSignature(fields: PockytFields, token: string): string {
  return pockytScheme.sign(fields, token).reveal();
}

/** @internal Adds `verifySign` to the body. */
export function sign(call: Call, options: CheckedPockytOptions): SignedCall {
  return signBody(call, pockytScheme, 'verifySign', options.token);
}
