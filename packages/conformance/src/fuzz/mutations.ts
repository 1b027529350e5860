import type { WireResponse } from '@capture/core';
import { valueAt, leafPaths, withValueAt } from '../support/paths.ts';
import type { Random } from './random.ts';

/** Genuine answers to mutate and to cross, as parsed JSON. */
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
type TextMutation = (text: string, random: Random) => string;

const anyPath = (body: unknown, random: Random): string => random.pick([...leafPaths(body), '']) || 'status';

const BODY_MUTATIONS: readonly BodyMutation[] = [
  (body, random) => withValueAt(body, anyPath(body, random), random.pick(ODD_VALUES)),
  (body, random) => withValueAt(body, anyPath(body, random), undefined),
  // What another answer says in the same place: the likeliest way to be wrong.
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

const TEXT_MUTATIONS: readonly TextMutation[] = [
  (text, random) => text.slice(0, random.below(text.length + 1)),
  (text, random) => splice(text, random, 1, ''),
  (text, random) => splice(text, random, 0, random.pick(ODD_FRAGMENTS)),
  (text, random) => splice(text, random, 1, random.pick(ODD_FRAGMENTS)),
  (text, random) => splice(text, random, 1, String.fromCharCode(32 + random.below(95))),
  (text, random) => splice(text, random, random.below(20), ''),
  (text, random) => text + random.pick([text, ...ODD_FRAGMENTS]),
  // A key twice: the first or the last of them counts, depending on who reads.
  (text, random) =>
    text.replace('{', `{${random.pick(['"a":1', ...(text.match(/"\w+":(?:"[^"]*"|[\w.]+)/g) ?? [])])},`),
  (text, random) => text.replace(/\d/, () => String(random.below(10))),
];

function splice(text: string, random: Random, length: number, inserted: string): string {
  const start = random.below(text.length + 1);
  return text.slice(0, start) + inserted + text.slice(start + length);
}

/** A genuine answer with up to three things wrong with it, and now and then with none. */
export function mutate(pool: Pool, random: Random): WireResponse {
  const start = random.pick(pool);
  let body: unknown = start.body;
  for (let count = random.below(3); count > 0 && typeof body === 'object' && body !== null; count -= 1)
    body = random.pick(BODY_MUTATIONS)(body, random, pool);
  let text = JSON.stringify(body);
  if (random.oneIn(3) && text.length > 0) text = random.pick(TEXT_MUTATIONS)(text, random);
  const status = random.oneIn(4) ? random.pick(STATUSES) : start.status;
  return { status, headers: { 'content-type': 'application/json' }, body: text };
}
