import { unescapedForms } from './escapes.ts';

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
/** @internal Strings of printable ASCII: a pattern and `toLowerCase` agree on their letters. */
export const ASCII = /^[\x20-\x7e]*$/;

/**
 * The length from which a form is recognised inside other text. A security code of three digits is in every other
 * amount and id, so it counts only as a whole word.
 */
const LONG = 6;

/** The other encodings of shorter secrets are ordinary words. */
const SHORTEST_ENCODED = 4;

/** The encodings of a secret. */
export interface EncodedForms {
  readonly hex: string | undefined;
  /** The characters of its base64 that depend on nothing before and after it, at each alignment. */
  readonly base64: readonly string[];
}

/** A secret that is a card number: people write it in groups of any kind. */
export function cardNumberOf(secret: string): string | undefined {
  return /^\d{12,19}$/.exec(secret)?.[0];
}

/** The encodings of a secret, or of its beginning. */
export function encodedFormsOf(secret: string): EncodedForms {
  const bytes = ASCII.test(secret) ? secret : String.fromCharCode(...new TextEncoder().encode(secret));
  if (bytes.length < SHORTEST_ENCODED) return { hex: undefined, base64: [] };
  let hex = '';
  for (let i = 0; i < bytes.length; i += 1) hex += HEX[bytes.charCodeAt(i)] ?? '';
  return { hex, base64: base64Of(bytes) };
}

/** The secret as JSON, HTML and URLs write it, once the escapes of the text around it are resolved. */
export function plainFormsOf(secret: string): readonly string[] {
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

/** Patterns for text whose escapes are resolved. */
export interface SecretPatterns {
  /** Every form: short ones where they are a whole word. */
  readonly inText: RegExp;
  /** Every form: short ones where something that belongs to no id surrounds them. */
  readonly inIds: RegExp;
  /** A card number in groups, whatever separates these. Nothing where the secret is none. */
  readonly grouped: RegExp;
}

/** Creates the patterns of a secret. */
export function secretPatterns(secret: string): SecretPatterns {
  const { hex, base64 } = encodedFormsOf(secret);
  const digits = cardNumberOf(secret);
  const plain = [...plainFormsOf(secret)].sort((a, b) => b.length - a.length);
  const grouped = digits === undefined ? [] : [Array.from(digits).join('\\D*')];
  const long = [
    ...grouped,
    ...plain.filter(({ length }) => length >= LONG).map(plainPattern),
    // Only separators that a dump writes: letters and digits beside it are other bytes.
    ...(hex === undefined ? [] : [(hex.match(/../g) ?? []).join('[\\s:,-]{0,2}')]),
    ...base64.map(base64Pattern),
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
