import type { Call, SignedCall } from '@capture/core/provider';
import { defineScheme, SHA_256 } from '@capture/core/signing';
import type { CheckedPayfullOptions } from './options.ts';

/**
 * How Payfull signs. *page*, "hash": parameters from A to Z, each value after its length, nothing in between, names not included; SHA-256 with the merchant password as shared secret.
 * *peer*: the keyed form is HMAC, the length counts characters (code points), empty values are left out, the digest is lower-case hex.
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
  return payfullScheme.sign(fields, password).digest.reveal();
}

/** @internal Adds `hash` to the body. */
export function sign(call: Call, options: CheckedPayfullOptions): SignedCall {
  const given = Object.entries(call.body?.fields ?? {}).filter(
    (field): field is [string, string] => typeof field[1] === 'string',
  );
  const fields = Object.fromEntries(given);
  const signature = payfullScheme.sign(fields, options.password.reveal());
  return { call: { ...call, body: { type: 'form', fields: { ...fields, hash: signature.digest } } }, signature };
}
