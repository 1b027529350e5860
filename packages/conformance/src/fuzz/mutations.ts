import type { WireResponse } from '@capture/core';
import { valueAt, leafPaths, withValueAt } from '../support/paths.ts';
import type { Random } from './random.ts';

/** Genuine responses to mutate and to cross, as parsed JSON. */
export type Pool = readonly { readonly status: number; readonly body: unknown }[];

const STATUSES = [200, 200, 200, 200, 201, 202, 204, 302, 400, 401, 403, 404, 409, 422, 429, 500, 502, 503, 599];
const ODD_VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  1,
  -1,
  2,
  '0',
  '1',
  '00',
  '',
  ' ',
  'success',
  'SUCCESS',
  'successful',
  'captured',
  'failed',
  'pending',
  'declined',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  'toString',
  [],
  {},
  [[]],
  { status: 'success' },
  1.5,
  -0.01,
  9007199254740991,
  '9007199254740993',
  '1e3',
  '٣',
  '\ud800',
  '\u0000',
  '4242424242424242',
  'x'.repeat(5000),
];
const ODD_FRAGMENTS = [
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\\',
  '\n',
  '\u0000',
  '\ufeff',
  'null',
  '0',
  '1',
  'e9',
  '.',
  '-',
  '/*',
  '😀',
  '\\u0000',
];

type BodyMutation = (body: unknown, random: Random, pool: Pool) => unknown;
type JsonMutation = (json: string, random: Random) => string;

const anyPath = (body: unknown, random: Random): string => random.pick([...leafPaths(body), '']) || 'status';

const BODY_MUTATIONS: readonly BodyMutation[] = [
  (body, random) => withValueAt(body, anyPath(body, random), random.pick(ODD_VALUES)),
  (body, random) => withValueAt(body, anyPath(body, random), undefined),
  // The value of another response in the same place: the likeliest mistake.
  (body, random, pool) => {
    const path = anyPath(body, random);
    return withValueAt(body, path, valueAt(random.pick(pool).body, path) ?? null);
  },
  (body, random, pool) => {
    const other = random.pick(pool).body;
    const path = anyPath(other, random);
    return withValueAt(body, path, valueAt(other, path) ?? null);
  },
  (body, random) => withValueAt(body, anyPath(body, random), valueAt(body, anyPath(body, random)) ?? null),
  (body, random) => {
    const path = anyPath(body, random);
    const value = valueAt(body, path);
    if (typeof value === 'number')
      return withValueAt(body, path, random.pick([String(value), value + 1, value * 100, -value]));
    if (typeof value !== 'string') return withValueAt(body, path, [value]);
    return withValueAt(
      body,
      path,
      random.pick([
        value.toUpperCase(),
        ` ${value}`,
        `${value} `,
        Number(value) || 0,
        value.slice(1),
        `${value}0`,
        [value],
      ]),
    );
  },
  (body, random) => withValueAt(body, `${anyPath(body, random)}X`, random.pick(ODD_VALUES)),
  (body, random) => random.pick<unknown>([[body], { data: body }, { 0: body }, body, null, 'captured']),
];

const JSON_MUTATIONS: readonly JsonMutation[] = [
  (json, random) => json.slice(0, random.below(json.length + 1)),
  (json, random) => splice(json, random, 1, ''),
  (json, random) => splice(json, random, 0, random.pick(ODD_FRAGMENTS)),
  (json, random) => splice(json, random, 1, random.pick(ODD_FRAGMENTS)),
  (json, random) => splice(json, random, 1, String.fromCharCode(32 + random.below(95))),
  (json, random) => splice(json, random, random.below(20), ''),
  (json, random) => json + random.pick([json, ...ODD_FRAGMENTS]),
  // A duplicate key: parsers take the first or the last value.
  (json, random) =>
    json.replace('{', `{${random.pick(['"a":1', ...(json.match(/"\w+":(?:"[^"]*"|[\w.]+)/g) ?? [])])},`),
  (json, random) => json.replace(/\d/, () => String(random.below(10))),
];

function splice(json: string, random: Random, length: number, inserted: string): string {
  const start = random.below(json.length + 1);
  return json.slice(0, start) + inserted + json.slice(start + length);
}

/** A genuine response with up to two changes in its body, perhaps one in its JSON, and perhaps another status. */
export function mutate(pool: Pool, random: Random): WireResponse {
  const start = random.pick(pool);
  let body: unknown = start.body;
  for (let count = random.below(3); count > 0 && typeof body === 'object' && body !== null; count -= 1)
    body = random.pick(BODY_MUTATIONS)(body, random, pool);
  let json = JSON.stringify(body);
  if (random.oneIn(3) && json.length > 0) json = random.pick(JSON_MUTATIONS)(json, random);
  const status = random.oneIn(4) ? random.pick(STATUSES) : start.status;
  return { status, headers: { 'content-type': 'application/json' }, body: json };
}
