import { money } from '@capture/core';
import {
  BAD_CLIENT_IPS,
  badBodyReferences,
  describeRefusedInput,
  describeRefusedOptions,
  pathsOf,
} from '@capture/testing';
import { expect, test } from 'vitest';
import { apiKey, connect, request } from '../test/support.ts';
import { createFirstoken } from './index.ts';

const WHOLE = 'must be a whole number from 1';

describeRefusedInput(connect, request, [
  ...badBodyReferences(),
  ...BAD_CLIENT_IPS,
  ['no reference', 'reference', undefined, 'is required'],
  ['a token template for reference', 'reference', '{{token:detokenize}}', 'must not contain "{{"'],
  ['a token template for authorizationId', 'authorizationId', '{{token:detokenize}}', 'must not contain "{{"'],
  ['an authorizationId that leaves the path', 'authorizationId', '../credits/1'],
  ['a query in authorizationId', 'authorizationId', '00017089?x=1'],
  ['a percent sign in authorizationId', 'authorizationId', '00017089%2f'],
  ['an authorizationId that is a number and has lost digits', 'authorizationId', 1708980782641783611],
  ['no installment', 'installments', 0, WHOLE],
  ['half an installment', 'installments', 1.5, WHOLE],
  ['minus three installments', 'installments', -3, WHOLE],
  ['installments that are a string', 'installments', 'three', WHOLE],
  ['the documented name of the reference', 'reference_code', 'order-1042', 'is an unknown field'],
]);

test.each(['1000,00', '1e3', '1000.000', '-1', 'NaN'])('money refuses %s COP without repeating it', (major) => {
  expect(() => money(major, 'COP')).toThrow(expect.not.stringContaining(`"${major}"`) as string);
});

test('a request that breaks several rules is refused with all of them', async () => {
  const paths = ['authorizationId', 'amount', 'reference'];
  expect(await pathsOf(() => connect().capture({} as never))).toEqual(paths);
});

describeRefusedOptions(
  createFirstoken,
  { apiKey },
  {
    required: ['apiKey'],
    secrets: ['apiKey'],
    rows: [
      ['a key that fetch would print, because it is not ASCII', 'apiKey', 'clave-ñandú', 'must be printable ASCII'],
      ["another provider's option", 'merchantId', 'merchant-1', 'is an unknown field'],
    ],
  },
);
