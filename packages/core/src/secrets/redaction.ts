import { maskCards } from './card-numbers.ts';
import { mightContain, secretPatterns } from './secret-encodings.ts';
import { MASK, unwrap, type Secret } from './secret.ts';

/** Masks what must not leave in text that came from outside: the secrets of this call, in every form in which they travel, and anything that looks like a card number. */
export interface Redactor {
  readonly text: (text: string) => string;
  /** The same for every text inside plain data, which comes back itself where nothing has to be masked. Values in `keep` (identifiers that were checked already) stay as they are. */
  readonly value: <T>(value: T, keep?: ReadonlySet<string>) => T;
  /** Whether a text is one of the secrets of this call, or holds a long one. */
  readonly holdsSecret: (text: string) => boolean;
}

/** Makes a {@link Redactor} for the given secrets. Nothing is computed before something is redacted. */
export function createRedactor(secretsOf: () => readonly (string | Secret)[]): Redactor {
  let given: readonly (string | Secret)[] | undefined;
  let made: ReturnType<typeof secretPatterns> | undefined;
  const secrets = () => (given ??= [...new Set(secretsOf())]);
  const patterns = () => (made ??= secretPatterns(secrets()));
  const text = (input: string): string =>
    maskCards(mightContain(input, secrets()) ? input.replace(patterns().any, MASK) : input);
  const value = <T>(input: T, keep?: ReadonlySet<string>): T => (isCleanData(input) ? input : masked(input, keep));
  // Nearly all data is clean, and one look at all of it costs far less than one at each text. An escape could hide something.
  const isCleanData = (input: unknown): boolean => {
    const json = JSON.stringify(input ?? null);
    return !json.includes('\\') && !mightContain(json, secrets()) && maskCards(json) === json;
  };
  const masked = <T>(input: T, keep?: ReadonlySet<string>): T => {
    if (typeof input === 'string') return (keep?.has(input) ? input : text(input)) as T;
    // A card number can come as a number too.
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
