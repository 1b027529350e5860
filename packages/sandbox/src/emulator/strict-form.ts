import type { JsonObject } from './json.ts';

const PAIR = /^(?:[A-Za-z0-9*._~+-]|%[0-9A-Fa-f]{2})*$/;

/**
 * Parses an `application/x-www-form-urlencoded` string. Throws a `SyntaxError` for a duplicate name (servers disagree
 * on whether the first or the last one counts), for characters that should be encoded, and for bytes that are not
 * UTF-8.
 */
export function parseStrictForm(encoded: string): JsonObject {
  const form = Object.create(null) as JsonObject;
  for (const pair of encoded === '' ? [] : encoded.split('&')) {
    const [name, value, ...rest] = pair.split('=').map(decode);
    if (!name || value === undefined || rest.length > 0) throw new SyntaxError('a pair without a name or a value');
    if (Object.hasOwn(form, name)) throw new SyntaxError('duplicate name');
    form[name] = value;
  }
  return form;
}

function decode(part: string): string {
  if (!PAIR.test(part)) throw new SyntaxError('a character that should be encoded');
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    throw new SyntaxError('not UTF-8');
  }
}
