import { type Recipe, type RecipeChange, withChange } from '../recipe.ts';
import type { SignatureScheme } from '../signature-scheme.ts';
import type { SignedField } from '../signature.ts';

/** A mistake that reproduces a signature. It names fields, never their values. */
export interface Mistake {
  /** Which one, for programs: `empty-kept`. */
  readonly id: string;
  /** What was done, for people. */
  readonly sentence: string;
  /** Where it is about one field: its name. */
  readonly field?: string;
}

/** A mistake that may have been made, and the ways to make it. */
export interface Suspect {
  readonly mistake: Mistake;
  /** Two suspects of the same aspect exclude each other. */
  readonly aspect: string;
  readonly changes: readonly Change[];
}

/** Makes a mistake. */
export type Change = (recipe: Recipe) => Recipe;

/** What suspects are found from. */
export interface Inquiry {
  readonly scheme: SignatureScheme;
  /** The right recipe. */
  readonly recipe: Recipe;
  /** All fields, those that are not signed included. */
  readonly fields: readonly SignedField[];
  readonly theirs: string;
  /** Further fields that may have been signed. */
  readonly candidates: readonly SignedField[];
  /** Further secrets that may have been used, by what they are called. */
  readonly otherSecrets: readonly SignedField[];
  /** A name as it may be shown: names come from outside too. */
  readonly show: (name: string) => string;
}

/** Makes a suspect out of the values that a mistaken recipe has in place of the right ones. */
export function suspect(aspect: string, id: string, sentence: string, ...changes: readonly RecipeChange[]): Suspect {
  return {
    mistake: { id, sentence },
    aspect,
    changes: changes.map((change) => (recipe) => withChange(recipe, change)),
  };
}

/** The same for one field, by functions, with a sentence about it. Mistakes in different fields go together. */
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
