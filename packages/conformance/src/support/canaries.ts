import type { AnySubject } from '../subject.ts';
import { valueAt } from './paths.ts';

/** A secret that must not leak, by name. */
export interface Canary {
  readonly name: string;
  readonly value: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const jsonEscaped = (value: string, which: RegExp): string =>
  JSON.stringify(value)
    .slice(1, -1)
    .replace(which, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

const escapedUnits = (value: string): string =>
  Array.from({ length: value.length }, (_, i) => `\\u${value.charCodeAt(i).toString(16).padStart(4, '0')}`).join('');

const everyCharacter = (value: string, write: (code: number) => string): string =>
  Array.from(value, (character) => write(character.codePointAt(0) ?? 0)).join('');

const hexOf = (value: string): string => Buffer.from(value).toString('hex');

const grouped = (value: string, separator: string): string =>
  /^\d{12,19}$/.test(value) ? value.replace(/(\d{4})(?=\d)/g, `$1${separator}`) : value;

/** The ways in which a secret can be written. */
export const ENCODINGS: Readonly<Record<string, (value: string) => string>> = {
  'as it is': (value) => value,
  'in groups': (value) => grouped(value, ' '),
  'in groups with hyphens': (value) => grouped(value, '-'),
  'in groups with several signs': (value) => grouped(value, ' - '),
  'in a list of groups': (value) => grouped(value, '","'),
  'in full width': (value) => everyCharacter(value, fullWidth),
  'percent-encoded': encodeURIComponent,
  'form-encoded': (value) => new URLSearchParams({ '': value }).toString().slice(1),
  'in JSON': (value) => JSON.stringify(value).slice(1, -1),
  'in JSON as PHP writes it': (value) => jsonEscaped(value, /[^\x20-\x7e]/g).replaceAll('/', '\\/'),
  'in JSON as Rails writes it': (value) => jsonEscaped(value, /[<>&]/g),
  'in HTML': (value) => value.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? ''),
  'in HTML as PHP writes it': (value) => value.replaceAll("'", '&#039;').replaceAll('"', '&quot;'),
  'in hexadecimal entities': (value) => everyCharacter(value, (code) => `&#x${code.toString(16)};`),
  'as rawurlencode writes it': (value) => encodeURIComponent(value).replace(/[!'()*]/g, (sign) => `%${hexOf(sign)}`),
  'with every byte percent-encoded': (value) => hexOf(value).replace(/../g, '%$&'),
  'with every unit escaped': escapedUnits,
  'in JSON in JSON': (value) => JSON.stringify(JSON.stringify(value).slice(1, -1)).slice(1, -1),
  'in hex with spaces': (value) => hexOf(value).replace(/..(?=.)/g, '$& '),
  'in hex with colons': (value) => hexOf(value).replace(/..(?=.)/g, '$&:'),
  'in base64 after one byte': (value) => innerBase64(value, 1),
  'in base64 after two bytes': (value) => innerBase64(value, 2),
  'in base64': (value) => Buffer.from(value).toString('base64').replace(/=+$/, ''),
  'in base64url': (value) => Buffer.from(value).toString('base64url'),
  'in hex': (value) => Buffer.from(value).toString('hex'),
  'in capital hex': (value) => Buffer.from(value).toString('hex').toUpperCase(),
};

/** Full-width forms of the printable ASCII characters. */
function fullWidth(code: number): string {
  return String.fromCodePoint(code > 0x20 && code < 0x7f ? code + 0xfe_e0 : code);
}

/** The characters of a secret inside longer base64 that depend on nothing around it. */
function innerBase64(value: string, before: number): string {
  const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(value)]);
  return bytes.toString('base64').slice(before + 1, Math.floor((bytes.length * 4) / 3));
}

/** The ways in which people write card numbers. Core must recognise them even where it does not know the number. */
export const DIGIT_ENCODINGS = [
  'as it is',
  'in groups',
  'in groups with hyphens',
  'in groups with several signs',
  'in full width',
];

/** Shorter secrets are ordinary words in these. */
const SHORTEST: Readonly<Record<string, number>> = {
  'in base64': 4,
  'in base64url': 4,
  'in hex': 4,
  'in capital hex': 4,
  'in hex with spaces': 4,
  'in hex with colons': 4,
  'in base64 after one byte': 6,
  'in base64 after two bytes': 6,
};

const encoded = new Map<string, readonly (readonly [name: string, encoded: string])[]>();

/** The distinct encodings of a secret. Binary encodings of very short secrets are omitted: they are ordinary words. */
export function encodingsOf(value: string): readonly (readonly [name: string, encoded: string])[] {
  const known = encoded.get(value);
  if (known) return known;
  const seen = new Set<string>();
  const distinct = Object.entries(ENCODINGS)
    .filter(([name]) => value.length >= (SHORTEST[name] ?? 0))
    .map(([name, encode]) => [name, encode(value)] as const)
    .filter(([, form]) => !seen.has(form) && seen.add(form));
  encoded.set(value, distinct);
  return distinct;
}

/**
 * Every secret of a subject that is known before a request is signed: credentials, credential headers, secret fields.
 */
export function canariesOf(subject: AnySubject): readonly Canary[] {
  const credentials = Object.entries(subject.credentials).map(([name, value]) => ({ name, value }));
  const headers = Object.entries(subject.credentialHeaders ?? {}).map(([name, value]) => ({
    name: `header ${name}`,
    // The scheme is not a secret; the rest is one by itself.
    value: value.replace(/^(?:Basic|Bearer|Digest|Token) /i, ''),
  }));
  const values = new Set<string>();
  return [...credentials, ...secretFieldsOf(subject), ...headers].filter(
    ({ value }) => !values.has(value) && values.add(value),
  );
}

/** The secret fields of the sample request. */
export function secretFieldsOf({ secrets = ['card.number', 'card.cvv'], request }: AnySubject): readonly Canary[] {
  return secrets.flatMap((path) => {
    const value = valueAt(request, path);
    return typeof value === 'string' ? [{ name: path, value }] : [];
  });
}

/**
 * The first canary in a string, in any encoding. A short one counts as a whole word only, short digits as a whole
 * number.
 */
export function findLeak(content: string, canaries: readonly Canary[]): string | undefined {
  const lower = content.toLowerCase();
  for (const { name, value } of canaries) {
    const found = encodingsOf(value).find(([, form]) => containsSecret(lower, form.toLowerCase()));
    if (found) return `${name} ${found[0]}`;
  }
  return undefined;
}

function containsSecret(content: string, secret: string): boolean {
  if (secret.length >= 6) return content.includes(secret);
  for (let found = content.indexOf(secret); found !== -1; found = content.indexOf(secret, found + 1)) {
    const end = found + secret.length;
    const [before, after] = [content.slice(Math.max(0, found - 2), found), content.slice(end, end + 2)];
    const isPart = /^\d+$/.test(secret)
      ? /\d[.,]?$/.test(before) || /^[.,]?\d/.test(after)
      : /[\w.]$/.test(before) || /^[\w.]/.test(after);
    if (!isPart) return true;
  }
  return false;
}
