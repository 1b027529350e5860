import { createRedactor } from '../secrets/redaction.ts';
import { unwrap, type Secret } from '../secrets/secret.ts';
import { explainHiding, type SignatureInput } from './explain-signature.ts';
import { toPairs, type SignedFields } from './signed-fields.ts';
import { suspects } from './mistakes/index.ts';
import type { Mistake, Suspect } from './mistakes/suspect.ts';
import { recipeOf, type Recipe } from './recipe.ts';
import type { Signature } from './signature.ts';
import { createTrial, type Trial } from './trial.ts';

/** What is compared with what. */
export interface MismatchInput extends SignatureInput {
  /** The signature that somebody else made over the same fields. */
  readonly theirs: string | Secret;
  /** Further fields that may have been signed with the others. Of the signature itself and of the scheme's optional names, empty, it is known already. */
  readonly candidates?: SignedFields;
  /** Further secrets that may have been used, by what they are called: `{ 'The sandbox token': … }`. */
  readonly otherSecrets?: Readonly<Record<string, string | Secret>>;
}

/** Why a signature is another one than ours. Holds no secret, no card data and no signature. */
export interface MismatchExplanation {
  /** Theirs is right. */
  readonly matches: boolean;
  /** Mistakes were found that give exactly their signature. */
  readonly found: boolean;
  /** The mistake; two, where only both together give it. Empty unless `found`. */
  readonly mistakes: readonly Mistake[];
  /** What gives the same signature as well, so that it cannot be told from `mistakes`. */
  readonly alternatives: readonly (readonly Mistake[])[];
  /** The answer in words. */
  readonly summary: string;
  /** How much was tried, and whether that was everything: a search is bounded. */
  readonly searched: { readonly digests: number; readonly complete: boolean };
  /** The right signature and how it is made. */
  readonly ours: Signature;
}

/**
 * Searches the usual mistakes, each by itself and, where none does, two together, for those that give exactly the signature that somebody else made. It never guesses: what is
 * found reproduces `theirs`, and otherwise it says that nothing was found. At most 20 000 digests over 16 Mi characters are made.
 */
export function explainMismatch(input: MismatchInput): MismatchExplanation {
  const { scheme, candidates = {}, otherSecrets = {} } = input;
  const fields = toPairs(input.fields);
  const [secret, theirs] = [unwrap(input.secret), unwrap(input.theirs)];
  const recipe = recipeOf(scheme, fields, secret);
  const trial = createTrial(theirs);
  const matches = trial.reproduces(recipe);
  const others = Object.entries(otherSecrets);
  const further = others.map(([, other]) => unwrap(other));
  const { text: show } = createRedactor(() => [secret, ...further]);
  const inquiry = { scheme, recipe, fields, theirs, candidates: toPairs(candidates), otherSecrets: others, show };
  const [mistakes = [], ...alternatives] = matches ? [] : search(suspects(inquiry), recipe, trial);
  return {
    matches,
    found: mistakes.length > 0,
    mistakes,
    alternatives,
    summary: summarize(matches, mistakes, alternatives.length, trial),
    searched: { digests: trial.digests, complete: !trial.spent },
    ours: explainHiding(input, further),
  };
}

/** Tries every suspect by itself, and two together where none reproduces the signature alone. */
function search(all: readonly Suspect[], recipe: Recipe, trial: Trial): Mistake[][] {
  const singles = all.filter(({ changes }) => changes.some((change) => trial.reproduces(change(recipe))));
  return singles.length > 0 ? singles.map(({ mistake }) => [mistake]) : searchPairs(all, recipe, trial);
}

function searchPairs(all: readonly Suspect[], recipe: Recipe, trial: Trial): Mistake[][] {
  const reproduce = (first: Suspect, second: Suspect): boolean =>
    first.changes.some((change) => {
      const changed = change(recipe);
      return second.changes.some((other) => trial.reproduces(other(changed)));
    });
  const pairs: Mistake[][] = [];
  for (const [i, first] of all.entries()) {
    for (const second of all.slice(i + 1)) {
      if (trial.spent) return pairs;
      if (first.aspect !== second.aspect && reproduce(first, second)) pairs.push([first.mistake, second.mistake]);
    }
  }
  return pairs;
}

function summarize(matches: boolean, mistakes: readonly Mistake[], others: number, { digests, spent }: Trial): string {
  if (matches) return 'The signature is right.';
  if (mistakes.length > 0) {
    const also = others === 0 ? '' : ' Something else gives the same signature: see the alternatives.';
    return mistakes.map(({ sentence }) => sentence).join(' ') + also;
  }
  const bound = spent ? ', and the search was cut short' : '';
  return `Not found: none of the usual mistakes, alone or in pairs, gives this signature (${digests} were tried${bound}).`;
}
