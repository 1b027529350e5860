import { describe, expect, test } from 'vitest';
import { parseStrictJson } from './strict-json.ts';

describe('reads what JSON.parse reads', () => {
  test.each([
    '{"a":[1,-2.5,"x",true,false,null,{}],"b":""}',
    ' [ ] ',
    '"\\u00e9\\n\\"\\\\"',
    '0',
    '10.50',
    '23.0',
    '9007199254740991',
    '"😀"',
  ])('%s', (text) => {
    expect(parseStrictJson(text)).toEqual(JSON.parse(text));
  });
});

describe('refuses what can be read in two ways, or is not JSON', () => {
  test.each([
    ['a name that comes twice', '{"amount":1,"amount":2}'],
    ['the same name written differently', '{"a":1,"\\u0061":2}'],
    ['__proto__', '{"__proto__":{"status":"successful"}}'],
    ['constructor', '{"constructor":1}'],
    ['an integer that cannot be held exactly', '12345678901234567890'],
    ['a fraction that cannot be held exactly', '0.1000000000000000055'],
    ['an exponent', '1e3'],
    ['minus zero', '-0'],
    ['a leading zero', '01'],
    ['a leading plus', '+1'],
    ['NaN', 'NaN'],
    ['a trailing comma', '{"a":1,}'],
    ['two values', '1 2'],
    ['nothing', ''],
    ['single quotes', "{'a':1}"],
    ['a raw control character in a text', '"\u0001"'],
    ['half of a surrogate pair', '"\\ud83d"'],
    ['a byte order mark', '\ufeff{}'],
    ['a comment', '{}/**/'],
    ['no closing brace', '{"a":1'],
    ['no colon', '{"a" 1}'],
    ['33 levels', '['.repeat(34) + ']'.repeat(34)],
  ])('%s', (_, text) => {
    expect(() => parseStrictJson(text)).toThrow(SyntaxError);
  });
});
