import { isIP } from 'node:net';
import { Problem } from './problem.ts';

/** Checks one value of a request and returns it with its type, or throws a `Problem` that names its path. */
export type Rule<T> = (value: unknown, path: string) => T;

type Checked<Fields> = { [Name in keyof Fields]: Fields[Name] extends Rule<infer T> ? T : never };

/** An object with exactly these fields: what is not listed is refused, because a typing mistake looks just like it. */
export function object<Fields extends Record<string, Rule<unknown>>>(fields: Fields): Rule<Checked<Fields>> {
  return (value, path) => {
    const at = (name: string) => (path === '' ? name : `${path}.${name}`);
    if (value === undefined) throw new Problem('missing', path);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(path, 'has to be an object');
    const unknown = Object.keys(value).find((name) => !Object.hasOwn(fields, name));
    if (unknown !== undefined) throw new Problem('unknown-field', path, 'has a field that is not documented');
    const sent = value as Record<string, unknown>;
    const checked = Object.entries(fields).map(([name, rule]) => [name, rule(sent[name], at(name))]);
    return Object.fromEntries(checked) as Checked<Fields>;
  };
}

/** A value that may be left out. An empty one is not the same: it is refused by the rule itself. */
export function optional<T>(rule: Rule<T>): Rule<T | undefined> {
  return (value, path) => (value === undefined ? undefined : rule(value, path));
}

/** Text of at most `max` characters (code points) that fits `pattern`. Control characters and `{{` never pass. */
export function text({ max = 255, pattern = /^/ }: { max?: number; pattern?: RegExp } = {}): Rule<string> {
  return (value, path) => {
    if (value === undefined) throw new Problem('missing', path);
    if (typeof value !== 'string') throw invalid(path, 'has to be text');
    if (value === '') throw invalid(path, 'must not be empty');
    if (/[\u0000-\u001f\u007f]|\{\{/.test(value)) throw invalid(path, 'has characters that are not allowed');
    if (Array.from(value).length > max) throw invalid(path, `is longer than ${String(max)} characters`);
    if (!pattern.test(value)) throw invalid(path, 'has a wrong format');
    return value;
  };
}

/** One of these words, and nothing else. */
export function oneOf<const Word extends string>(...words: readonly Word[]): Rule<Word> {
  return (value, path) => {
    const word = text()(value, path);
    const found = words.find((candidate) => candidate === word);
    if (found === undefined) throw invalid(path, `has to be ${words.join(' or ')}`);
    return found;
  };
}

/** An IPv4 or IPv6 address. */
export const ipAddress: Rule<string> = (value, path) => {
  const address = text()(value, path);
  if (isIP(address) === 0) throw invalid(path, 'has to be an IP address');
  return address;
};

/** A JSON number above zero; `"1000"` in quotes is not one. */
export const positiveNumber: Rule<number> = (value, path) => {
  if (value === undefined) throw new Problem('missing', path);
  if (typeof value !== 'number') throw invalid(path, 'has to be a number');
  if (value <= 0) throw invalid(path, 'has to be above zero');
  return value;
};

/** A JSON number above zero without a fraction. */
export const positiveInteger: Rule<number> = (value, path) => {
  const number = positiveNumber(value, path);
  if (!Number.isSafeInteger(number)) throw invalid(path, 'has to be an integer');
  return number;
};

function invalid(path: string, text: string): Problem {
  return new Problem('invalid', path, text);
}
