import type { Secret } from '@capture/core';
import { signBody, type Call, type SignedCall } from '@capture/core/provider';
import { defineScheme, MD5 } from '@capture/core/signing';
import type { CheckedPockytOptions } from './options.ts';

/** What is signed: names with their values. Card number and security code may be closed in a `Secret`. */
export type PockytFields = Readonly<Record<string, string | Secret>>;

/**
 * How Pockyt signs (*third-party*, the vendor's "Signing API Parameters"): parameters by name from A to Z, as `name=value` joined with `&`, nothing encoded, then `&` and the MD5 of the API token; of all
 * that the MD5. In lower-case hex, over UTF-8, ordered by bytes. Whether a parameter without a value is signed is disputed among peers, so none is ever sent. `sign(fields, token)` explains a signature;
 * `explainMismatch` of `@capture/core/signing` takes the scheme to compare with somebody else's.
 */
export const pockytScheme = defineScheme({
  unsigned: ['verifySign'],
  optional: ['callbackUrl', 'clientIp', 'customerNo', 'goodsInfo', 'ipnUrl', 'merGroupNo', 'note'],
  confidential: ['cardNumber', 'cardCvv'],
  order: 'code points',
  empty: 'dropped',
  field: '{name}={value}',
  between: '&',
  secret: { called: 'API token', place: 'end', as: 'hashed', glue: '&' },
  digest: MD5,
  form: 'lower-case hex',
});

/**
 * The `verifySign` of a request or a notification: the lower-case hex digest over `fields` (a `verifySign` among them is ignored, as are empty values). Log neither the token nor the
 * result: whoever has it can search for the card number under it.
 */
export function pockytSignature(fields: PockytFields, token: string): string {
  return pockytScheme.digestOf(fields, token).reveal();
}

/** @internal Adds `verifySign` to the body. */
export function sign(call: Call, options: CheckedPockytOptions): SignedCall {
  return signBody(call, pockytScheme, 'verifySign', options.token);
}
