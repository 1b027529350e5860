import type { AnySubject } from '../subject.ts';
import { valueAt } from './paths.ts';

/** A secret that must not leave, by name. */
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

/** A way in which a secret can be written. */
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

/** The forms in which people and forms write numbers. A card number is recognised in them also where nobody knows it. */
export const DIGIT_ENCODINGS = ['as it is', 'in groups', 'in groups with hyphens'];

const BINARY_ENCODINGS = new Set(['in base64', 'in base64url', 'in hex', 'in capital hex']);

/** The forms of a secret that differ from each other. Encodings of very short secrets are ordinary words and left out. */
export function encodingsOf(value: string): readonly (readonly [name: string, text: string])[] {
  const seen = new Set<string>();
  return Object.entries(ENCODINGS)
    .filter(([name]) => value.length >= 4 || !BINARY_ENCODINGS.has(name))
    .map(([name, form]) => [name, form(value)] as const)
    .filter(([, text]) => !seen.has(text) && seen.add(text));
}

/** Every secret of a subject that is known before a request is signed: its credentials, what its headers say, and the secrets of its sample. */
export function canariesOf(subject: AnySubject): readonly Canary[] {
  const credentials = Object.entries(subject.credentials).map(([name, value]) => ({ name, value }));
  const headers = Object.entries(subject.credentialHeaders ?? {}).map(([name, value]) => ({
    name: `header ${name}`,
    // The scheme is no secret; what follows it is one by itself.
    value: value.replace(/^(?:Basic|Bearer|Digest|Token) /i, ''),
  }));
  const values = new Set<string>();
  return [...credentials, ...secretFieldsOf(subject), ...headers].filter(
    ({ value }) => !values.has(value) && values.add(value),
  );
}

/** The secrets in the sample request. */
export function secretFieldsOf({ secrets = ['card.number', 'card.cvv'], request }: AnySubject): readonly Canary[] {
  return secrets.flatMap((path) => {
    const value = valueAt(request, path);
    return typeof value === 'string' ? [{ name: path, value }] : [];
  });
}

/** The first canary that shows in a text, in any form. A short one counts as a whole word only, and digits as a whole number. */
export function findLeak(text: string, canaries: readonly Canary[]): string | undefined {
  const lower = text.toLowerCase();
  for (const { name, value } of canaries) {
    const form = encodingsOf(value).find(([, written]) => containsSecret(lower, written.toLowerCase()));
    if (form) return `${name} ${form[0]}`;
  }
  return undefined;
}

function containsSecret(text: string, written: string): boolean {
  if (written.length >= 6) return text.includes(written);
  for (let found = text.indexOf(written); found !== -1; found = text.indexOf(written, found + 1)) {
    const end = found + written.length;
    const [before, after] = [text.slice(Math.max(0, found - 2), found), text.slice(end, end + 2)];
    const isPart = /^\d+$/.test(written)
      ? /\d[.,]?$/.test(before) || /^[.,]?\d/.test(after)
      : /[\w.]$/.test(before) || /^[\w.]/.test(after);
    if (!isPart) return true;
  }
  return false;
}
