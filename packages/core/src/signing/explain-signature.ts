import { FORM_NAMES } from './encodings.ts';
import { createRedactor } from '../secrets/redaction.ts';
import { unwrap, Secret } from '../secrets/secret.ts';
import { compose, seal, secretText } from './compose.ts';
import { recipeOf } from './recipe.ts';
import type { SignatureScheme } from './signature-scheme.ts';
import {
  isSignedPiece,
  type LeftOutField,
  makeSignature,
  type SignatureExplanation,
  type SignedField,
} from './signature.ts';
import { type SignedFields, toPairs } from './signed-fields.ts';

/** Input of {@link explainSignature}. */
export interface SignatureInput {
  readonly scheme: SignatureScheme;
  readonly fields: SignedFields;
  readonly secret: string | Secret;
  /**
   * Shows card numbers and security codes in `fields` and `text`, for test data on a developer's screen. The secret
   * stays masked.
   *
   * @defaultValue `false`
   */
  readonly revealCardData?: boolean;
}

/**
 * Computes a signature and explains it: the signed fields in order, those left out and the reasons, the text, the
 * digest.
 */
export function explainSignature(input: SignatureInput): SignatureExplanation {
  return explainHiding(input, []);
}

/** @internal Explains a signature, with additional secrets to mask. */
export function explainHiding(
  { scheme, fields, secret, revealCardData = false }: SignatureInput,
  further: readonly string[],
): SignatureExplanation {
  const given = toPairs(fields);
  const confidential = (name: string, value: string | Secret): boolean =>
    !revealCardData && (Secret.is(value) || (scheme.confidential?.includes(name) ?? false));
  const wrapped = given.map(([name, value]): SignedField => {
    return [name, confidential(name, value) ? new Secret(unwrap(value)) : unwrap(value)];
  });
  const recipe = recipeOf(scheme, wrapped, unwrap(secret));
  const wrap = wrapping([recipe.secret.value, secretText(recipe.secret), ...further], revealCardData);
  const composed = compose(recipe);
  return makeSignature({
    algorithm: algorithmOf(scheme),
    fields: composed.fields.map(([name, value]) => [String(wrap(name)), wrap(value)]),
    leftOut: leftOut(scheme, given).map(({ name, why }) => ({ name: String(wrap(name)), why })),
    pieces: composed.pieces.map((piece) =>
      isSignedPiece(piece) ? { field: String(wrap(piece.field)), parts: piece.parts.map(wrap) } : wrap(piece),
    ),
    digest: (text) => seal(recipe, text, composed.key),
  });
}

/**
 * Wraps sensitive data that was not declared confidential: everything that contains the secret or looks like a card
 * number. Piece by piece, because in the whole text a card number may adjoin other digits.
 */
function wrapping(secrets: readonly string[], revealCardData: boolean) {
  const redactor = createRedactor(() => secrets);
  const mustHide = (text: string): boolean =>
    revealCardData ? redactor.holdsSecret(text) : redactor.text(text) !== text;
  return (piece: string | Secret): string | Secret =>
    !Secret.is(piece) && mustHide(piece) ? new Secret(piece) : piece;
}

function leftOut({ unsigned, empty }: SignatureScheme, fields: readonly SignedField[]): LeftOutField[] {
  return fields.flatMap(([name, value]): LeftOutField[] => {
    if (unsigned.includes(name)) return [{ name, why: 'it carries the signature' }];
    return empty === 'dropped' && unwrap(value) === '' ? [{ name, why: 'its value is empty' }] : [];
  });
}

function algorithmOf({ digest, form, secret }: SignatureScheme): string {
  const name = digest.name.replace('-', '');
  const key = secret.as === 'hashed' ? `the ${name} of the ${secret.called}` : `the ${secret.called}`;
  if (secret.place === 'key') return `HMAC-${name} keyed with ${key}, ${FORM_NAMES[form]}`;
  return `${name} over ${secret.place === 'end' ? `the fields and ${key}` : `${key} and the fields`}, ${FORM_NAMES[form]}`;
}
