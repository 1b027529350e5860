import * as v from 'valibot';
import { expect, test } from 'vitest';
import { responseObject } from '../schemas/response-object.ts';
import { readableRest } from './readable-rest.ts';

const payment = responseObject({ id: v.nullish(v.string()), amount: v.nullish(v.number()) });
const one = responseObject({ ok: v.boolean(), code: v.nullish(v.string()), payment: v.nullish(payment) });
const list = responseObject({ payments: v.array(payment) });
const either = v.union([
  responseObject({ payment }),
  responseObject({ message: v.string(), payment: v.optional(v.never()) }),
]);

test.each<[string, v.GenericSchema, unknown, unknown]>([
  ['nothing is wrong', one, { ok: true, payment: { id: 'C-1' } }, { ok: true, payment: { id: 'C-1' } }],
  [
    'a member has another type',
    one,
    { ok: true, code: 5, payment: { id: 'C-1' } },
    { ok: true, payment: { id: 'C-1' } },
  ],
  ['one inside has', one, { ok: true, payment: { id: 'C-1', amount: '5' } }, { ok: true, payment: { id: 'C-1' } }],
  [
    'several have',
    one,
    { ok: true, code: [], payment: { id: 'C-1', amount: {} } },
    { ok: true, payment: { id: 'C-1' } },
  ],
  ['a required one is missing', one, { payment: { id: 'C-1' } }, { payment: { id: 'C-1' } }],
  ['a required one has another type', one, { ok: 'yes', payment: { id: 'C-1' } }, { payment: { id: 'C-1' } }],
  ['an entry has one', list, { payments: [{}, { id: 'C-1', amount: '5' }] }, { payments: [{}, { id: 'C-1' }] }],
  ['there are two forms', either, { payment: { id: 'C-1', amount: '5' } }, { payment: { id: 'C-1' } }],
  ['the object has another type', one, { ok: true, payment: ['C-1'] }, { ok: true }],
])('the rest of a response is read where %s', (_what, schema, body, rest) => {
  expect(readableRest(schema, body)).toEqual(rest);
});

test.each([
  ['an array', []],
  ['a string', 'captured'],
  ['null', null],
  ['a number', 7],
])('nothing is read of a response that is %s', (_what, body) => {
  expect(readableRest(one, body)).toBeUndefined();
});

test('a response of which nearly everything is wrong is given up', () => {
  const names = Array.from({ length: 20 }, (_, index) => `member${index}`);
  const schema = v.object(Object.fromEntries(names.map((name) => [name, v.nullish(v.string())])));
  expect(readableRest(schema, Object.fromEntries(names.map((name) => [name, 7])))).toBeUndefined();
});

test('the body that was received is not changed', () => {
  const body = { ok: true, code: 5, payment: { id: 'C-1', amount: '5' } };
  readableRest(one, body);
  expect(body).toEqual({ ok: true, code: 5, payment: { id: 'C-1', amount: '5' } });
});
