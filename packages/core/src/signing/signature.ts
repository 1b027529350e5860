import { unwrap, Secret } from '../secrets/secret.ts';

/** One field of a signature. */
export type SignedField = readonly [name: string, value: string | Secret];

/** The contribution of one field to the signed string, in parts, so that secrets are masked by construction. */
export interface SignedPiece {
  readonly field: string;
  readonly parts: readonly (string | Secret)[];
}

/** A field that is not signed, and the reason. */
export interface LeftOutField {
  readonly name: string;
  readonly why: string;
}

/**
 * A signature, explained step by step. Prints no secret: card data and key material are masked, the digest is a {@link
 * Secret}.
 */
export interface SignatureExplanation {
  /** Description: `HMAC-SHA256, lower-case hex`. */
  readonly algorithm: string;
  /** The fields in the order in which they are signed. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /** The fields that are not signed. */
  readonly leftOut: readonly LeftOutField[];
  /** The signed text, with secrets masked. */
  readonly text: string;
  /** `text` in pieces, masked alike: the contribution of each field, and what stands between them. */
  readonly pieces: readonly { readonly text: string; readonly field?: string }[];
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
  readonly pieces: readonly (string | Secret | SignedPiece)[];
  readonly digest: (text: string) => string;
}): SignatureExplanation {
  const exact = exactTextOf(recipe.pieces);
  const pieces = recipe.pieces.map((piece) =>
    isSignedPiece(piece) ? { text: piece.parts.join(''), field: piece.field } : { text: String(piece) },
  );
  return {
    algorithm: recipe.algorithm,
    fields: recipe.fields.map(([name, value]) => ({ name, value: String(value) })),
    leftOut: recipe.leftOut ?? [],
    text: pieces.map(({ text }) => text).join(''),
    pieces: pieces.filter(({ text }) => text !== ''),
    exactText: new Secret(exact),
    digest: new Secret(recipe.digest(exact)),
  };
}

/** @internal The string that pieces make, with every secret unwrapped. */
export function exactTextOf(pieces: readonly (string | Secret | SignedPiece)[]): string {
  let text = '';
  for (const piece of pieces)
    if (isSignedPiece(piece)) for (const part of piece.parts) text += unwrap(part);
    else text += unwrap(piece);
  return text;
}

/** @internal Distinguishes the contribution of a field from what stands between fields. */
export function isSignedPiece(piece: string | Secret | SignedPiece): piece is SignedPiece {
  return typeof piece === 'object' && !Secret.is(piece);
}
