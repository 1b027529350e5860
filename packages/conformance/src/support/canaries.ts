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

/** The ways in which a secret can be written. */
export const ENCODINGS: Readonly<Record<string, (value: string) => string>> = {
  'as it is': (value) => value,
  'in groups': (value) => (/^\d{12,19}$/.test(value) ? value.replace(/(\d{4})(?=\d)/g, '$1 ') : value),
  'in groups with hyphens': (value) => (/^\d{12,19}$/.test(value) ? value.replace(/(\d{4})(?=\d)/g, '$1-') : value),
  'percent-encoded': encodeURIComponent,
  'form-encoded': (value) => new URLSearchParams({ '': value }).toString().slice(1),
  'in JSON': (value) => JSON.stringify(value).slice(1, -1),
  'in JSON as PHP writes it': (value) => jsonEscaped(value, /[^\x20-\x7e]/g).replaceAll('/', '\\/'),
  'in JSON as Rails writes it': (value) => jsonEscaped(value, /[<>&]/g),
  'in HTML': (value) => value.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? ''),
  'in base64': (value) => Buffer.from(value).toString('base64').replace(/=+$/, ''),
  'in base64url': (value) => Buffer.from(value).toString('base64url'),
  'in hex': (value) => Buffer.from(value).toString('hex'),
  'in capital hex': (value) => Buffer.from(value).toString('hex').toUpperCase(),
};

/** The ways in which people write card numbers. Core must recognise them even where it does not know the number. */
export const DIGIT_ENCODINGS = ['as it is', 'in groups', 'in groups with hyphens'];

const BINARY_ENCODINGS = new Set(['in base64', 'in base64url', 'in hex', 'in capital hex']);

/** The distinct encodings of a secret. Binary encodings of very short secrets are omitted: they are ordinary words. */
export function encodingsOf(value: string): readonly (readonly [name: string, encoded: string])[] {
  const seen = new Set<string>();
  return Object.entries(ENCODINGS)
    .filter(([name]) => value.length >= 4 || !BINARY_ENCODINGS.has(name))
    .map(([name, encode]) => [name, encode(value)] as const)
    .filter(([, encoded]) => !seen.has(encoded) && seen.add(encoded));
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
    const found = encodingsOf(value).find(([, encoded]) => containsSecret(lower, encoded.toLowerCase()));
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
