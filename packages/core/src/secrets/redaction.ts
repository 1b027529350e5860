import { maskCards } from './card-numbers.ts';
import { mightContain, secretPatterns } from './secret-encodings.ts';
import { MASK, unwrap, type Secret } from './secret.ts';

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
  /** True where a string is one of the secrets of this call, or contains a long one. */
  readonly holdsSecret: (text: string) => boolean;
}

/** Creates a {@link Redactor} for secrets. Computes nothing before something is redacted. */
export function createRedactor(secretsOf: () => readonly (string | Secret)[]): Redactor {
  let given: readonly (string | Secret)[] | undefined;
  let made: ReturnType<typeof secretPatterns> | undefined;
  const secrets = () => (given ??= [...new Set(secretsOf())]);
  const patterns = () => (made ??= secretPatterns(secrets()));
  const text = (input: string): string =>
    maskCards(mightContain(input, secrets()) ? input.replace(patterns().any, MASK) : input);
  const value = <T>(input: T, keep?: ReadonlySet<string>): T => (isCleanData(input) ? input : masked(input, keep));
  // Nearly all data is clean, and one search of all of it is far cheaper than one of each string. Escapes could hide a
  // match.
  const isCleanData = (input: unknown): boolean => {
    const json = JSON.stringify(input ?? null);
    return !json.includes('\\') && !mightContain(json, secrets()) && maskCards(json) === json;
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
    mightContain(input, secrets()) &&
    (secrets().some((secret) => unwrap(secret) === input) || input.search(patterns().long) !== -1);
  return { text, value, holdsSecret };
}
