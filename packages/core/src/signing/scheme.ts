import { Secret } from '../secrets/secret.ts';
import { compose, seal } from './compose.ts';
import { explainSignature } from './explain-signature.ts';
import { recipeOf } from './recipe.ts';
import type { SignatureScheme } from './signature-scheme.ts';
import { exactTextOf, type SignatureExplanation } from './signature.ts';
import { type SignedFields, toPairs } from './signed-fields.ts';
import { signingSecrets } from './signing-secrets.ts';

/** A scheme that signs. */
export interface DefinedScheme extends SignatureScheme {
  /** Computes the signature of the fields, as it is sent. */
  sign(fields: SignedFields, secret: string | Secret): Secret;
  /** Computes the signature and explains it, for people. Prints no secret, and takes many times as long. */
  explain(fields: SignedFields, secret: string | Secret): SignatureExplanation;
}

/**
 * Defines the signature scheme of a provider.
 *
 * @example
 * ```ts
 * const scheme = defineScheme({
 *   unsigned: ['signature'],
 *   order: 'code-points',
 *   empty: 'dropped',
 *   field: '{name}={value}',
 *   between: '&',
 *   secret: { called: 'API key', place: 'key', as: 'plain' },
 *   digest: SHA_256,
 *   form: 'lower-case-hex',
 * });
 * const signature = scheme.sign({ amount: '23.02', currency: 'TRY' }, apiKey);
 * ```
 */
export function defineScheme(scheme: SignatureScheme): DefinedScheme {
  const secrets = signingSecrets(scheme);
  const prepared: SignatureScheme = { ...scheme, secret: { ...scheme.secret, as: 'plain' } };
  return {
    ...scheme,
    sign(fields, secret) {
      const { text, key } = secrets(secret);
      const recipe = recipeOf(prepared, toPairs(fields), text);
      return new Secret(seal(recipe, exactTextOf(compose(recipe).pieces), key));
    },
    explain: (fields, secret) => explainSignature({ scheme, fields, secret }),
  };
}
