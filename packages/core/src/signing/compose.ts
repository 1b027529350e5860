import { unwrap, Secret } from '../secrets/secret.ts';
import { digestHex, type DigestKey } from './digests.ts';
import { lengthOf, toBytes, writeDigest } from './encodings.ts';
import { inOrder } from './order.ts';
import type { Recipe, SecretRecipe } from './recipe.ts';
import { exactTextOf, type SignedField, type SignedPiece } from './signature.ts';

type Piece = string | Secret;

/**
 * The product of a recipe: the signed fields in order, the text in pieces (confidential ones wrapped), the key of an
 * HMAC.
 */
export interface Composition {
  readonly fields: readonly SignedField[];
  readonly pieces: readonly (Piece | SignedPiece)[];
  readonly key: string | undefined;
}

/** Composes the text of a recipe. */
export function compose(recipe: Recipe): Composition {
  const written = writeFields(recipe);
  const fields = written.map(({ field }) => field);
  const body: (Piece | SignedPiece)[] = [];
  for (const { field, parts } of written) {
    if (body.length > 0) body.push(recipe.text.between);
    body.push({ field: field[0], parts });
  }
  body.push(recipe.text.afterFields);
  const secret = secretText(recipe.secret);
  const { afterText } = recipe.text;
  const glue = written.length > 0 ? recipe.secret.glue : '';
  switch (recipe.secret.place) {
    case 'key':
      return { fields, pieces: [...body, afterText], key: secret };
    case 'nowhere':
      return { fields, pieces: [...body, afterText], key: undefined };
    case 'end':
      return { fields, pieces: [...body, glue, new Secret(secret), afterText], key: undefined };
    case 'start':
      return { fields, pieces: [new Secret(secret), glue, ...body, afterText], key: undefined };
    case 'message':
      return { fields, pieces: [new Secret(secret), afterText], key: exactTextOf(body) };
  }
}

/** Computes the signature over a composed text. */
export function seal({ text: { charset }, digest }: Recipe, text: string, key: DigestKey | undefined): string {
  const { algorithm, form, around } = digest;
  const input = charset === 'UTF-8' ? text : toBytes(text, charset);
  return around[0] + writeDigest(algorithm, form, input, key) + around[1];
}

function writeFields({ fields, text: { field, unit } }: Recipe) {
  const { given, added, empty, order, rename, renamed, rewrite, escape, indented } = fields;
  const first = renamed === 'before' ? rename : String;
  const last = renamed === 'after' ? rename : String;
  const kept = empty === 'kept' ? given : given.filter(([, value]) => unwrap(value) !== '');
  const template = partsOf(field);
  const items = [...kept, ...added].map(([original, value]) => {
    const name = first(original);
    const shown = (indented.has(original) ? ' ' : '') + last(name);
    const text = escape((rewrite.get(original) ?? String)(unwrap(value)));
    const wrapped = Secret.is(value) ? new Secret(text) : text;
    const parts = template.map((part, i): Piece => {
      if (i % 2 === 0) return part;
      if (part === 'name') return shown;
      return part === 'value' ? wrapped : String(lengthOf(text, unit));
    });
    return { name, field: [shown, wrapped] as const, parts, text: '' };
  });
  if (order !== 'whole-pieces') return inOrder(order, items);
  return inOrder(
    order,
    items.map((item) => ({ ...item, text: item.parts.map(unwrap).join('') })),
  );
}

const partsOfFields = new Map<string, readonly string[]>();

/** Splits a field template, once: literal parts alternate with `name`, `length` and `value`. */
function partsOf(field: string): readonly string[] {
  const parts = partsOfFields.get(field) ?? field.split(/\{(name|length|value)\}/);
  partsOfFields.set(field, parts);
  return parts;
}

/** The form in which the secret enters: plain, or its digest in hex. */
export function secretText({ value, as, digest }: Pick<SecretRecipe, 'value' | 'as' | 'digest'>): string {
  if (as === 'plain') return value;
  const hash = (text: string): string => digestHex(digest, text);
  if (as === 'hashed-twice') return hash(hash(value));
  return as === 'hashed' ? hash(value) : hash(value).toUpperCase();
}
