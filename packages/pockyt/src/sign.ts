import { Secret } from '@capture/core';
import type { Call, SignedCall } from '@capture/core/provider';
import { inByteOrder, makeSignature, md5Hex, type Signature } from '@capture/core/signing';
import type { CheckedPockytOptions } from './options.ts';

/** What is signed: names with their values. Card number and security code may be closed in a `Secret`. */
export type PockytFields = Readonly<Record<string, string | Secret>>;

/**
 * *peer*, the vendor's "Signing API Parameters": parameters by name from A to Z, as `name=value` joined with `&`, nothing encoded, then `&` and the MD5 of the API token; of all that the
 * MD5. In lower-case hex, over UTF-8, ordered by bytes. `emptyValues` says whether a parameter without a value is signed as `name=`; peers disagree, so none is ever sent.
 */
export function explainPockytSignature(
  fields: PockytFields,
  token: string,
  { emptyValues = 'left out' }: { readonly emptyValues?: 'left out' | 'signed' } = {},
): Signature {
  const signed = inByteOrder(
    Object.entries(fields).filter(
      ([name, value]) => name !== 'verifySign' && (value !== '' || emptyValues === 'signed'),
    ),
  );
  return makeSignature({
    algorithm: 'MD5 over the fields and the MD5 of the API token, lower-case hex',
    fields: signed,
    pieces: [...signed.flatMap(([name, value]) => [`${name}=`, value, '&']), new Secret(md5Hex(token))],
    digest: md5Hex,
  });
}

/**
 * The `verifySign` of a request or a notification: the lower-case hex digest over `fields` (a `verifySign` among them is ignored, as are empty values). Log neither the token nor the
 * result: whoever has it can search for the card number under it.
 */
export function pockytSignature(fields: PockytFields, token: string): string {
  return explainPockytSignature(fields, token).digest.reveal();
}

/** Adds `verifySign` to the body. */
export function sign(call: Call, options: CheckedPockytOptions): SignedCall {
  const given = Object.entries(call.body?.fields ?? {}).filter(
    (field): field is [string, string | Secret] => typeof field[1] === 'string' || Secret.is(field[1]),
  );
  const fields = Object.fromEntries(given);
  const signature = explainPockytSignature(fields, options.token.reveal());
  return { call: { ...call, body: { type: 'json', fields: { ...fields, verifySign: signature.digest } } }, signature };
}
