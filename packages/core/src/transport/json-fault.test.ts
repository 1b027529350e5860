import { describe, expect, test } from 'vitest';
import { jsonFault } from './json-fault.ts';
import { parseResponseJson } from './response-json.ts';

describe('the reason for which a body is not read', () => {
  test.each<[string, string, string, string?]>([
    ['empty_body', 'nothing', ''],
    ['empty_body', 'whitespace', ' \r\n'],
    ['html_page', 'a page', '<!doctype html><html><head><title>404 Not Found</title></head></html>'],
    ['html_page', 'a page without a doctype', '\n<HTML lang="en">'],
    ['html_page', 'a part of a page, by its type', '<h1>Not found</h1>', 'text/html; charset=utf-8'],
    ['not_json', 'XML', '<?xml version="1.0"?><error/>', 'application/xml'],
    ['not_json', 'a word', 'OK', 'text/html'],
    ['not_json', 'single quotes', "{'status':1}"],
    ['not_json', 'text after the end', '{"status":1}x'],
    ['not_json', 'too many brackets', '{"status":1}}'],
    ['not_json', 'a form', 'status=1&ErrorCode=00'],
    ['not_json', 'a half word', 'tru'],
    ['truncated', 'an object without its end', '{"status":1'],
    ['truncated', 'an object cut in a string', '{"status":"successf'],
    ['truncated', 'an object cut after an escape', '{"status":"\\'],
    ['truncated', 'an array without its end', ' [{"a":1},'],
    ['truncated', 'a bracket in a string', '{"a":"}"'],
    ['unsafe_json', 'a prototype', '{"__proto__":{"status":1}}'],
    ['unsafe_json', 'a constructor', '[{"constructor":1}]'],
    ['unsafe_json', 'deep nesting', `${'['.repeat(33)}${']'.repeat(33)}`],
  ])('%s: %s', (detail, _what, body, type = 'application/json') => {
    expect(parseResponseJson(body)).toBeUndefined();
    expect(jsonFault(body, type)).toBe(detail);
  });

  test('a content type that is not a string is ignored', () => {
    expect(jsonFault('<h1>Not found</h1>', ['text/html'])).toBe('not_json');
  });

  test.each([
    ['brackets', '['.repeat(200_000)],
    ['quotation marks', '"'.repeat(200_001)],
    ['escapes', `{"a":${'\\"'.repeat(100_000)}`],
  ])('200 000 %s do not make it slow', (_what, body) => {
    expect(['truncated', 'not_json']).toContain(jsonFault(body, 'application/json'));
  });
});
