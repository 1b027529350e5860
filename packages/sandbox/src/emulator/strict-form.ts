import type { JsonObject } from './json.ts';

const PAIR = /^(?:[A-Za-z0-9*._~+-]|%[0-9A-Fa-f]{2})*$/;

/**
 * Parses `application/x-www-form-urlencoded` text. Throws a `SyntaxError` for a name that comes twice (of which one
 * server would take the first and another the last), for characters that should be encoded, and for text that is not UTF-8.
 */
export function parseStrictForm(text: string): JsonObject {
  const form = Object.create(null) as JsonObject;
  for (const pair of text === '' ? [] : text.split('&')) {
    const [name, value, ...rest] = pair.split('=').map(decode);
    if (!name || value === undefined || rest.length > 0) throw new SyntaxError('a pair without a name or a value');
    if (Object.hasOwn(form, name)) throw new SyntaxError('name used twice');
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
