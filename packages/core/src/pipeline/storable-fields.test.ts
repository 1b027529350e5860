import { expect, test } from 'vitest';
import { Secret } from '../secrets/secret.ts';
import { storableOf } from './storable-fields.ts';

test('the fields that are declared so are storable, and no others', () => {
  const request = {
    amount: { minor: 1, currency: 'EUR' },
    reference: 'r',
    notes: undefined,
    internal: 'i',
    later: 'l',
  };
  const storable = storableOf(request, { amount: true, reference: true, notes: true, internal: false });
  expect(storable).toEqual({ amount: { minor: 1, currency: 'EUR' }, reference: 'r' });
});

test('a field with a secret in it is left out whatever its declaration says', () => {
  const request = { reference: 'r', card: { number: new Secret('4111111111111111'), expiryMonth: '08' } };
  expect(storableOf(request, { reference: true, card: true })).toEqual({ reference: 'r' });
});

test('a declaration is not inherited', () => {
  expect(storableOf({ constructor: 'c', toString: 't' }, {})).toEqual({});
});

test('storable fields are a copy', () => {
  const request = { amount: { minor: 1 } };
  const storable = storableOf(request, { amount: true });
  request.amount.minor = 2;
  expect(storable).toEqual({ amount: { minor: 1 } });
});
