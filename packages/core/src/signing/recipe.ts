import type { Digest } from './digest.ts';
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

/** The signed fields, their order and the form of each. */
export interface FieldsRecipe {
  readonly given: readonly SignedField[];
  /** Signed whatever the rule about empty values says. */
  readonly added: readonly SignedField[];
  readonly empty: 'kept' | 'dropped';
  readonly order: FieldOrder;
  readonly rename: (name: string) => string;
  /** The time of renaming: before or after sorting. */
  readonly renamed: 'before' | 'after';
  /** Alternative forms of single values, by field name. */
  readonly rewrite: ReadonlyMap<string, (value: string) => string>;
  /** An alternative form of every value. */
  readonly escape: (value: string) => string;
  /** Fields with a stray space before their names. */
  readonly indented: ReadonlySet<string>;
}

/** The composition of the fields into one text. */
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

/** The use of the secret. */
export interface SecretRecipe {
  readonly value: string;
  readonly as: 'plain' | 'hashed' | 'hashed-in-upper-case' | 'hashed-twice';
  /** The digest by which it is hashed. */
  readonly digest: Digest;
  /** `message`: key and text changed places. `nowhere`: the secret was forgotten. */
  readonly place: 'key' | 'start' | 'end' | 'message' | 'nowhere';
  readonly glue: string;
}

/** The computation and encoding of the signature. */
export interface DigestRecipe {
  readonly algorithm: Digest;
  readonly form: DigestForm;
  /** Precedes and follows the finished signature. */
  readonly around: readonly [before: string, after: string];
}

/** The parts of a recipe that differ. */
export type RecipeChange = { readonly [Group in keyof Recipe]?: Partial<Recipe[Group]> };

/** Builds the recipe of a scheme. */
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

/** Copies a recipe with a change. */
export function withChange(recipe: Recipe, { fields, text, secret, digest }: RecipeChange): Recipe {
  return {
    fields: { ...recipe.fields, ...fields },
    text: { ...recipe.text, ...text },
    secret: { ...recipe.secret, ...secret },
    digest: { ...recipe.digest, ...digest },
  };
}
