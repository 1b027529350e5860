import { unwrap, Secret } from '../secrets/secret.ts';

/** One field as it goes into a signature. */
export type SignedField = readonly [name: string, value: string | Secret];

/** A field that is not signed, and why. */
export interface LeftOutField {
  readonly name: string;
  readonly why: string;
}

/** How a signature was made, step by step. Prints without any secret: card data and key material are masked, the digest is a {@link Secret}. */
export interface Signature {
  /** In words: `HMAC-SHA256, lower-case hex`. */
  readonly algorithm: string;
  /** The fields in the order in which they are signed. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /** The fields that are not signed. */
  readonly leftOut: readonly LeftOutField[];
  /** The text that is signed, with secrets masked. */
  readonly text: string;
  /** The text that is signed, exactly. It may hold card data and key material: never log it. */
  readonly exactText: Secret;
  /** The digest, as it is sent. */
  readonly digest: Secret;
}

/** Signs the pieces of a text and keeps how it was done. */
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
