import { unwrap, Secret } from '../secrets/secret.ts';
import { compose, seal } from './compose.ts';
import { explainSignature } from './explain-signature.ts';
import { recipeOf } from './recipe.ts';
import type { SignatureScheme } from './signature-scheme.ts';
import { exactTextOf, type Signature } from './signature.ts';
import { type SignedFields, toPairs } from './signed-fields.ts';

/** A scheme that signs. */
export interface DefinedScheme extends SignatureScheme {
  /** The signature of the fields, as it is sent. */
  digestOf(fields: SignedFields, secret: string | Secret): Secret;
  /** The same with how it was made, for people. Prints without any secret, and costs many times as much. */
  sign(fields: SignedFields, secret: string | Secret): Signature;
}

/** Declares how a provider signs. */
export function defineScheme(scheme: SignatureScheme): DefinedScheme {
  return {
    ...scheme,
    digestOf(fields, secret) {
      const recipe = recipeOf(scheme, toPairs(fields), unwrap(secret));
      const { pieces, key } = compose(recipe);
      return new Secret(seal(recipe, exactTextOf(pieces), key));
    },
    sign: (fields, secret) => explainSignature({ scheme, fields, secret }),
  };
}
