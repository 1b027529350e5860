import { signBody, type Call, type SignedCall } from '@capture/core/provider';
import { defineScheme, SHA_256 } from '@capture/core/signing';
import type { CheckedPayfullOptions } from './options.ts';

/**
 * How Payfull signs. *documented*, "hash": parameters from A to Z, each value after its length, nothing in between, names not included; SHA-256 with the merchant password as shared secret.
 * *third-party*: the keyed form is HMAC, the length counts characters (code points), empty values are left out, the digest is lower-case hex.
 * `sign(fields, password)` explains a hash; `explainMismatch` of `@capture/core/signing` takes the scheme to compare with somebody else's.
 */
export const payfullScheme = defineScheme({
  unsigned: ['hash'],
  optional: ['passive_data', 'merchant_trx_id'],
  order: 'code points',
  empty: 'dropped',
  field: '{length}{value}',
  lengthUnit: 'characters',
  between: '',
  secret: { called: 'merchant password', place: 'key', as: 'plain' },
  digest: SHA_256,
  form: 'lower-case hex',
});

/** The `hash` of a request: the lower-case hex digest over `fields` (a `hash` among them is ignored). Log neither the password nor, in production, the result. */
export function payfullHash(fields: Readonly<Record<string, string>>, password: string): string {
  return payfullScheme.digestOf(fields, password).reveal();
}

/** @internal Adds `hash` to the body. */
export function sign(call: Call, options: CheckedPayfullOptions): SignedCall {
  return signBody(call, payfullScheme, 'hash', options.password);
}
