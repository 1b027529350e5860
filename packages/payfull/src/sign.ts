import { signBody, type Call, type SignedCall } from '@capture/core/provider';
import { defineScheme, SHA_256 } from '@capture/core/signing';
import type { CheckedPayfullOptions } from './options.ts';

/**
 * The signature of Payfull. *documented*, "hash": parameters sorted by name from A to Z, each value preceded by its
 * length, no separator, names left out; SHA-256 with the merchant password as shared secret. *third-party*: the keyed
 * form is HMAC, lengths count characters (code points), empty values are left out, the digest is lower-case hex.
 *
 * `sign(fields, password)` explains a hash. `explainMismatch` of `@capture/core/signing` takes the scheme and finds the
 * difference from another implementation's hash.
 */
export const payfullScheme = defineScheme({
  unsigned: ['hash'],
  optional: ['passive_data', 'merchant_trx_id'],
  order: 'code-points',
  empty: 'dropped',
  field: '{length}{value}',
  lengthUnit: 'characters',
  between: '',
  secret: { called: 'merchant password', place: 'key', as: 'plain' },
  digest: SHA_256,
  form: 'lower-case-hex',
});

/**
 * Computes the `hash` of a request: the lower-case hex digest over `fields`, of which `hash` itself is ignored. Log
 * neither the password nor, in production, the result.
 */
export function payfullHash(fields: Readonly<Record<string, string>>, password: string): string {
  return payfullScheme.sign(fields, password).reveal();
}

/** @internal Adds `hash` to the body. */
export function sign(call: Call, options: CheckedPayfullOptions): SignedCall {
  return signBody(call, payfullScheme, 'hash', options.password);
}
