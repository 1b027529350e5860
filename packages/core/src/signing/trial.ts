import { compose, seal } from './compose.ts';
import { constantTimeEqual } from './digests.ts';
import { writtenLength } from './encodings.ts';
import type { DigestRecipe, Recipe } from './recipe.ts';
import { exactTextOf } from './signature.ts';

/** The largest number of digests in a search. */
export const MAX_DIGESTS = 20_000;
/** The largest number of characters composed in a search, where each field counts for a few more than it has. */
export const MAX_CHARACTERS = 16 * 1024 * 1024;

/** A bounded trial of recipes against a signature. */
export interface Trial {
  /** Returns whether a recipe gives the signature. */
  reproduces(recipe: Recipe): boolean;
  /** The number of digests so far. */
  readonly digests: number;
  /** True once the bounds are reached. From then on no recipe reproduces the signature. */
  readonly spent: boolean;
}

/** Creates a trial against a signature. */
export function createTrial(theirs: string): Trial {
  const known = new Map<string, boolean>();
  let characters = 0;
  let digests = 0;
  let spent = false;
  const reproduces = (recipe: Recipe): boolean => {
    characters += 1;
    spent ||= digests >= MAX_DIGESTS || characters >= MAX_CHARACTERS;
    if (spent || lengthOf(recipe.digest) !== theirs.length) return false;
    const { fields, pieces, key } = compose(recipe);
    const text = exactTextOf(pieces);
    characters += text.length + (key?.length ?? 0) + fields.length * 32;
    // Many mistakes give the same text, above all where they have nothing to change.
    const { algorithm, form, around } = recipe.digest;
    const same = [recipe.text.charset, algorithm.name, form, ...around, key?.length, key, text].join('\0');
    const before = known.get(same);
    if (before !== undefined) return before;
    digests += 1;
    const result = constantTimeEqual(seal(recipe, text, key), theirs);
    known.set(same, result);
    return result;
  };
  return {
    reproduces,
    get digests() {
      return digests;
    },
    get spent() {
      return spent;
    },
  };
}

function lengthOf({ algorithm, form, around }: DigestRecipe): number {
  return writtenLength(algorithm, form) + around.join('').length;
}
