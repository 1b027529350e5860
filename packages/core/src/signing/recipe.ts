import type { Digest } from './digests.ts';
import type { Charset, DigestForm, LengthUnit } from './encodings.ts';
import type { FieldOrder } from './order.ts';
import type { SignatureScheme } from './signature-scheme.ts';
import type { SignedField } from './signature.ts';

/** Everything that decides a signature. A scheme gives the right one; a mistake is a change of one part of it. */
export interface Recipe {
  readonly fields: FieldsRecipe;
  readonly text: TextRecipe;
  readonly secret: SecretRecipe;
  readonly digest: DigestRecipe;
}

/** Which fields are signed, in which order and how each of them is written. */
export interface FieldsRecipe {
  readonly given: readonly SignedField[];
  /** Signed whatever the rule about empty values says. */
  readonly added: readonly SignedField[];
  readonly empty: 'kept' | 'dropped';
  readonly order: FieldOrder;
  readonly rename: (name: string) => string;
  /** Whether names are changed before or after they are put in order. */
  readonly renamed: 'before' | 'after';
  /** Another way to write the value of one field, by its name. */
  readonly rewrite: ReadonlyMap<string, (value: string) => string>;
  /** Another way to write every value. */
  readonly escape: (value: string) => string;
  /** Fields with a stray space before their names. */
  readonly indented: ReadonlySet<string>;
}

/** How the fields become one text. */
export interface TextRecipe {
  /** The template of one field: `{name}`, `{length}` and `{value}`. */
  readonly field: string;
  readonly unit: LengthUnit;
  readonly between: string;
  /** Follows the last field. */
  readonly afterFields: string;
  /** Follows everything. */
  readonly afterText: string;
  readonly charset: Charset;
}

/** How the secret enters. */
export interface SecretRecipe {
  readonly value: string;
  readonly as: 'plain' | 'hashed' | 'hashed in upper case' | 'hashed twice';
  /** The digest by which it is hashed. */
  readonly digest: Digest;
  /** `message`: key and text changed places. `nowhere`: the secret was forgotten. */
  readonly place: 'key' | 'start' | 'end' | 'message' | 'nowhere';
  readonly glue: string;
}

/** How the signature is computed and written. */
export interface DigestRecipe {
  readonly algorithm: Digest;
  readonly form: DigestForm;
  /** Precedes and follows the finished signature. */
  readonly around: readonly [before: string, after: string];
}

/** The parts of a recipe that differ. */
export type RecipeChange = { readonly [Group in keyof Recipe]?: Partial<Recipe[Group]> };

/** The recipe that a scheme asks for. */
export function recipeOf(scheme: SignatureScheme, fields: readonly SignedField[], secret: string): Recipe {
  const asIs = (text: string): string => text;
  return {
    fields: {
      given: fields.filter(([name]) => !scheme.unsigned.includes(name)),
      added: [],
      empty: scheme.empty,
      order: scheme.order,
      rename: asIs,
      renamed: 'after',
      rewrite: new Map(),
      escape: asIs,
      indented: new Set(),
    },
    text: {
      field: scheme.field,
      unit: scheme.lengthUnit ?? 'characters',
      between: scheme.between,
      afterFields: '',
      afterText: '',
      charset: 'UTF-8',
    },
    secret: {
      value: secret,
      as: scheme.secret.as,
      digest: scheme.digest,
      place: scheme.secret.place,
      glue: scheme.secret.glue ?? '',
    },
    digest: { algorithm: scheme.digest, form: scheme.form, around: ['', ''] },
  };
}

/** A copy of a recipe with a change in it. */
export function withChange(recipe: Recipe, { fields, text, secret, digest }: RecipeChange): Recipe {
  return {
    fields: { ...recipe.fields, ...fields },
    text: { ...recipe.text, ...text },
    secret: { ...recipe.secret, ...secret },
    digest: { ...recipe.digest, ...digest },
  };
}
