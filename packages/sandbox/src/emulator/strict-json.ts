import type { JsonObject, JsonValue } from './json.ts';

// JSON.parse takes the last of two equal names, accepts __proto__ and rounds large numbers. A client that sends such a
// body has a bug that a lenient emulator would hide, so this parser refuses it.
const MAX_DEPTH = 32;
const FORBIDDEN_NAMES = new Set(['__proto__', 'constructor', 'prototype']);
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const WHITESPACE = /[ \t\n\r]*/y;
const WORDS: readonly (readonly [string, JsonValue])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

/** Parses JSON, and throws a `SyntaxError` for anything that servers could read in different ways. */
export function parseStrictJson(json: string): JsonValue {
  const reader = new Reader(json);
  const value = reader.value(0);
  reader.end();
  return value;
}

class Reader {
  #at = 0;
  readonly #json: string;

  constructor(json: string) {
    this.#json = json;
  }

  value(depth: number): JsonValue {
    if (depth > MAX_DEPTH) throw new SyntaxError('nested too deeply');
    this.#match(WHITESPACE);
    const next = this.#json[this.#at];
    if (next === '{') return this.#object(depth);
    if (next === '[') return this.#array(depth);
    if (next === '"') return this.#string();
    const word = WORDS.find(([name]) => this.#json.startsWith(name, this.#at));
    if (!word) return this.#number();
    this.#at += word[0].length;
    return word[1];
  }

  end(): void {
    this.#match(WHITESPACE);
    if (this.#at !== this.#json.length) throw new SyntaxError('characters after the value');
  }

  #object(depth: number): JsonObject {
    const object = Object.create(null) as JsonObject;
    this.#list('}', () => {
      this.#match(WHITESPACE);
      const name = this.#string();
      if (FORBIDDEN_NAMES.has(name)) throw new SyntaxError('forbidden name');
      if (Object.hasOwn(object, name)) throw new SyntaxError('duplicate name');
      if (!this.#take(':')) throw new SyntaxError('colon expected');
      object[name] = this.value(depth + 1);
    });
    return object;
  }

  #array(depth: number): JsonValue[] {
    const array: JsonValue[] = [];
    this.#list(']', () => array.push(this.value(depth + 1)));
    return array;
  }

  #list(close: string, readItem: () => void): void {
    this.#at += 1;
    if (this.#take(close)) return;
    do readItem();
    while (this.#take(','));
    if (!this.#take(close)) throw new SyntaxError(`${close} expected`);
  }

  #string(): string {
    const token = this.#match(STRING);
    if (!token) throw new SyntaxError('string expected');
    const string = JSON.parse(token) as string;
    if (/\p{Surrogate}/u.test(string)) throw new SyntaxError('unpaired surrogate');
    return string;
  }

  #number(): number {
    const token = this.#match(NUMBER);
    const number = Number(token);
    // A number in another notation, or one that a double cannot hold exactly, is not an intended amount.
    const shortest = token.replace(/\.0+$|(\.\d*?)0+$/, '$1');
    if (!token || String(number) !== shortest) throw new SyntaxError('value expected');
    if (Number.isInteger(number) && !Number.isSafeInteger(number)) throw new SyntaxError('number too large');
    return number;
  }

  #take(character: string): boolean {
    this.#match(WHITESPACE);
    const found = this.#json[this.#at] === character;
    if (found) this.#at += 1;
    return found;
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#json)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }
}
