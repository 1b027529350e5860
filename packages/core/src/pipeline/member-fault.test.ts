import * as v from 'valibot';
import { expect, test } from 'vitest';
import { responseObject } from '../schemas/response-object.ts';
import { memberFault } from './member-fault.ts';

const payment = responseObject({ status: v.string(), amount: v.nullish(v.number()) });
const one = responseObject({ transaction: payment });
const list = responseObject({ transactions: v.array(payment) });
const refusal = responseObject({ message: v.string(), errors: v.union([v.string(), v.array(v.unknown())]) });

const faultOf = (schema: v.GenericSchema, body: unknown) => {
  const found = v.safeParse(schema, body);
  return found.success ? undefined : memberFault(found.issues);
};

test.each<[string, v.GenericSchema, unknown, string, string | undefined]>([
  ['an array', one, [], 'not_an_object', undefined],
  ['a string', one, 'captured', 'not_an_object', undefined],
  ['null', v.union([one, refusal]), null, 'not_an_object', undefined],
  ['no member', one, {}, 'member_missing', 'transaction'],
  ['a member that is a string', one, { transaction: 'x' }, 'member_type', 'transaction'],
  ['a member that is an array', one, { transaction: [] }, 'member_type', 'transaction'],
  ['no member inside', one, { transaction: {} }, 'member_missing', 'transaction.status'],
  ['a number as a string', one, { transaction: { status: 'x', amount: '5' } }, 'member_type', 'transaction.amount'],
  ['an entry', list, { transactions: [{ status: 'x' }, { status: 1 }] }, 'member_type', 'transactions.1.status'],
  ['one form of two', v.union([one, refusal]), { transaction: { status: 1 } }, 'member_type', 'transaction.status'],
  ['the other form', v.union([one, refusal]), { message: 'no', errors: 5 }, 'member_type', 'errors'],
])('of %s the member that cannot be read is named', (_what, schema, body, detail, path) => {
  expect(faultOf(schema, body)).toEqual({ detail, path });
});

test('a name that the response made up is not repeated', () => {
  const record = responseObject({ errors: v.record(v.string(), v.string()) });
  expect(faultOf(record, { errors: { '5425 2334 3010 9903': 1 } })).toEqual({
    detail: 'member_type',
    path: 'errors.[…]',
  });
});
