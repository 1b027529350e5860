/** Plain JSON, objects without a prototype. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const MAX_DEPTH = 32;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const TEXTS = /"[^"\\]*(?:\\.[^"\\]*)*"/g;
const NUMBERS = /-?\d[\d.eE+-]*/g;

/**
 * Reads JSON as `JSON.parse` does, but gives `undefined` where that would hide something: a repeated key (it keeps the last), a number that loses digits, a key that
 * touches a prototype, nesting deeper than 32, text that is not JSON.
 */
export function parseStrictJson(text: string): Json | undefined {
  try {
    const value = JSON.parse(text) as Json;
    // It is JSON, so without its texts there are only brackets, commas, words, numbers, and a colon for each member.
    const bones = text.replace(TEXTS, '');
    const members = bones.split(':').length - 1;
    const exact = (bones.match(NUMBERS) ?? []).every(isExact);
    return exact && membersKept(value, 1) === members ? value : undefined;
  } catch {
    return undefined;
  }
}

/** How many members the objects in a value have, however deep. Takes their prototypes away. */
function membersKept(value: Json, depth: number): number {
  if (depth > MAX_DEPTH) throw new RangeError('too deep');
  if (typeof value !== 'object' || value === null) return 0;
  if (isList(value)) return value.reduce<number>((sum, item) => sum + membersKept(item, depth + 1), 0);
  Object.setPrototypeOf(value, null);
  let sum = 0;
  for (const [key, item] of Object.entries(value)) {
    if (FORBIDDEN_KEYS.has(key)) throw new TypeError('a key that touches a prototype');
    sum += 1 + membersKept(item, depth + 1);
  }
  return sum;
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}

/** Whether a double holds all digits of a number. */
function isExact(text: string): boolean {
  const number = Number(text);
  if (/[eE]/.test(text) || !text.includes('.')) return Number.isSafeInteger(number);
  return String(number) === text.replace(/\.?0+$/, '');
}
