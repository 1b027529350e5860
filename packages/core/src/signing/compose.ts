import { utf8ToBytes } from '@noble/hashes/utils.js';
import { open, Secret } from '../secrets/secret.ts';
import { digestBytes } from './digests.ts';
import { lengthOf, toBytes, writeDigest } from './encodings.ts';
import { inOrder } from './order.ts';
import type { Recipe } from './recipe.ts';
import { exactTextOf, type SignedField, type SignedPiece } from './signature.ts';

type Piece = string | Secret;

/** What a recipe makes of its fields: those that are signed, in order, the text in pieces (what is confidential still closed), and the key of an HMAC. */
export interface Composition {
  readonly fields: readonly SignedField[];
  readonly pieces: readonly (Piece | SignedPiece)[];
  readonly key: string | undefined;
}

/** Follows a recipe up to the text. */
export function compose(recipe: Recipe): Composition {
  const written = writeFields(recipe);
  const fields = written.map(({ field }) => field);
  const body: (Piece | SignedPiece)[] = [];
  for (const { field, parts } of written) {
    if (body.length > 0) body.push(recipe.between);
    body.push({ field: field[0], parts });
  }
  body.push(recipe.afterFields);
  const secret = secretText(recipe);
  const { afterText } = recipe;
  const glue = written.length > 0 ? recipe.glue : '';
  switch (recipe.place) {
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

/** The signature over a composed text. */
export function seal({ charset, digest, form, around }: Recipe, text: string, key: string | undefined): string {
  const bytes = digestBytes(digest, toBytes(text, charset), key === undefined ? undefined : utf8ToBytes(key));
  return around[0] + writeDigest(bytes, form) + around[1];
}

function writeFields(recipe: Recipe) {
  const { rename, rewrite, indented, escape, empty } = recipe;
  const first = recipe.renamed === 'before' ? rename : String;
  const last = recipe.renamed === 'after' ? rename : String;
  const kept = empty === 'kept' ? recipe.fields : recipe.fields.filter(([, value]) => open(value) !== '');
  const template = partsOf(recipe.field);
  const items = [...kept, ...recipe.added].map(([given, value]) => {
    const name = first(given);
    const shown = (indented.has(given) ? ' ' : '') + last(name);
    const text = escape((rewrite.get(given) ?? String)(open(value)));
    const closed = Secret.is(value) ? new Secret(text) : text;
    const parts = template.map((part, i): Piece => {
      if (i % 2 === 0) return part;
      if (part === 'name') return shown;
      return part === 'value' ? closed : String(lengthOf(text, recipe.unit));
    });
    return { name, field: [shown, closed] as const, parts, text: '' };
  });
  if (recipe.order !== 'whole pieces') return inOrder(recipe.order, items);
  return inOrder(
    recipe.order,
    items.map((item) => ({ ...item, text: item.parts.map(open).join('') })),
  );
}

const partsOfFields = new Map<string, readonly string[]>();

/** What a field contributes, taken apart once: what is in between alternates with `name`, `length` and `value`. */
function partsOf(field: string): readonly string[] {
  const parts = partsOfFields.get(field) ?? field.split(/\{(name|length|value)\}/);
  partsOfFields.set(field, parts);
  return parts;
}

/** The secret as it enters: as it is, or its digest in hex. */
export function secretText({ secret, secretAs, secretDigest }: Recipe): string {
  if (secretAs === 'plain') return secret;
  const hash = (text: string): string => writeDigest(digestBytes(secretDigest, utf8ToBytes(text)), 'lower-case hex');
  if (secretAs === 'hashed twice') return hash(hash(secret));
  return secretAs === 'hashed' ? hash(secret) : hash(secret).toUpperCase();
}
