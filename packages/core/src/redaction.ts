import { mayHold, secretPatterns } from './secret-forms.ts';
import { open, type Secret } from './secret.ts';

const MASK = '[secret]';
const SHORTEST_CARD = 12;
/** 12 to 19 digits, also in groups, that are not part of a longer number. Card networks number from 2 to 6 and 35, 36 … so a leading 0, 1, 7, 8 or 9 is no card. */
const CARD_LIKE = /(?<![\dA-Za-z])[2-6](?:[ -]?\d){11,18}(?![\dA-Za-z])/g;

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
    maskCards(mayHold(input, secrets()) ? input.replace(patterns().any, MASK) : input);
  const value = <T>(input: T, keep?: ReadonlySet<string>): T => (isCleanData(input) ? input : masked(input, keep));
  // Nearly all data is clean, and one look at all of it costs far less than one at each text. An escape could hide something.
  const isCleanData = (input: unknown): boolean => {
    const json = JSON.stringify(input ?? null);
    return !json.includes('\\') && !mayHold(json, secrets()) && maskCards(json) === json;
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
    mayHold(input, secrets()) &&
    (secrets().some((secret) => open(secret) === input) || input.search(patterns().long) !== -1);
  return { text, value, holdsSecret };
}

function maskCards(text: string): string {
  return text.length < SHORTEST_CARD ? text : text.replace(CARD_LIKE, (digits) => (passesLuhn(digits) ? MASK : digits));
}

/** The check of the last digit that every card number passes (ISO/IEC 7812-1). Blanks and hyphens are skipped. */
export function passesLuhn(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length > 0 && sum % 10 === 0;
}
