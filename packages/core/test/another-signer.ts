import { createHash, createHmac } from 'node:crypto';

// A second signer, written with node:crypto and none of the code under test. Each of its steps can be replaced.

/** A field: its name and its value. */
export type Field = readonly [name: string, value: string];

/** The steps of a signature. */
export interface Ways {
  readonly keep: (field: Field) => boolean;
  readonly extra: readonly Field[];
  readonly sort: (fields: Field[]) => Field[];
  readonly alter: (field: Field) => Field;
  readonly count: (value: string) => number;
  readonly piece: (field: Field, count: (value: string) => number) => string;
  readonly join: string;
  readonly secret: (secret: string) => string;
  readonly key: (secret: string) => string;
  readonly text: (fields: string, key: string) => string;
  readonly bytes: (text: string) => Buffer;
  readonly seal: (bytes: Buffer, key: string) => Buffer;
  readonly print: (digest: Buffer) => string;
}

/** Computes a signature in the given ways. */
export function signIn(ways: Ways, fields: readonly Field[], secret: string): string {
  const pieces = ways
    .sort([...fields.filter(ways.keep), ...ways.extra])
    .map((field) => ways.piece(ways.alter(field), ways.count));
  const key = ways.key(ways.secret(secret));
  return ways.print(ways.seal(ways.bytes(ways.text(pieces.join(ways.join), key)), key));
}

export const hash = (name: string, data: string | Buffer): Buffer => createHash(name).update(data).digest();
export const hashHex = (name: string, data: string): string => hash(name, data).toString('hex');
export const hmac = (name: string, key: string | Buffer, data: string | Buffer): Buffer =>
  createHmac(name, key).update(data).digest();

export const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
export const byUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Sorts fields by a key. */
export function sortedBy(compare: (a: string, b: string) => number, keyOf = ([name]: Field): string => name) {
  return (fields: Field[]): Field[] => [...fields].sort((a, b) => compare(keyOf(a), keyOf(b)));
}

const asIs = <T>(value: T): T => value;

/** `name=value&…&` and the hashed secret, MD5, empty values dropped. */
export const PAIRS: Ways = {
  keep: ([name, value]) => name !== 'proof' && value !== '',
  extra: [],
  sort: sortedBy(byBytes),
  alter: asIs,
  count: (value) => Array.from(value).length,
  piece: ([name, value]) => `${name}=${value}`,
  join: '&',
  secret: asIs,
  key: (secret) => hashHex('md5', secret),
  text: (fields, key) => `${fields}&${key}`,
  bytes: (text) => Buffer.from(text),
  seal: (bytes) => hash('md5', bytes),
  print: (digest) => digest.toString('hex'),
};

/** Every value after its length in characters, HMAC-SHA256, empty values dropped. */
export const LENGTHS: Ways = {
  ...PAIRS,
  piece: ([, value], count) => `${count(value)}${value}`,
  join: '',
  key: asIs,
  text: asIs,
  seal: (bytes, key) => hmac('sha256', key, bytes),
};

/** The secret, `|` and `name:value;…` as given, SHA-1 in upper case, empty values kept. */
export const PREFIXED: Ways = {
  ...PAIRS,
  keep: ([name]) => name !== 'proof',
  sort: asIs,
  piece: ([name, value]) => `${name}:${value}`,
  join: ';',
  key: asIs,
  text: (fields, key) => `${key}|${fields}`,
  seal: (bytes) => hash('sha1', bytes),
  print: (digest) => digest.toString('hex').toUpperCase(),
};
