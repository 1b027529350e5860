import { createRedactor } from '../redaction.ts';
import { Secret } from '../secret.ts';
import { compose, seal } from './compose.ts';
import { recipeOf } from './recipe.ts';
import { toPairs, type SignatureScheme, type SignedFields } from './scheme.ts';
import { type LeftOutField, makeSignature, open, type Signature, type SignedField } from './signature.ts';

/** What is signed, with what. */
export interface SignatureInput {
  readonly scheme: SignatureScheme;
  readonly fields: SignedFields;
  readonly secret: string | Secret;
  /** Shows card numbers and security codes in `fields` and `text`. For test data in front of a developer; the secret stays masked also then. */
  readonly revealCardData?: boolean;
}

/** The signature that a scheme asks for and how it is made: what is signed in which order, what is left out and why, the text and the digest. */
export function explainSignature({ scheme, fields, secret, revealCardData = false }: SignatureInput): Signature {
  const given = toPairs(fields);
  const key = open(secret);
  const recipe = recipeOf(scheme, given, key);
  const composed = compose({ ...recipe, fields: given.map(closeWhat(scheme, key, revealCardData)).filter(isSigned) });
  return makeSignature({
    algorithm: algorithmOf(scheme),
    fields: composed.fields,
    leftOut: leftOut(scheme, given),
    pieces: composed.pieces,
    digest: (text) => seal(recipe, text, composed.key),
  });

  function isSigned([name]: SignedField): boolean {
    return !scheme.unsigned.includes(name);
  }
}

/**
 * Closes every value that must not be read: what the scheme says is card data, what looks like a card number, and what holds the secret. That is done before the text is
 * put together, because in the text a card number may stand beside other digits.
 */
function closeWhat(scheme: SignatureScheme, secret: string, revealCardData: boolean) {
  const redactor = createRedactor(() => [secret]);
  return ([name, value]: SignedField): SignedField => {
    const text = open(value);
    if (redactor.holdsSecret(text)) return [name, new Secret(text)];
    if (revealCardData) return [name, text];
    const confidential =
      Secret.is(value) || (scheme.confidential?.includes(name) ?? false) || redactor.text(text) !== text;
    return [name, confidential ? new Secret(text) : text];
  };
}

function leftOut({ unsigned, empty }: SignatureScheme, fields: readonly SignedField[]): LeftOutField[] {
  return fields.flatMap(([name, value]): LeftOutField[] => {
    if (unsigned.includes(name)) return [{ name, why: 'never signed: it carries the signature' }];
    return empty === 'dropped' && open(value) === '' ? [{ name, why: 'empty: empty values are not signed' }] : [];
  });
}

function algorithmOf({ digest, form, secret }: SignatureScheme): string {
  const name = digest.replace('-', '');
  if (secret.place === 'key') return `HMAC-${name} keyed with the ${secret.called}, ${form}`;
  const key = secret.as === 'hashed' ? `the ${name} of the ${secret.called}` : `the ${secret.called}`;
  return `${name} over ${secret.place === 'end' ? `the fields and ${key}` : `${key} and the fields`}, ${form}`;
}
