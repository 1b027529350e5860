import { hmacSha256Hex, inByteOrder, makeSignature, type Signature, type SignedField } from '@capture/core/signing';
import type { Call, SignedCall } from '@capture/core/provider';
import type { CheckedPayfullOptions } from './options.ts';

/**
 * *page*, "hash": parameters from A to Z, each value after its length, nothing in between, names not included; SHA-256 with the merchant password as shared secret.
 * *peer*: the keyed form is HMAC, the length counts characters (code points), empty values are left out, the digest is lower-case hex.
 */
export function payfullSignature(fields: Readonly<Record<string, string>>, password: string): Signature {
  const signed = inByteOrder(
    Object.entries(fields).filter(([name, value]) => name !== 'hash' && value !== '') as SignedField[],
  );
  return makeSignature({
    algorithm: 'HMAC-SHA256 keyed with the merchant password, lower-case hex',
    fields: signed,
    pieces: signed.flatMap(([, value]) => [String([...String(value)].length), value]),
    digest: (text) => hmacSha256Hex(password, text),
  });
}

/** The `hash` of a request: the lower-case hex digest over `fields` (a `hash` among them is ignored). Log neither the password nor, in production, the result. */
export function payfullHash(fields: Readonly<Record<string, string>>, password: string): string {
  return payfullSignature(fields, password).digest.reveal();
}

/** Adds `hash` to the body. */
export function sign(call: Call, options: CheckedPayfullOptions): SignedCall {
  const given = Object.entries(call.body?.fields ?? {}).filter(
    (field): field is [string, string] => typeof field[1] === 'string',
  );
  const fields = Object.fromEntries(given);
  const signature = payfullSignature(fields, options.password.reveal());
  return { call: { ...call, body: { type: 'form', fields: { ...fields, hash: signature.digest } } }, signature };
}
