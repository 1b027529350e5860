/** Plain JSON, objects without a prototype. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const MAX_DEPTH = 32;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// Runs of plain characters with escapes in between; one character at a time would be slow.
const STRING = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;

/**
 * Reads JSON as `JSON.parse` does, but gives `undefined` where that would hide something: a repeated key (it keeps the last), a number that loses digits, a key that
 * touches a prototype, nesting deeper than 32, text that is not JSON.
 */
export function parseStrictJson(text: string): Json | undefined {
  let at = 0;
  const fail = (): never => {
    throw new SyntaxError('not strict JSON');
  };
  const match = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) fail();
    const from = at;
    at = pattern.lastIndex;
    return text.slice(from, at);
  };
  const skipBlanks = (): void => {
    while (isBlank(text.charCodeAt(at))) at += 1;
  };
  const take = (token: string): boolean => {
    skipBlanks();
    if (!text.startsWith(token, at)) return false;
    at += token.length;
    return true;
  };
  const string = (): string => {
    const quoted = match(STRING);
    return quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
  };
  const list = (close: string, item: () => void): void => {
    if (take(close)) return;
    do item();
    while (take(','));
    if (!take(close)) fail();
  };
  const value = (depth: number): Json => {
    if (depth > MAX_DEPTH) fail();
    if (take('{')) {
      const object: Record<string, Json> = Object.create(null) as Record<string, Json>;
      list('}', () => {
        skipBlanks();
        const key = string();
        if (FORBIDDEN_KEYS.has(key) || Object.hasOwn(object, key) || !take(':')) fail();
        object[key] = value(depth + 1);
      });
      return object;
    }
    if (take('[')) {
      const array: Json[] = [];
      list(']', () => array.push(value(depth + 1)));
      return array;
    }
    if (take('true')) return true;
    if (take('false')) return false;
    if (take('null')) return null;
    return text[at] === '"' ? string() : (exactNumber(match(NUMBER)) ?? fail());
  };
  try {
    const result = value(1);
    skipBlanks();
    return at === text.length ? result : undefined;
  } catch {
    return undefined;
  }
}

/** Space, tab, line feed, carriage return. */
function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}

/** The number, if a double holds all its digits. */
function exactNumber(text: string): number | undefined {
  const number = Number(text);
  if (/[eE]/.test(text)) return Number.isSafeInteger(number) ? number : undefined;
  if (!text.includes('.')) return Number.isSafeInteger(number) ? number : undefined;
  return String(number) === text.replace(/\.?0+$/, '') ? number : undefined;
}
