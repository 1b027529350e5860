import { Secret } from '../secret.ts';

/** One field as it goes into a signature. */
export type SignedField = readonly [name: string, value: string | Secret];

/** How a signature was made, step by step. Prints without any secret: card data and key material are masked, the digest is a {@link Secret}. */
export interface Signature {
  /** In words: `HMAC-SHA256, lower-case hex`. */
  readonly algorithm: string;
  /** The fields in the order in which they are signed. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
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
  /** The text in pieces, so that secrets are masked by construction. */
  readonly pieces: readonly (string | Secret)[];
  readonly digest: (text: string) => string;
}): Signature {
  const exact = recipe.pieces.map((piece) => (Secret.is(piece) ? piece.reveal() : piece)).join('');
  return {
    algorithm: recipe.algorithm,
    fields: recipe.fields.map(([name, value]) => ({ name, value: String(value) })),
    text: recipe.pieces.map(String).join(''),
    exactText: new Secret(exact),
    digest: new Secret(recipe.digest(exact)),
  };
}

/** Fields in the order of the UTF-8 bytes of their names, which is the order of code points and not JavaScript's own (UTF-16 units). */
export function inByteOrder(fields: readonly SignedField[]): SignedField[] {
  return [...fields].sort(([a], [b]) => compareCodePoints(a, b));
}

function compareCodePoints(a: string, b: string): number {
  const left = Array.from(a);
  const right = Array.from(b);
  const at = left.findIndex((character, i) => character !== right[i]);
  if (at === -1) return left.length - right.length;
  return (left[at]?.codePointAt(0) ?? -1) - (right[at]?.codePointAt(0) ?? -1);
}
