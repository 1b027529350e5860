import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseResponseJson } from './response-json.ts';
import { parseStrictJson } from './strict-json.ts';
import { UnreadableMember } from './unreadable-member.ts';

/** What a value is after parsing, with the trouble in place of what cannot be known. */
const shape = (value: unknown): unknown => {
  if (value instanceof UnreadableMember) return `<${value.trouble}>`;
  if (Array.isArray(value)) return value.map(shape);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, shape(member)]));
};

test.each<[string, string, unknown]>([
  ['a repeated key', '{"a":1,"a":2,"b":3}', { a: '<repeated_key>', b: 3 }],
  ['the same key three times', '{"a":1,"a":1,"a":1}', { a: '<repeated_key>' }],
  ['a key written with an escape', '{"a":1,"\\u0061":2}', { a: '<repeated_key>' }],
  ['a repeated object', '{"a":{"b":1},"a":{"b":1},"c":"d"}', { a: '<repeated_key>', c: 'd' }],
  ['a repeated key inside', '[{"a":{"b":1,"b":2},"c":[{"b":1},{"b":2}]}]', [{ a: { b: '<repeated_key>' }, c: [{ b: 1 }, { b: 2 }] }]], // prettier-ignore
  ['a number beyond a double', '{"a":74529001234567890123,"b":-1.5}', { a: '<inexact_number>', b: -1.5 }],
  ['inexact numbers in a list', '[1,10.500000000000000001,1e400]', [1, '<inexact_number>', '<inexact_number>']],
  [
    'keys and numbers inside strings',
    '{"a":"{\\"b\\":1,\\"b\\":74529001234567890123}","a":1}',
    { a: '<repeated_key>' },
  ],
])('%s spoils its own member only', (_what, text, expected) => {
  expect(shape(parseResponseJson(text))).toEqual(expected);
});

test.each([
  ['nothing', ''],
  ['text after the end', '{"a":1,"a":2}x'],
  ['a trailing comma', '{"a":1,"a":2,}'],
  ['a key that touches a prototype', '{"a":1,"a":2,"__proto__":{}}'],
  ['deep nesting', `{"a":1,"a":${'['.repeat(33)}${']'.repeat(33)}}`],
  ['a half', '{"a":74529001234567890123'],
])('%s is no response', (_what, text) => {
  expect(parseResponseJson(text)).toBeUndefined();
});

describe('a strict document', () => {
  test('is read as the strict parser reads it, and a repetition never changes another member', () => {
    const key = fc.constantFrom('a', 'b', 'c:', '"', 'ü', '{');
    const member = fc.tuple(key, fc.constantFrom('1', '"a:b"', '"\\":"', '[{"a":1},{"a":2}]', 'null', '1e999'));
    fc.assert(
      fc.property(fc.array(member, { maxLength: 5 }), (members) => {
        const text = `{${members.map(([name, value]) => `${JSON.stringify(name)}: ${value}`).join(',')}}`;
        const parsed = shape(parseResponseJson(text));
        for (const [name, value] of members) {
          const isRepeated = members.filter(([other]) => other === name).length > 1;
          const alone = value === '1e999' ? '<inexact_number>' : (parseStrictJson(value) as unknown);
          expect((parsed as Record<string, unknown>)[name]).toEqual(isRepeated ? '<repeated_key>' : alone);
        }
      }),
      { seed: 20261125 },
    );
  });

  test('that states the mark itself makes itself unreadable, and nothing readable', () => {
    expect(shape(parseResponseJson('{"a":"\\u0000inexact_number","b":1,"b":2}'))).toEqual({
      a: '<inexact_number>',
      b: '<repeated_key>',
    });
    expect(shape(parseResponseJson('{"a":1,"a\\u00001":2,"b":1,"b":2}'))).toEqual({
      a: '<repeated_key>',
      b: '<repeated_key>',
    });
  });
});

test('an unreadable member is an array, which no schema of a member accepts, and hints at a duplicate', () => {
  const { a } = parseResponseJson('{"a":1,"a":2}') as { readonly a: unknown };
  expect(Array.isArray(a)).toBe(true);
  expect(JSON.stringify(a)).toBe('["unreadable: duplicate key"]');
});
