import { expect, test } from 'vitest';
import { differingFields } from './same-request.ts';

const recorded = (request: object, given = Object.keys(request), repeats?: string) =>
  ({ request, given, repeats }) as never;
const amount = { minor: 100, currency: 'EUR' };

test.each([
  ['the same', recorded({ amount }), recorded({ amount }), []],
  ['the members in another order', recorded({ amount }), recorded({ amount: { currency: 'EUR', minor: 100 } }), []],
  ['another value', recorded({ amount }), recorded({ amount: { ...amount, minor: 101 } }), ['amount']],
  ['a field more', recorded({ amount }), recorded({ amount, notes: 'a' }), ['notes']],
  ['a field less', recorded({ amount, notes: 'a' }), recorded({ amount }), ['notes']],
  ['a generated field that is given now', recorded({ reference: 'r' }, []), recorded({ reference: 'r' }), []],
  [
    'a generated field that is given otherwise',
    recorded({ reference: 'r' }, []),
    recorded({ reference: 's' }),
    ['reference'],
  ],
  ['another generated field', recorded({ reference: 'r' }, []), recorded({ reference: 's' }, []), []],
  ['another length of an array', recorded({ goods: [1] }), recorded({ goods: [1, 2] }), ['goods']],
  ['an array for an object', recorded({ goods: ['a'] }), recorded({ goods: { 0: 'a' } }), ['goods']],
  ['a repetition of another operation', recorded({ amount }), recorded({ amount }, undefined, 'old'), ['repeats']],
])('%s', (_, existing, now, fields) => {
  expect(differingFields(existing, now)).toEqual(fields);
});
