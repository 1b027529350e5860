import { describe, expect, test } from 'vitest';
import { parseStrictJson } from './strict-json.ts';

describe('unambiguous JSON', () => {
  test.each([
    '{"a":[1,-2.5,"x",true,false,null,{}],"b":""}',
    ' [ ] ',
    '"\\u00e9\\n\\"\\\\"',
    '0',
    '10.50',
    '23.0',
    '9007199254740991',
    '"😀"',
  ])('%j is parsed as JSON.parse does', (json) => {
    expect(parseStrictJson(json)).toEqual(JSON.parse(json));
  });
});

describe('malformed or ambiguous JSON', () => {
  test.each([
    ['a duplicate name', '{"amount":1,"amount":2}'],
    ['a duplicate name in another encoding', '{"a":1,"\\u0061":2}'],
    ['__proto__', '{"__proto__":{"status":"successful"}}'],
    ['constructor', '{"constructor":1}'],
    ['an integer that a double cannot hold exactly', '12345678901234567890'],
    ['a fraction that a double cannot hold exactly', '0.1000000000000000055'],
    ['an exponent', '1e3'],
    ['minus zero', '-0'],
    ['a leading zero', '01'],
    ['a leading plus', '+1'],
    ['NaN', 'NaN'],
    ['a trailing comma', '{"a":1,}'],
    ['two values', '1 2'],
    ['an empty string', ''],
    ['single quotes', "{'a':1}"],
    ['a raw control character in a string', '"\u0001"'],
    ['an unpaired surrogate', '"\\ud83d"'],
    ['a byte order mark', '\ufeff{}'],
    ['a comment', '{}/**/'],
    ['no closing brace', '{"a":1'],
    ['no colon', '{"a" 1}'],
    ['nesting of 33 levels', '['.repeat(34) + ']'.repeat(34)],
  ])('%s is refused', (_, json) => {
    expect(() => parseStrictJson(json)).toThrow(SyntaxError);
  });
});
