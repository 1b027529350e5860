import { base64RunsIn } from './base64-runs.ts';
import { cardsIn } from './card-numbers.ts';
import { unescapedForms, unescapedSource } from './escapes.ts';
import { maskRanges, matchesOf, type Range } from './ranges.ts';
import { cardNumberOf, mightContain, secretPatterns, type SecretPatterns } from './secret-forms.ts';
import { MASK, unwrap, type Secret } from './secret.ts';
import { leavesOf, maskSplitCards } from './split-cards.ts';

/**
 * Masks sensitive data in anything that came from outside: the secrets of this call, in every encoding in which they
 * travel, and everything that looks like a card number.
 */
export interface Redactor {
  readonly text: (text: string) => string;
  /**
   * Masks every string inside plain data, and returns the data itself where nothing has to be masked. Values in `keep`
   * (ids that were checked already) stay as they are.
   */
  readonly value: <T>(value: T, keep?: ReadonlySet<string>) => T;
  /**
   * True where an id or a URL is one of the secrets of this call or contains one: a long one anywhere, a short one
   * where it stands apart from the letters and digits of the id.
   */
  readonly holdsSecret: (text: string) => boolean;
}

/** Finds sensitive parts of text whose escapes are resolved. */
type Search = (text: string) => readonly Range[];

/** Creates a {@link Redactor} for secrets. Computes nothing before something is redacted. */
export function createRedactor(secretsOf: () => readonly (string | Secret)[]): Redactor {
  let given: readonly (string | Secret)[] | undefined;
  let made: SecretPatterns | undefined;
  const secrets = () => (given ??= [...new Set(secretsOf())]);
  const patterns = () => (made ??= secretPatterns(secrets()));
  const known = (text: string, pattern: () => RegExp) =>
    mightContain(text, secrets()) ? matchesOf(text, pattern()) : [];
  const inText = withBase64((text) => [...known(text, () => patterns().inText), ...cardsIn(text)]);
  const inIds = withBase64((text) => known(text, () => patterns().inIds));

  const text = (input: string): string => maskRanges(input, unescapedMatches(input, inText));
  const value = <T>(input: T, keep?: ReadonlySet<string>): T => {
    if (isCleanData(input)) return input;
    return maskSplitCards(masked(input, keep), splitCards);
  };
  const splitCards = (leaves: string): readonly Range[] => known(leaves, () => patterns().grouped);
  const knowsCard = (): boolean => secrets().some((secret) => cardNumberOf(unwrap(secret)) !== undefined);
  // Nearly all data is clean, and one search of all of it is far cheaper than one of each string. Escapes could hide a
  // match.
  const isCleanData = (input: unknown): boolean => {
    const json = JSON.stringify(input ?? null);
    if (json.includes('\\') || unescapedForms(json).some((form) => inText(form).length > 0)) return false;
    return !knowsCard() || splitCards(leavesOf(input)).length === 0;
  };
  const masked = <T>(input: T, keep?: ReadonlySet<string>): T => {
    if (typeof input === 'string') return (keep?.has(input) ? input : text(input)) as T;
    // A card number can be a JSON number too.
    if (typeof input === 'number' && input > 1e11) return (text(String(input)) === String(input) ? input : MASK) as T;
    if (Array.isArray(input)) return input.map((item: unknown) => masked(item, keep)) as T;
    if (typeof input !== 'object' || input === null) return input;
    return Object.fromEntries(
      Object.entries(input).map(([key, item]) => [text(key), masked<unknown>(item, keep)]),
    ) as T;
  };
  const holdsSecret = (input: string): boolean =>
    secrets().some((secret) => input !== '' && unwrap(secret) === input) ||
    unescapedForms(input).some((form) => inIds(form).length > 0);
  return { text, value, holdsSecret };
}

/** The same search, in readable base64 too: of that, all is sensitive or nothing. */
function withBase64(search: Search): Search {
  return (text) => [
    ...search(text),
    ...base64RunsIn(text).flatMap(({ range, content }) => (search(content).length > 0 ? [range] : [])),
  ];
}

/** Finds the parts of a string that are sensitive once its escapes are resolved, as often as they are nested. */
function unescapedMatches(text: string, search: Search): readonly Range[] {
  const forms = unescapedForms(text);
  const sources: ((range: Range) => Range)[] = [];
  return forms.flatMap((form, level) => {
    const found = search(form);
    if (found.length === 0) return [];
    while (sources.length < level) sources.push(unescapedSource(forms[sources.length] ?? ''));
    return found.map((range) => sources.slice(0, level).reduceRight((inner, source) => source(inner), range));
  });
}
