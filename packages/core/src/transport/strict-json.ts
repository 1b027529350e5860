// Strict JSON without a parser of our own: `JSON.parse` reads, as the fastest and most exercised parser at hand, and
// this file proves afterwards that it has hidden nothing. Valid JSON has one colon outside strings for each member, so
// fewer members in the value than colons in the source mean that a repeated key was dropped. A parser written in
// JavaScript came before this; it was longer and slower (decision 5).

/** Plain JSON, objects without a prototype. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The deepest nesting that is read. */
const MAX_DEPTH = 32;
const MAX_NUMBER = 32;
/** Keys that touch a prototype. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const [QUOTE, COLON, MINUS, ZERO, NINE, BACKSLASH] = [0x22, 0x3a, 0x2d, 0x30, 0x39, 0x5c];
const NUMBER = /-?\d[\d.eE+-]*/y;
const ESCAPED_KEY = /\\.[^"\\]*"\s*:/;
const KEYS = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?/g;

/**
 * Parses JSON like `JSON.parse`, but returns `undefined` where that would hide something: a repeated key (the last one
 * wins), a number that loses digits, a key that touches a prototype, a key that the engine misreads, nesting deeper
 * than 32, and input that is not JSON.
 */
export function parseStrictJson(text: string): Json | undefined {
  try {
    const count = { members: 0 };
    const value = bare(JSON.parse(text) as Json, 1, count);
    const { members, exact } = scan(text);
    const complete = exact && count.members === members;
    return complete && (!ESCAPED_KEY.test(text) || sameKeys(text, value)) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Copies a value so that no object in it has a prototype, at any depth. Counts their members. */
function bare(value: Json, depth: number, count: { members: number }): Json {
  if (depth > MAX_DEPTH) throw new RangeError('too deep');
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map((item) => bare(item, depth + 1, count));
  const copy = Object.create(null) as Record<string, Json>;
  for (const key of Object.keys(value)) {
    if (FORBIDDEN_KEYS.has(key)) throw new TypeError('a key that touches a prototype');
    count.members += 1;
    copy[key] = bare(value[key] as Json, depth + 1, count);
  }
  return copy;
}

/** Counts the members in the source of valid JSON, and tests that a double holds every number in it exactly. */
function scan(text: string): { readonly members: number; readonly exact: boolean } {
  let members = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (code === COLON) members += 1;
    else if (code === MINUS || (code >= ZERO && code <= NINE)) {
      NUMBER.lastIndex = at;
      if (!isExact(NUMBER.exec(text)?.[0] ?? '')) return { members, exact: false };
      at = NUMBER.lastIndex - 1;
    }
  }
  return { members, exact: true };
}

/** Index of the quotation mark that closes the string opened at `start`. */
function endOfString(text: string, start: number): number {
  let at = text.indexOf('"', start + 1);
  while (isEscaped(text, at)) at = text.indexOf('"', at + 1);
  return at;
}

/** True after an odd number of backslashes: each of the others escapes the next one. */
function isEscaped(text: string, at: number): boolean {
  let from = at;
  while (text.charCodeAt(from - 1) === BACKSLASH) from -= 1;
  return (at - from) % 2 === 1;
}

/**
 * Compares the keys of a value with those in its source. V8 can mistake a key with an escape for a different one that
 * it has met before: after `{"\\":1}`, it reads the key of `{"\"":1}` as a backslash (observed in Node 24). A key that
 * is parsed by itself, as a string, is always right.
 */
function sameKeys(text: string, value: Json): boolean {
  const written = [...text.matchAll(KEYS)].flatMap(([, key = '', colon]) => (colon ? [JSON.parse(key) as string] : []));
  return written.sort().join('\0') === keysOf(value).sort().join('\0');
}

function keysOf(value: Json): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isList(value)) return value.flatMap(keysOf);
  return Object.entries(value).flatMap(([key, item]) => [key, ...keysOf(item)]);
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}

/**
 * True where a double holds all digits of a number: 17 at most. The pattern below backtracks over zeros, so its input
 * has to be short.
 */
export function isExact(text: string): boolean {
  if (text.length > MAX_NUMBER) return false;
  const number = Number(text);
  if (/[eE]/.test(text) || !text.includes('.')) return Number.isSafeInteger(number);
  return String(number) === text.replace(/\.?0+$/, '');
}
