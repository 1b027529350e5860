import { describe, expect, test } from 'vitest';
import { parseFields } from '../src/web/views/signatures/parse-fields.ts';

const pairs = (...fields: [string, string][]) => ({ fields });

describe('pasted fields are read', () => {
  test.each([
    ['one a line', 'b=2\n\n a = 1 \r\nc=', pairs(['b', '2'], ['a', ' 1 '], ['c', ''])],
    ['a value with = and & in it', 'note=a=b & c', pairs(['note', 'a=b & c'])],
    ['a form body', 'b=2&a=x+y%21', pairs(['b', '2'], ['a', 'x y!'])],
    ['flat JSON', '{"b":"2","a":"x \\"y\\" \\u00e9"}', pairs(['b', '2'], ['a', 'x "y" é'])],
    [
      'numbers in JSON, as they are written',
      '{ "total": 300.00, "n": -1e3 }',
      pairs(['total', '300.00'], ['n', '-1e3']),
    ],
    ['names that look like numbers, in their order', '{"10":"a","2":"b"}', pairs(['10', 'a'], ['2', 'b'])],
  ])('%s', (_what, text, read) => {
    expect(parseFields(text)).toEqual(read);
  });
});

describe('pasted fields are refused, because they would be misread', () => {
  test.each([
    ['JSON with a typo', '{"b":"2","a":"1",}', 'must be valid JSON'],
    ['an object in JSON', '{"a":"1","card":{"number":"x"}}', '“card” is neither a text nor a number'],
    ['a list in JSON', '{"a":["1"]}', '“a” is neither'],
    ['what systems write differently', '{"a":true}', '“a” is neither'],
    ['nothing in JSON', '{"a":null}', '“a” is neither'],
    ['a JSON list', '[{"a":"1"}]', 'not a list'],
    ['a name twice in JSON', '{"a":"1","a":"2"}', 'every field once'],
    ['text without =', 'a=1\n\nhello', 'line 3'],
    ['a line without a name', '=1', 'line 1'],
    ['a form body with a part that is none', 'a=1&b', 'part 2'],
  ])('%s', (_what, text, rule) => {
    expect(parseFields(text)).toEqual({ rule: expect.stringContaining(rule) as string });
  });
});
