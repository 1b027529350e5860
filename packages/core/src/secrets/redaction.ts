import { base64RunsIn } from './base64-runs.ts';
import { cardsIn } from './card-numbers.ts';
import { unescapedForms, unescapedSource } from './escapes.ts';
import { type KnownSecret, knownSecret, SearchedText } from './known-secret.ts';
import { maskRanges, matchesOf, type Range } from './ranges.ts';
import type { SecretPatterns } from './secret-forms.ts';
import { MASK, type Secret } from './secret.ts';
import { leavesOf, maskSplitCards } from './split-cards.ts';

/**
 * Masks sensitive data in anything that came from outside: the secrets of this call, in every encoding in which they
 * travel, and everything that looks like a card number.
 */
export interface Redactor {
  readonly text: (text: string) => string;
  /**
   * Masks every string inside plain data, and returns the data itself where nothing has to be masked. Strings that
   * `keep` accepts (ids that are no secrets) stay as they are; it is called only where something has to be masked.
   */
  readonly value: <T>(value: T, keep?: (text: string) => boolean) => T;
  /**
   * True where an id or a URL is one of the secrets of this call or contains one: a long one anywhere, a short one
   * where it stands apart from the letters and digits of the id.
   */
  readonly holdsSecret: (text: string) => boolean;
}

/** Finds sensitive parts of text whose escapes are resolved. */
type Search = (text: string) => readonly Range[];

/** Creates a {@link Redactor} for secrets. Computes nothing before something is redacted: many captures wait. */
export function createRedactor(secretsOf: () => readonly (string | Secret)[]): Redactor {
  let made: Redactor | undefined;
  const redactor = (): Redactor => (made ??= redactorOf([...new Set(secretsOf())].map(knownSecret)));
  return {
    text: (text) => redactor().text(text),
    value: (value, keep) => redactor().value(value, keep),
    holdsSecret: (text) => redactor().holdsSecret(text),
  };
}

function redactorOf(secrets: readonly KnownSecret[]): Redactor {
  const cards = secrets.filter(({ cardNumber }) => cardNumber !== undefined);
  const known = (text: string, where: keyof SecretPatterns): readonly Range[] => {
    const searched = new SearchedText(text);
    return secrets.flatMap((secret) => (secret.mightBeIn(searched) ? matchesOf(text, secret.patterns[where]) : []));
  };
  const inText = withBase64((text) => [...known(text, 'inText'), ...cardsIn(text)]);
  const inIds = withBase64((text) => known(text, 'inIds'));

  const text = (input: string): string => maskRanges(input, unescapedMatches(input, inText));
  const value = <T>(input: T, keep?: (text: string) => boolean): T => {
    if (isCleanData(input)) return input;
    return maskSplitCards(masked(input, keep), splitCards);
  };
  const splitCards = (leaves: string): readonly Range[] => {
    const digits = leaves.replace(/\D+/g, '');
    return cards.flatMap((card) => (digits.includes(card.value) ? matchesOf(leaves, card.patterns.grouped) : []));
  };
  // Nearly all data is clean, and one search of all of it is far cheaper than one of each string. No secret, no card
  // number and no escape goes on in the next line.
  const isCleanData = (input: unknown): boolean => {
    const lines = maskableIn(input).join('\n');
    if (unescapedForms(lines).some((form) => inText(form).length > 0)) return false;
    return cards.length === 0 || splitCards(leavesOf(input)).length === 0;
  };
  const masked = <T>(input: T, keep?: (text: string) => boolean): T => {
    if (typeof input === 'string') return (keep?.(input) ? input : text(input)) as T;
    if (isLongNumber(input)) return (text(String(input)) === String(input) ? input : MASK) as T;
    if (Array.isArray(input)) return input.map((item: unknown) => masked(item, keep)) as T;
    if (typeof input !== 'object' || input === null) return input;
    return Object.fromEntries(
      Object.entries(input).map(([key, item]) => [text(key), masked<unknown>(item, keep)]),
    ) as T;
  };
  const holdsSecret = (input: string): boolean =>
    secrets.some(({ value: secret }) => secret !== '' && secret === input) ||
    unescapedForms(input).some((form) => inIds(form).length > 0);
  return { text, value, holdsSecret };
}

/** A card number can be a JSON number too. */
function isLongNumber(value: unknown): value is number {
  return typeof value === 'number' && value > 1e11;
}

/** Everything in data that may have to be masked: strings, long numbers and the names of members. */
function maskableIn(data: unknown, found: string[] = []): readonly string[] {
  if (typeof data === 'string') found.push(data);
  else if (isLongNumber(data)) found.push(String(data));
  else if (Array.isArray(data)) for (const item of data) maskableIn(item, found);
  else if (typeof data === 'object' && data !== null)
    for (const name of Object.keys(data)) {
      found.push(name);
      maskableIn((data as Readonly<Record<string, unknown>>)[name], found);
    }
  return found;
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
