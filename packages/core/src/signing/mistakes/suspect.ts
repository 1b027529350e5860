import { type Recipe, type RecipeChange, withChange } from '../recipe.ts';
import type { SignatureScheme } from '../signature-scheme.ts';
import type { SignedField } from '../signature.ts';

/** A mistake that reproduces a signature. It names fields, never their values. */
export interface Mistake {
  /** Id for programs: `empty-kept`. */
  readonly id: string;
  /** Description for people. */
  readonly sentence: string;
  /** The name of the field, where the mistake is about one. */
  readonly field?: string;
}

/** A possible mistake, and the ways to make it. */
export interface Suspect {
  readonly mistake: Mistake;
  /** The affected aspect. Two suspects of the same aspect exclude each other. */
  readonly aspect: string;
  readonly changes: readonly Change[];
}

/** A function that makes a mistake. */
export type Change = (recipe: Recipe) => Recipe;

/** The data from which suspects are derived. */
export interface Inquiry {
  readonly scheme: SignatureScheme;
  /** The right recipe. */
  readonly recipe: Recipe;
  /** All fields, the unsigned ones included. */
  readonly fields: readonly SignedField[];
  readonly theirs: string;
  /** Additional fields that may have been signed. */
  readonly candidates: readonly SignedField[];
  /** Additional secrets that may have been used, by name. */
  readonly otherSecrets: readonly SignedField[];
  /** Masks a name for output: names come from outside too. */
  readonly show: (name: string) => string;
}

/** Creates a suspect from the values that a mistaken recipe has in place of the right ones. */
export function suspect(aspect: string, id: string, sentence: string, ...changes: readonly RecipeChange[]): Suspect {
  return {
    mistake: { id, sentence },
    aspect,
    changes: changes.map((change) => (recipe) => withChange(recipe, change)),
  };
}

/** Creates a suspect for one field, from functions. Mistakes in different fields do not exclude each other. */
export function suspectField(
  { show }: Inquiry,
  name: string,
  id: string,
  sentence: (field: string) => string,
  ...changes: readonly Change[]
): Suspect {
  const field = show(name);
  return { mistake: { id, sentence: sentence(field), field }, aspect: `field ${name}`, changes };
}
