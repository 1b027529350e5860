import { unwrap, type Secret } from './secret.ts';

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const ASCII = /^[\x20-\x7e]*$/;

/** A cheap test that every string passes that contains a secret in any encoding. */
interface Prefilter {
  /**
   * The beginning of each encoding, in lower case. Absent for secrets beyond ASCII: a pattern and `toLowerCase` differ
   * there on which letters are the same.
   */
  readonly prefixes: readonly string[] | undefined;
  /** The secret, where it is a card number: people write it in groups of any kind. */
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
  return { prefixes: ASCII.test(secret) ? prefixesOf(secret) : undefined, digits: cardDigitsOf(secret) };
}

function prefixesOf(secret: string): readonly string[] {
  return encodingsOf(secret.slice(0, PREFIX_LENGTH)).map((encoding) => encoding.toLowerCase());
}

function cardDigitsOf(secret: string): string | undefined {
  return /^\d{12,19}$/.exec(secret)?.[0];
}

/** The encodings in which a secret travels, itself included. Most secrets look the same in several of them. */
function encodingsOf(secret: string): readonly string[] {
  if (secret === '') return [];
  const encodings = new Set([secret]);
  // Letters, digits and these look the same in a URL, a form and JSON.
  if (!/^[\w.-]+$/.test(secret)) {
    encodings.add(encodeURIComponent(secret)).add(new URLSearchParams({ '': secret }).toString().slice(1));
    const json = JSON.stringify(secret).slice(1, -1);
    for (const encoding of [json, ...jsonOfOthers(json), html(secret)]) encodings.add(encoding);
  }
  const bytes = ASCII.test(secret) ? secret : String.fromCharCode(...new TextEncoder().encode(secret));
  // The other encodings of short secrets are ordinary words.
  if (bytes.length < 4) return [...encodings];
  const base64 = btoa(bytes).replace(/=+$/, '');
  let hex = '';
  for (let i = 0; i < bytes.length; i += 1) hex += HEX[bytes.charCodeAt(i)] ?? '';
  const base64url = base64.replaceAll('+', '-').replaceAll('/', '_');
  return [...encodings.add(hex).add(base64).add(base64url).add(base64.replaceAll('/', '\\/'))];
}

/** A JSON string as PHP and as Rails write it. */
function jsonOfOthers(json: string): readonly string[] {
  const escaped = (text: string, which: RegExp): string =>
    text.replace(which, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const php = json.replaceAll('/', '\\/');
  return [php, escaped(php, /[^\x20-\x7e]/g), escaped(json, /[<>&\u2028\u2029]/g)];
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function html(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/**
 * Tests whether a string might contain a secret in any encoding. Fast, and certain where it returns `false`: hardly any
 * string contains one, and {@link secretPatterns} are costly to build.
 */
export function mightContain(text: string, secrets: readonly (string | Secret)[]): boolean {
  let lower: string | undefined;
  let squeezed: string | undefined;
  return secrets.some((secret) => {
    // No encoding is shorter than the secret itself.
    if (text.length < unwrap(secret).length) return false;
    const { prefixes, digits } = prefilterOf(secret);
    if (!prefixes) return true;
    const haystack = (lower ??= text.toLowerCase());
    if (digits && (squeezed ??= haystack.replace(/[^\da-z]+/g, '')).includes(digits)) return true;
    return prefixes.some((prefix) => haystack.includes(prefix));
  });
}

/**
 * The length from which an encoding is recognised inside other text. A security code of three digits is in every other
 * amount and id, so it counts only as a whole word.
 */
const LONG = 6;

/** Patterns that match every encoding: all of them, and only those that are too long to occur by accident. */
export function secretPatterns(secrets: readonly (string | Secret)[]): { readonly any: RegExp; readonly long: RegExp } {
  const values = secrets.map(unwrap);
  const encodings = [...new Set(values.flatMap(encodingsOf))].sort((a, b) => b.length - a.length);
  const cards = values.flatMap((secret) => cardDigitsOf(secret) ?? []);
  const grouped = cards.map((digits) => Array.from(digits).join('[^\\dA-Za-z]{0,2}'));
  const long = [...grouped, ...encodings.filter((encoding) => encoding.length >= LONG).map(escape)];
  const short = encodings.filter((encoding) => encoding.length < LONG).map(wholeWord);
  return { any: patternOf([...long, ...short]), long: patternOf(long) };
}

/**
 * A pattern for a short encoding by itself: digits that are no part of a number, anything else that is no part of a
 * word.
 */
function wholeWord(encoding: string): string {
  if (/^\d+$/.test(encoding)) return `(?<!\\d)(?<!\\d[.,])${encoding}(?!\\d|[.,]\\d)`;
  return `(?<![\\w.])${escape(encoding)}(?![\\w.])`;
}

function patternOf(alternatives: readonly string[]): RegExp {
  // Without alternatives: a pattern that nothing matches.
  return new RegExp(alternatives.length === 0 ? '[^\\s\\S]' : alternatives.join('|'), 'gi');
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
