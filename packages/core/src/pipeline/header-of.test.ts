import { describe, expect, test } from 'vitest';
import type { WebhookHeaders } from '../contract/webhook-headers.ts';
import { headerOf } from './header-of.ts';

const NAME = 'content-signature';
const nothing: unknown = Object.create(null);
const bare = Object.assign(nothing as Record<string, string>, { [NAME]: 'one' });

describe('headers', () => {
  test.each<[string, unknown]>([
    ['Headers', new Headers({ 'Content-Signature': 'one' })],
    ['a reader such as Express', { get: (name: string) => (name === NAME ? 'one' : undefined) }],
    ['a Map in lower case', new Map([[NAME, 'one']])],
    ['a Map in any case', new Map([['Content-Signature', 'one']])],
    ['an object in lower case', { [NAME]: 'one' }],
    ['an object in any case', { 'CONTENT-Signature': 'one', other: undefined }],
    ['an object without a prototype', bare],
    ['headersDistinct, a list of one', { host: ['a'], [NAME]: ['one'] }],
    [
      'a list of pairs',
      [
        ['Host', 'a'],
        ['Content-Signature', 'one'],
      ],
    ],
    ['rawHeaders', ['Host', NAME, 'Content-Signature', 'one']],
    ['a reader that returns a list of one', { get: () => ['one'] }],
  ])('a header is read from %s', (_what, headers) => {
    expect(headerOf(headers as WebhookHeaders, NAME)).toEqual({ value: 'one' });
  });

  test.each<[string, unknown]>([
    ['no headers', undefined],
    ['null', null],
    ['an empty object', {}],
    ['empty Headers', new Headers()],
    ['an empty list', []],
    ['an undefined member', { [NAME]: undefined }],
    ['an empty list of values', { [NAME]: [] }],
    ['rawHeaders with the name as a value', ['x', NAME]],
  ])('a header is missing from %s', (_what, headers) => {
    expect(headerOf(headers as WebhookHeaders, NAME)).toEqual({ trouble: 'missing' });
  });

  test.each<[string, unknown]>([
    ['a list of two', { [NAME]: ['one', 'one'] }],
    ['two names that differ in case', { [NAME]: 'one', 'Content-Signature': 'one' }],
    [
      'a list of pairs',
      [
        [NAME, 'one'],
        [NAME, 'two'],
      ],
    ],
    ['rawHeaders', [NAME, 'one', NAME, 'two']],
  ])('a header is repeated in %s', (_what, headers) => {
    expect(headerOf(headers as WebhookHeaders, NAME)).toEqual({ trouble: 'repeated' });
  });
});
