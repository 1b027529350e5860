import { compose, seal } from './compose.ts';
import { constantTimeEqual } from './digests.ts';
import { writtenLength } from './encodings.ts';
import type { DigestRecipe, Recipe } from './recipe.ts';
import { exactTextOf } from './signature.ts';

/** A search makes at most this many digests … */
export const MAX_DIGESTS = 20_000;
/** … and puts together at most this many characters in all, where a field counts for a few more than it has. */
export const MAX_CHARACTERS = 16 * 1024 * 1024;

/** Tries recipes against a signature, within bounds. */
export interface Trial {
  /** Whether a recipe gives the signature. */
  reproduces(recipe: Recipe): boolean;
  /** How many digests were made. */
  readonly digests: number;
  /** Whether the bounds are reached. From then on nothing reproduces anything. */
  readonly spent: boolean;
}

/** A trial that has not begun. */
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
    // Many mistakes come to the same text, above all where there is nothing for them to change.
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
