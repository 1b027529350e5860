import { open, type Secret } from './secret.ts';

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const ASCII = /^[\x20-\x7e]*$/;

/** What a text holds that holds a secret in any form. */
interface Traces {
  /** How each form begins, in lower case; nothing of a secret beyond ASCII, where a pattern and `toLowerCase` have ideas of their own about what is the same letter. */
  readonly beginnings: readonly string[] | undefined;
  /** The secret, where it is a card number: people write it in groups of any kind. */
  readonly digits: string | undefined;
}

/** More than the part of a card number that answers show, and whole groups of base64. */
const BEGINNING = 9;

/** The traces of secrets that stay, such as the credentials of a client, for as long as they do. */
const known = new WeakMap<Secret, Traces>();

function tracesOf(secret: string | Secret): Traces {
  if (typeof secret === 'string') return makeTraces(secret);
  const traces = known.get(secret) ?? makeTraces(secret.reveal());
  known.set(secret, traces);
  return traces;
}

function makeTraces(secret: string): Traces {
  const beginnings = (): string[] => formsOf(secret.slice(0, BEGINNING)).map((form) => form.toLowerCase());
  return { beginnings: ASCII.test(secret) ? beginnings() : undefined, digits: digitsOf(secret) };
}

function digitsOf(secret: string): string | undefined {
  return /^\d{12,19}$/.exec(secret)?.[0];
}

/** The forms in which a secret travels: as it is, and encoded. Most secrets look the same in several of them. */
function formsOf(secret: string): readonly string[] {
  return secret === '' ? [] : [...new Set(waysToWrite(secret))];
}

function waysToWrite(secret: string): readonly string[] {
  const forms = [secret];
  // Letters, digits and these look the same in a URL, a form and JSON.
  if (!/^[\w.-]+$/.test(secret)) {
    forms.push(encodeURIComponent(secret), new URLSearchParams({ '': secret }).toString().slice(1));
    const json = JSON.stringify(secret).slice(1, -1);
    forms.push(json, ...jsonOfOthers(json), html(secret));
  }
  const bytes = ASCII.test(secret) ? secret : String.fromCharCode(...new TextEncoder().encode(secret));
  // Short secrets have encoded forms that are ordinary words.
  if (bytes.length < 4) return forms;
  const base64 = btoa(bytes).replace(/=+$/, '');
  let hex = '';
  for (let i = 0; i < bytes.length; i += 1) hex += HEX[bytes.charCodeAt(i)] ?? '';
  return [...forms, hex, base64, base64.replaceAll('+', '-').replaceAll('/', '_'), base64.replaceAll('/', '\\/')];
}

/** A text in JSON as PHP writes it, and as Rails does. */
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

/** Whether a text may hold a secret in any form. Quick, and sure where it says no: nearly no text holds one, and {@link secretPatterns} are costly to make. */
export function mayHold(text: string, secrets: readonly (string | Secret)[]): boolean {
  let lower: string | undefined;
  let squeezed: string | undefined;
  return secrets.some((secret) => {
    // No form is shorter than the secret itself.
    if (text.length < open(secret).length) return false;
    const { beginnings, digits } = tracesOf(secret);
    if (!beginnings) return true;
    const inText = (lower ??= text.toLowerCase());
    if (digits && (squeezed ??= inText.replace(/[^\da-z]+/g, '')).includes(digits)) return true;
    return beginnings.some((beginning) => inText.includes(beginning));
  });
}

/** From this length on a secret is recognised inside other text. A security code of three digits is found in every amount and id, so it counts only as a whole word. */
const LONG = 6;

/** Patterns that find every form: all of them, and only those that are long enough to be no accident. */
export function secretPatterns(secrets: readonly (string | Secret)[]): { readonly any: RegExp; readonly long: RegExp } {
  const opened = secrets.map(open);
  const forms = [...new Set(opened.flatMap(formsOf))].sort((a, b) => b.length - a.length);
  const cards = opened.flatMap((secret) => digitsOf(secret) ?? []);
  const grouped = cards.map((digits) => Array.from(digits).join('[^\\dA-Za-z]{0,2}'));
  const long = [...grouped, ...forms.filter((form) => form.length >= LONG).map(escape)];
  const short = forms.filter((form) => form.length < LONG).map(alone);
  return { any: patternOf([...long, ...short]), long: patternOf(long) };
}

/** A short form by itself: digits that are no part of a number, anything else that is no part of a word. */
function alone(form: string): string {
  if (/^\d+$/.test(form)) return `(?<!\\d)(?<!\\d[.,])${form}(?!\\d|[.,]\\d)`;
  return `(?<![\\w.])${escape(form)}(?![\\w.])`;
}

function patternOf(alternatives: readonly string[]): RegExp {
  // Without alternatives: a pattern that nothing matches.
  return new RegExp(alternatives.length === 0 ? '[^\\s\\S]' : alternatives.join('|'), 'gi');
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
