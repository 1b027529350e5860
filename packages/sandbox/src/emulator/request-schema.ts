import { isIP } from 'node:net';
import { isObject, type JsonObject, type JsonValue } from './json.ts';
import { Rejection } from './rejection.ts';

/** Checks one value of a request and returns it typed, or throws a `Rejection` that names its path. */
export type Schema<T> = (value: unknown, path: string) => T;

type Output<Fields> = { [Name in keyof Fields]: Fields[Name] extends Schema<infer T> ? T : never };

/** An object with exactly these fields. An unknown field is refused: it may be a typo of an optional one. */
export function object<Fields extends Record<string, Schema<unknown>>>(fields: Fields): Schema<Output<Fields>> {
  return (value, path) => {
    const at = (name: string) => (path === '' ? name : `${path}.${name}`);
    if (value === undefined) throw new Rejection('missing', path);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(path, 'has to be an object');
    const unknown = Object.keys(value).find((name) => !Object.hasOwn(fields, name));
    if (unknown !== undefined) throw new Rejection('unknown-field', path, 'has a field that is not documented');
    const sent = value as Record<string, unknown>;
    const checked = Object.entries(fields).map(([name, schema]) => [name, schema(sent[name], at(name))]);
    return Object.fromEntries(checked) as Output<Fields>;
  };
}

/** An object with at least these fields; others are not looked into. */
export function openObject<Fields extends Record<string, Schema<unknown>>>(fields: Fields): Schema<Output<Fields>> {
  return (value, path) => {
    const sent = anyObject(value, path);
    return object(fields)(Object.fromEntries(Object.keys(fields).map((name) => [name, sent[name]])), path);
  };
}

/** An object that is not looked into. */
export const anyObject: Schema<JsonObject> = (value, path) => {
  if (value === undefined) throw new Rejection('missing', path);
  if (!isObject(value as JsonValue)) throw invalid(path, 'has to be an object');
  return value as JsonObject;
};

/** A value that may be omitted. An empty one is still refused by the schema. */
export function optional<T>(schema: Schema<T>): Schema<T | undefined> {
  return (value, path) => (value === undefined ? undefined : schema(value, path));
}

/** A string of at most `max` code points that matches `pattern`. Control characters and `{{` never pass. */
export function string({ max = 255, pattern = /^/ }: { max?: number; pattern?: RegExp } = {}): Schema<string> {
  return (value, path) => {
    if (value === undefined) throw new Rejection('missing', path);
    if (typeof value !== 'string') throw invalid(path, 'has to be text');
    if (value === '') throw invalid(path, 'must not be empty');
    if (/[\u0000-\u001f\u007f]|\{\{/.test(value)) throw invalid(path, 'has characters that are not allowed');
    if (Array.from(value).length > max) throw invalid(path, `is longer than ${String(max)} characters`);
    if (!pattern.test(value)) throw invalid(path, 'has a wrong format');
    return value;
  };
}

/** Any text of at most `max` code points, line breaks and braces included, but not empty. */
export function anyText(max: number): Schema<string> {
  return (value, path) => {
    if (typeof value !== 'string') throw invalid(path, 'has to be text');
    if (value === '') throw invalid(path, 'must not be empty');
    if (Array.from(value).length > max) throw invalid(path, `is longer than ${String(max)} characters`);
    return value;
  };
}

/** Exactly one of these words. */
export function oneOf<const Word extends string>(...words: readonly Word[]): Schema<Word> {
  return (value, path) => {
    const word = string()(value, path);
    const found = words.find((candidate) => candidate === word);
    if (found === undefined) throw invalid(path, `has to be ${words.join(' or ')}`);
    return found;
  };
}

/** `true` or `false`. */
export const boolean: Schema<boolean> = (value, path) => {
  if (typeof value !== 'boolean') throw invalid(path, 'has to be true or false');
  return value;
};

/** A time in ISO 8601. */
export const time: Schema<string> = (value, path) => {
  const text = string({ max: 64, pattern: /^\d{4}-\d{2}-\d{2}T/ })(value, path);
  if (Number.isNaN(Date.parse(text))) throw invalid(path, 'has a wrong format');
  return text;
};

/** An address of the web. */
export const webAddress: Schema<string> = string({ max: 2048, pattern: /^https?:\/\/\S+$/ });

/** An IPv4 or IPv6 address. */
export const ipAddress: Schema<string> = (value, path) => {
  const address = string()(value, path);
  if (isIP(address) === 0) throw invalid(path, 'has to be an IP address');
  return address;
};

/** A JSON number above zero; the string `"1000"` is not one. */
export const positiveNumber: Schema<number> = (value, path) => {
  if (value === undefined) throw new Rejection('missing', path);
  if (typeof value !== 'number') throw invalid(path, 'has to be a number');
  if (value <= 0) throw invalid(path, 'has to be above zero');
  return value;
};

/** A JSON number above zero, or the same as a decimal string of at most `max` characters; the digits as they stand. */
export function numberOrString(max: number): Schema<string> {
  return (value, path) =>
    typeof value === 'string'
      ? string({ max, pattern: /^(?:0|[1-9]\d*)(?:\.\d+)?$/ })(value, path)
      : String(positiveNumber(value, path));
}

/** A JSON number above zero without a fraction. */
export const positiveInteger: Schema<number> = (value, path) => {
  const number = positiveNumber(value, path);
  if (!Number.isSafeInteger(number)) throw invalid(path, 'has to be an integer');
  return number;
};

function invalid(path: string, message: string): Rejection {
  return new Rejection('invalid', path, message);
}
