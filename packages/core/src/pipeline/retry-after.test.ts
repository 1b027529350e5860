import { expect, test } from 'vitest';
import { MAX_RETRY_AFTER, retryAfterOf } from './retry-after.ts';

const NOW = Date.parse('2026-03-02T10:00:00.000Z');
const read = (headers: unknown) => retryAfterOf(headers, () => NOW);

test.each([
  ['0', 0],
  ['1', 1],
  [' 30 ', 30],
  ['007', 7],
  ['86400', MAX_RETRY_AFTER],
  ['86401', MAX_RETRY_AFTER],
  ['9'.repeat(400), MAX_RETRY_AFTER],
  ['Mon, 02 Mar 2026 10:00:01 GMT', 1],
  ['Mon, 02 Mar 2026 10:05:00 GMT', 300],
  ['Mon, 02 Mar 2026 09:00:00 GMT', 0],
  ['Sat, 02 Mar 2126 10:00:00 GMT', MAX_RETRY_AFTER],
])('Retry-After: %s is %i seconds', (value, seconds) => {
  expect(read({ 'retry-after': value })).toBe(seconds);
});

test.each([
  '',
  '-1',
  '1.5',
  '1e3',
  '0x10',
  '+5',
  '30s',
  'soon',
  '5, 10',
  '2026-03-02T10:05:00Z',
  'Mon, 02 Mar 2026 10:05:00 CET',
  'Tue, 02 Mar 2026 10:05:00 GMT',
  'Mon, 31 Feb 2026 10:05:00 GMT',
  'Infinity',
  'NaN',
])('Retry-After: "%s" is none', (value) => {
  expect(read({ 'retry-after': value })).toBeUndefined();
});

test("a date is compared with the response's own date, if it has a valid one", () => {
  const until = { 'retry-after': 'Mon, 02 Mar 2026 10:05:00 GMT' };
  expect(read({ ...until, date: 'Mon, 02 Mar 2026 10:04:30 GMT' })).toBe(30);
  expect(read({ ...until, date: 'yesterday' })).toBe(300);
  expect(read({ 'retry-after': '7', date: 'Mon, 02 Mar 2026 10:04:30 GMT' })).toBe(7);
});

test('a part of a second is a whole one', () => {
  const headers = { 'retry-after': 'Mon, 02 Mar 2026 10:00:01 GMT' };
  expect(retryAfterOf(headers, () => NOW + 400)).toBe(1);
});

test.each([undefined, null, 'retry-after: 5', {}, { 'retry-after': 5 }, { 'retry-after': ['5'] }])(
  'headers that are %s have no Retry-After',
  (headers) => {
    expect(read(headers)).toBeUndefined();
  },
);
