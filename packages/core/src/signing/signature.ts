import { unwrap, Secret } from '../secrets/secret.ts';

/** One field of a signature. */
export type SignedField = readonly [name: string, value: string | Secret];

/** A field that is not signed, and the reason. */
export interface LeftOutField {
  readonly name: string;
  readonly why: string;
}

/**
 * A signature, explained step by step. Prints no secret: card data and key material are masked, the digest is a {@link
 * Secret}.
 */
export interface Signature {
  /** Description: `HMAC-SHA256, lower-case hex`. */
  readonly algorithm: string;
  /** The fields in the order in which they are signed. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /** The fields that are not signed. */
  readonly leftOut: readonly LeftOutField[];
  /** The signed text, with secrets masked. */
  readonly text: string;
  /** The signed text, exactly. It may contain card data and key material: never log it. */
  readonly exactText: Secret;
  /** The digest, as it is sent. */
  readonly digest: Secret;
}

/** Signs text that is given in pieces, and explains the signature. */
export function makeSignature(recipe: {
  readonly algorithm: string;
  readonly fields: readonly SignedField[];
  readonly leftOut?: readonly LeftOutField[];
  /** The text in pieces, so that secrets are masked by construction. */
  readonly pieces: readonly (string | Secret)[];
  readonly digest: (text: string) => string;
}): Signature {
  const exact = recipe.pieces.map(unwrap).join('');
  return {
    algorithm: recipe.algorithm,
    fields: recipe.fields.map(([name, value]) => ({ name, value: String(value) })),
    leftOut: recipe.leftOut ?? [],
    text: recipe.pieces.map(String).join(''),
    exactText: new Secret(exact),
    digest: new Secret(recipe.digest(exact)),
  };
}
