const MASK = '[secret]';
/** 12 to 19 digits, also in groups, that are not part of a longer number. Card networks number from 2 to 6 and 35, 36 … so a leading 0, 1, 7, 8 or 9 is no card. */
const CARD_LIKE = /(?<![\dA-Za-z])[2-6](?:[ -]?\d){11,18}(?![\dA-Za-z])/g;

/** Masks what must not leave in text that came from outside: the secrets of this call, in every form in which they travel, and anything that looks like a card number. */
export interface Redactor {
  readonly text: (text: string) => string;
  /** The same for every text inside plain data. Values in `keep` (identifiers that were checked already) stay as they are. */
  readonly value: <T>(value: T, keep?: ReadonlySet<string>) => T;
  /** Whether a text is one of the secrets of this call, or holds a long one. */
  readonly holdsSecret: (text: string) => boolean;
}

/** Makes a {@link Redactor} for the given secrets. Nothing is computed before something is redacted. */
export function createRedactor(secrets: () => readonly string[]): Redactor {
  let known: KnownSecrets | undefined;
  const look = (): KnownSecrets => (known ??= knownSecrets(secrets()));
  const text = (input: string): string =>
    input.replace(look().anywhere, MASK).replace(CARD_LIKE, (digits) => (passesLuhn(digits) ? MASK : digits));
  const value = <T>(input: T, keep?: ReadonlySet<string>): T => {
    if (typeof input === 'string') return (keep?.has(input) ? input : text(input)) as T;
    // A card number can come as a number too.
    if (typeof input === 'number' && input > 1e11) return (text(String(input)) === String(input) ? input : MASK) as T;
    if (Array.isArray(input)) return input.map((item: unknown) => value(item, keep)) as T;
    if (typeof input !== 'object' || input === null) return input;
    return Object.fromEntries(Object.entries(input).map(([key, item]) => [text(key), value<unknown>(item, keep)])) as T;
  };
  return { text, value, holdsSecret: (input) => look().whole.has(input) || input.search(look().long) !== -1 };
}

interface KnownSecrets {
  readonly whole: ReadonlySet<string>;
  readonly anywhere: RegExp;
  readonly long: RegExp;
}

/** From this length on a secret is recognised inside other text. A security code of three digits is found in every amount and id, so it counts only as a whole word. */
const LONG = 6;

function knownSecrets(secrets: readonly string[]): KnownSecrets {
  const given = secrets.filter((secret) => secret !== '');
  const forms = [...new Set(given.flatMap(formsOf))].sort((a, b) => b.length - a.length);
  const long = forms.filter((form) => form.length >= LONG).map(escape);
  const short = forms.filter((form) => form.length < LONG).map((form) => `(?<![\\w.])${escape(form)}(?![\\w.])`);
  return { whole: new Set(given), anywhere: anyOf([...long, ...short]), long: anyOf(long) };
}

function anyOf(alternatives: readonly string[]): RegExp {
  // Without alternatives: a pattern that nothing matches.
  return new RegExp(alternatives.length === 0 ? '[^\\s\\S]' : alternatives.join('|'), 'gi');
}

function formsOf(secret: string): string[] {
  const bytes = new TextEncoder().encode(secret);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const base64 = btoa(String.fromCharCode(...bytes));
  const forms = [
    secret,
    encodeURIComponent(secret),
    new URLSearchParams({ '': secret }).toString().slice(1),
    JSON.stringify(secret).slice(1, -1),
  ];
  if (/^\d{12,19}$/.test(secret)) forms.push(...[' ', '-'].map((gap) => secret.replace(/(\d{4})(?=\d)/g, `$1${gap}`)));
  // Short secrets have encoded forms that are ordinary words.
  if (bytes.length >= 4)
    forms.push(hex, base64.replace(/=+$/, ''), base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''));
  return forms;
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
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
