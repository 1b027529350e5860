import { currencyExponent } from '@capture/core';
import { badReferences, describeRefusedInput, describeRefusedOptions, type BadValue } from '@capture/testing';
import { expect, test } from 'vitest';
import { connect, options, request } from '../test/support.ts';
import { createFreepayment } from './index.ts';

/** The exponent that the server uses for these is unknown. */
const DISPUTED = ['CLF', 'CVE', 'IDR', 'IQD', 'IRR', 'KPW', 'LAK', 'LBP', 'MMK', 'MOP', 'UGX', 'UYW'];
const UNDISPUTED = 'must have an undisputed exponent at the provider (see the README)';

describeRefusedInput(connect, request, [
  ...badReferences(255),
  ...DISPUTED.map((code): BadValue => [`the disputed currency ${code}`, 'amount.currency', code, UNDISPUTED]),
  ['several references in one', 'reference', 'order-1;order-2', 'must be one id, without ";"'],
  ['an option for a field', 'sendCurrency', 'planted', 'is not a known field'],
  ['the documented name of the reference', 'tracking_id', 'order-1042', 'is not a known field'],
  [
    'a dot for authorizationId, which would vanish from a path',
    'authorizationId',
    '.',
    'must not be "."',
    { hidden: [] },
  ],
  ['a dot for reference, which would vanish from a path', 'reference', '.', 'must not be "."', { hidden: [] }],
]);

test('the supported currencies are those of ISO 4217 without the disputed ones', () => {
  const { currencies } = connect().capabilities;
  expect(currencies).toEqual(expect.arrayContaining(['USD', 'JPY', 'KWD', 'UYI']));
  for (const currency of DISPUTED) {
    expect(currencyExponent(currency)).toBeDefined();
    expect(currencies).not.toContain(currency);
  }
});

const privateKey = `-----BEGIN PRIVATE KEY-----\n${'MIIE'.repeat(40)}\n-----END PRIVATE KEY-----`;

describeRefusedOptions(createFreepayment, options, {
  required: ['shopId', 'secretKey'],
  secrets: ['secretKey'],
  rows: [
    ['a colon in its shop id, where HTTP Basic would cut it', 'shopId', '12:345', 'must not contain ":"'],
    ['a shop id that is a number', 'shopId', 12_345, 'must be a text'],
    ['a public key that is none', 'publicKey', 'not a public key'],
    ['a private key in place of the public one', 'publicKey', privateKey],
    ['a sendCurrency that is a string', 'sendCurrency', 'planted', 'must be true or false'],
    ["another provider's option", 'merchant', 'merchant name', 'is not a known field'],
  ],
});
