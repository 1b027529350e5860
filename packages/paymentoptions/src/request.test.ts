import { money } from '@capture/core';
import { BAD_NOTES, badBodyReferences, describeRefusedInput, describeRefusedOptions, pathsOf } from '@capture/testing';
import { expect, test } from 'vitest';
import { connect, options, request } from '../test/support.ts';
import { createPaymentOptions } from './index.ts';

describeRefusedInput(connect, request, [
  ...badBodyReferences(),
  ...BAD_NOTES,
  ['notes of 129 characters', 'notes', 'planted'.padEnd(129, 'n'), 'must be at most 128 characters'],
  ['the documented name of the id', 'transactionId', 'e0b0731e-7170', 'is an unknown field'],
]);

test.each([
  ['23,02', 'EUR'],
  ['1e3', 'EUR'],
  ['23.020', 'EUR'],
  ['10.5', 'JPY'],
  ['-1', 'JPY'],
])('money refuses %s %s without repeating it', (major, currency) => {
  expect(() => money(major, currency)).toThrow(expect.not.stringContaining(`"${major}"`) as string);
});

test('a request that breaks several rules is refused with all of them', async () => {
  const paths = await pathsOf(() => connect().capture({ notes: '' } as never));
  expect(paths).toEqual(['authorizationId', 'amount', 'notes']);
});

describeRefusedOptions(
  createPaymentOptions,
  { ...options, authorization: 'Basic a-key' },
  {
    required: ['apiKey', 'merchantId'],
    secrets: ['apiKey', 'authorization'],
    rows: [
      ['an empty merchantId', 'merchantId', '', 'must not be empty'],
      ['a key that fetch would print, because it is not ASCII', 'apiKey', 'schlüssel', 'must be printable ASCII'],
      ["another provider's option", 'password', 'hunter-2', 'is an unknown field'],
    ],
  },
);
