import { unescapedForms } from './escapes.ts';
import { unwrap, type Secret } from './secret.ts';

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const ASCII = /^[\x20-\x7e]*$/;

/**
 * The length from which a form is recognised inside other text. A security code of three digits is in every other
 * amount and id, so it counts only as a whole word.
 */
const LONG = 6;

/** The other encodings of shorter secrets are ordinary words. */
const SHORTEST_ENCODED = 4;

/** The forms of a secret, once the escapes of the text around it are resolved. */
interface SecretForms {
  /** The secret itself; JSON, HTML and URLs write it like this once they are unescaped. */
  readonly plain: readonly string[];
  readonly hex: string | undefined;
  /** The characters of its base64 that depend on nothing before and after it, at each alignment. */
  readonly base64: readonly string[];
  /** The secret, where it is a card number: people write it in groups of any kind. */
  readonly digits: string | undefined;
}

/** A secret that is a card number. */
export function cardNumberOf(secret: string): string | undefined {
  return /^\d{12,19}$/.exec(secret)?.[0];
}

function formsOf(secret: string): SecretForms {
  const plain = plainFormsOf(secret);
  const bytes = ASCII.test(secret) ? secret : String.fromCharCode(...new TextEncoder().encode(secret));
  const digits = cardNumberOf(secret);
  if (bytes.length < SHORTEST_ENCODED) return { plain, hex: undefined, base64: [], digits };
  let hex = '';
  for (let i = 0; i < bytes.length; i += 1) hex += HEX[bytes.charCodeAt(i)] ?? '';
  return { plain, hex, base64: base64Of(bytes), digits };
}

function plainFormsOf(secret: string): readonly string[] {
  // A secret with something like an escape in it is changed along with the text.
  return secret === '' ? [] : [...new Set([secret, ...unescapedForms(secret).slice(-1)])];
}

/**
 * At alignments 1 and 2 the first character shares bits with what is before the secret, at some lengths the last one
 * with what follows.
 */
function base64Of(bytes: string): readonly string[] {
  if (bytes.length < LONG) return [btoa(bytes).replace(/=+$/, '')];
  return ['', '\0', '\0\0'].map((before) => {
    const shifted = before + bytes;
    return btoa(shifted).slice(before === '' ? 0 : before.length + 1, Math.floor((shifted.length * 4) / 3));
  });
}

/** A cheap test that every string passes that contains a secret in any form. */
interface Prefilter {
  /**
   * The beginning of each plain form, in lower case. Absent for secrets beyond ASCII: a pattern and `toLowerCase`
   * differ there on which letters are the same.
   */
  readonly plain: readonly string[] | undefined;
  /** The letters and digits at the beginning of hex and base64, in lower case. */
  readonly encoded: readonly string[];
  readonly digits: string | undefined;
}

/** Longer than the part of a card number that responses show, and whole groups of base64. */
const PREFIX_LENGTH = 9;

/** The prefilters of secrets that stay, such as the credentials of a client, for as long as they do. */
const prefilters = new WeakMap<Secret, Prefilter>();

function prefilterOf(secret: string | Secret): Prefilter {
  if (typeof secret === 'string') return createPrefilter(secret);
  const prefilter = prefilters.get(secret) ?? createPrefilter(secret.reveal());
  prefilters.set(secret, prefilter);
  return prefilter;
}

function createPrefilter(secret: string): Prefilter {
  const digits = cardNumberOf(secret);
  if (!ASCII.test(secret)) return { plain: undefined, encoded: [], digits };
  const { hex = [], base64 } = formsOf(secret.slice(0, PREFIX_LENGTH));
  return {
    plain: plainFormsOf(secret).map((form) => spaced(form.slice(0, PREFIX_LENGTH).toLowerCase())),
    encoded: [hex, base64].flat().map((form) => squeezed(form.toLowerCase())),
    digits,
  };
}

/** Forms write a space as `+`. */
function spaced(text: string): string {
  return text.replaceAll('+', ' ');
}

function squeezed(lower: string): string {
  return lower.replace(/[^\da-z]+/g, '');
}

/**
 * Tests whether a string might contain a secret in any form. Fast, and certain where it returns `false`: hardly any
 * string contains one, and {@link secretPatterns} are costly to build.
 */
export function mightContain(text: string, secrets: readonly (string | Secret)[]): boolean {
  let lower: string | undefined;
  let letters: string | undefined;
  let numbers: string | undefined;
  return secrets.some((secret) => {
    // No form is shorter than the secret itself.
    if (text.length < unwrap(secret).length) return false;
    const { plain, encoded, digits } = prefilterOf(secret);
    if (!plain) return true;
    lower ??= spaced(text.toLowerCase());
    letters ??= squeezed(lower);
    if (digits && (numbers ??= letters.replace(/[a-z]+/g, '')).includes(digits)) return true;
    return plain.some((form) => lower?.includes(form)) || encoded.some((form) => letters?.includes(form));
  });
}

/** Patterns for text whose escapes are resolved. */
export interface SecretPatterns {
  /** Every form: short ones where they are a whole word. */
  readonly inText: RegExp;
  /** Every form: short ones where something that belongs to no id surrounds them. */
  readonly inIds: RegExp;
  /** Card numbers in groups, whatever separates these. */
  readonly grouped: RegExp;
}

/** Creates the patterns of secrets. */
export function secretPatterns(secrets: readonly (string | Secret)[]): SecretPatterns {
  const forms = secrets.map((secret) => formsOf(unwrap(secret)));
  const plain = [...new Set(forms.flatMap((form) => form.plain))].sort((a, b) => b.length - a.length);
  const grouped = forms.flatMap(({ digits }) => (digits === undefined ? [] : Array.from(digits).join('\\D*')));
  const long = [
    ...grouped,
    ...plain.filter(({ length }) => length >= LONG).map(plainPattern),
    // Only separators that a dump writes: letters and digits beside it are other bytes.
    ...forms.flatMap(({ hex }) => (hex === undefined ? [] : (hex.match(/../g) ?? []).join('[\\s:,-]{0,2}'))),
    ...forms.flatMap(({ base64 }) => base64.map(base64Pattern)),
  ];
  const short = plain.filter(({ length }) => length < LONG);
  return {
    inText: patternOf([...long, ...short.map(wholeWord)]),
    inIds: patternOf([...long, ...short.map(delimited)]),
    grouped: patternOf(grouped),
  };
}

function plainPattern(form: string): string {
  return escape(form).replace(/ |\\\+/g, '[ +]');
}

/** Both alphabets, in lines of any length. */
function base64Pattern(form: string): string {
  const units = Array.from(form, (unit) => (unit === '+' ? '[+-]' : unit === '/' ? '[/_]' : unit));
  return `[\\w+/-]?${units.join('\\s{0,2}')}[\\w+/-]?={0,2}`;
}

/**
 * A pattern for a short secret by itself: digits that are no part of a number, anything else that is no part of a word.
 */
function wholeWord(form: string): string {
  if (/^\d+$/.test(form)) return `(?<!\\d)(?<!\\d[.,])${form}(?!\\d|[.,]\\d)`;
  return `(?<![\\w.])${escape(form)}(?![\\w.])`;
}

/**
 * A pattern for a short secret inside an id or a URL. Letters, digits, `.`, `_`, `:` and `-` are what ids are made of:
 * one that contains the digits of a security code among these is ordinary.
 */
function delimited(form: string): string {
  return `(?<![\\w-])(?<!\\w[.:])${escape(form)}(?![\\w-]|[.:]\\w)`;
}

function patternOf(alternatives: readonly string[]): RegExp {
  // Without alternatives: a pattern that nothing matches.
  return new RegExp(alternatives.length === 0 ? '[^\\s\\S]' : alternatives.join('|'), 'gi');
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
