import { describe, expect, test } from 'vitest';
import { parseFields } from '../src/web/views/signatures/parse-fields.ts';

const pairs = (...fields: [string, string][]) => ({ fields });

describe('reading pasted fields', () => {
  test.each([
    ['one per line', 'b=2\n\n a = 1 \r\nc=', pairs(['b', '2'], ['a', ' 1 '], ['c', ''])],
    ['a value that contains = and &', 'note=a=b & c', pairs(['note', 'a=b & c'])],
    ['a form body', 'b=2&a=x+y%21', pairs(['b', '2'], ['a', 'x y!'])],
    ['flat JSON', '{"b":"2","a":"x \\"y\\" \\u00e9"}', pairs(['b', '2'], ['a', 'x "y" é'])],
    [
      'numbers in JSON, as they are written',
      '{ "total": 300.00, "n": -1e3 }',
      pairs(['total', '300.00'], ['n', '-1e3']),
    ],
    ['names that look like numbers, in their order', '{"10":"a","2":"b"}', pairs(['10', 'a'], ['2', 'b'])],
  ])('pasted fields are read: %s', (_case, input, read) => {
    expect(parseFields(input)).toEqual(read);
  });
});

describe('refusing pasted fields that would be misread', () => {
  test.each([
    ['JSON with a typo', '{"b":"2","a":"1",}', 'must be valid JSON'],
    ['an object in JSON', '{"a":"1","card":{"number":"x"}}', '“card” is neither a string nor a number'],
    ['an array in JSON', '{"a":["1"]}', '“a” is neither'],
    ['a boolean in JSON', '{"a":true}', '“a” is neither'],
    ['null in JSON', '{"a":null}', '“a” is neither'],
    ['a JSON array', '[{"a":"1"}]', 'not an array'],
    ['a name twice in JSON', '{"a":"1","a":"2"}', 'each field once'],
    ['a line without =', 'a=1\n\nhello', 'line 3'],
    ['a line without a name', '=1', 'line 1'],
    ['a form body with a part without =', 'a=1&b', 'part 2'],
  ])('pasted fields are refused: %s', (_case, input, rule) => {
    expect(parseFields(input)).toEqual({ rule: expect.stringContaining(rule) as string });
  });
});
