import { expect, test } from 'vitest';
import { isoTime, localTime } from './time.ts';

test.each([
  ['2026-11-21T05:08:08Z', '2026-11-21T05:08:08.000Z'],
  ['2026-11-21T05:08:08.75Z', '2026-11-21T05:08:08.750Z'],
  ['2026-11-21T05:08:08+03:00', '2026-11-21T02:08:08.000Z'],
  ['2026-11-21T05:08:08-0330', '2026-11-21T08:38:08.000Z'],
])('the time %s is read as an instant', (text, instant) => {
  expect(isoTime(text)).toEqual({ text, instant });
});

test.each([
  'at 2026-11-21T05:08:08Z',
  '2026-11-21T05:08:08Z, about',
  '2026-11-21T05:08:08Z (about)',
  '2026-11-21T05:08:08',
  '2026-11-21 05:08:08Z',
  '2026-13-41T05:08:08Z',
  'yesterday',
])('the time %j is kept as a string, because it names no instant', (text) => {
  expect(isoTime(text)).toEqual({ text });
});

const DIGITS = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})$/;

test('a time without a zone is read as local time', () => {
  expect(localTime('20261121050808', DIGITS)).toEqual({ text: '20261121050808', local: '2026-11-21T05:08:08' });
});

test.each([
  ['words in it', 'yesterday'],
  ['a day that does not exist', '20260230050808'],
  ['an hour that does not exist', '20261121250808'],
])('a time with %s is kept as a string', (_what, text) => {
  expect(localTime(text, DIGITS)).toEqual({ text });
});

test.each(['year', 'month', 'day', 'hour', 'minute', 'second'])('a time without its %s is kept as a string', (part) => {
  const parts = { year: '2026', month: '11', day: '21', hour: '05', minute: '08', second: '08', [part]: '' };
  const text = Object.values(parts).join(' ');
  const pattern = /^(?<year>\d*) (?<month>\d*) (?<day>\d*) (?<hour>\d*) (?<minute>\d*) (?<second>\d*)$/;
  expect(localTime(text, pattern)).toEqual({ text });
});

test('a time that is absent stays absent', () => {
  expect([isoTime(undefined), localTime(undefined, DIGITS)]).toEqual([undefined, undefined]);
});
