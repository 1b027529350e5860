import { InvalidAmountError, money } from '@capture/core';
import {
  BAD_CLIENT_IPS,
  BAD_NOTES,
  badBodyReferences,
  type BadValue,
  describeRefusedInput,
  describeRefusedOptions,
  issuesOf,
  pathsOf,
} from '@capture/testing';
import { expect, test } from 'vitest';
import { connect, credentials, goods, request } from '../test/support.ts';
import { createPockyt } from './index.ts';

const CARD_NUMBER = 'must be 12–19 digits, no spaces';
const CURRENCIES = 'must be one of USD, CNY, PHP, IDR, KRW, HKD, THB, MYR, GBP, BDT, PKR';
const FAILURE = 'must be CCREJECT- and capital letters or underscores';
const MONTH = 'must be two digits from 01 to 12';
const PRICE = 'must be a decimal string such as "10.00"';
const SAFE = 'must contain only letters, digits and . _ : -';
const TWO_GOODS = [goods, { ...goods, category: 'PLANTED' }];
const UNKNOWN = 'is an unknown field';
const unseen = { hidden: [] };

describeRefusedInput(connect, { ...request, goodsInfo: goods }, [
  ...['A&B=1', 'planted&status=failed', '&a.b-c=', 'x & y &z=1'].flatMap((value): BadValue[] =>
    ['reference', 'notes'].map((field) => [
      `${value} in ${field}`,
      field,
      value,
      'must not contain "&", a name and "=" in a row: its notification could not be verified',
      { hidden: [value] },
    ]),
  ),
  ...badBodyReferences(),
  ...BAD_NOTES,
  ...BAD_CLIENT_IPS,
  ['no reference', 'reference', undefined, 'is required'],
  ['no card', 'card', undefined, 'is required'],
  ['a currency that Pockyt does not take', 'amount.currency', 'EUR', CURRENCIES],
  ['a broken rupiah', 'amount', { minor: 98_765, currency: 'IDR' }, 'must be whole for IDR', { hidden: ['98765'] }],
  ['a card number that fails Luhn', 'card.number', '5425233430109904', 'must have a valid check digit (Luhn)'],
  ['a card number in groups', 'card.number', '5425 2334 3010 9903', CARD_NUMBER],
  ['a short card number', 'card.number', '54252334', CARD_NUMBER],
  ['a card number that is a number', 'card.number', 5425233430109903, 'must be a string'],
  ['a security code of two digits', 'card.cvv', '97', 'must be 3 or 4 digits'],
  ['month 13', 'card.expiryMonth', '13', MONTH],
  ['month 4', 'card.expiryMonth', '4', MONTH, unseen],
  ['a year of two digits', 'card.expiryYear', '97', 'must be four digits such as 2026'],
  ['a name in the card', 'card.holder', 'planted', UNKNOWN],
  ['a space in customerNo', 'customerNo', 'pla nted', SAFE],
  ['an ipnUrl that is not secure', 'ipnUrl', 'http://planted.example', 'must be an absolute https: URL'],
  ['a callbackUrl of FTP', 'callbackUrl', 'ftp://planted.example', 'must be an absolute http: or https: URL'],
  ['another terminal', 'terminal', 'PLANTED', 'must be "ONLINE" or "WAP"'],
  ['another currency to settle in', 'settleCurrency', 'CNY', 'must be "USD" or "GBP"'],
  ['a failure to simulate that is none', 'simulateFailure', 'PLANTED', FAILURE],
  ['a line break in the failure to simulate', 'simulateFailure', 'CCREJECT-SF\n', FAILURE],
  ['goods that are a string', 'goodsInfo', '{"planted":1}', 'must be an object'],
  ['an empty list of goods', 'goodsInfo', [], 'must not be empty'],
  ['goods without a name', 'goodsInfo.name', '', 'must not be empty'],
  [
    'goods of another category',
    'goodsInfo',
    TWO_GOODS,
    'must be "DIGITAL_GOODS" or "PHYSICAL_GOODS"',
    { path: 'goodsInfo.1.category', hidden: ['PLANTED'] },
  ],
  ['a price with a comma', 'goodsInfo.amount', '97,5', PRICE],
  ['a tax with an exponent', 'goodsInfo.tax', '9e7', PRICE],
  ['no goods of a kind', 'goodsInfo.quantity', 0, 'must be a whole number from 1'],
]);

test.each(['1e3', '23,02', '23.020', '-5', '', '90071992547409.92'])('money refuses "%s" USD', async (major) => {
  expect(await issuesOf(() => money(major, 'USD'), InvalidAmountError)).toHaveLength(1);
});

test('a request that breaks several rules is refused with all of them', async () => {
  const card = { ...request.card, cvv: 'x', expiryMonth: '13' };
  const paths = await pathsOf(() => connect().capture({ ...request, card, reference: '' }));
  expect(paths).toEqual(['card.cvv', 'card.expiryMonth', 'reference']);
});

describeRefusedOptions(createPockyt, credentials, {
  required: ['merchantNo', 'storeNo', 'token'],
  secrets: ['token'],
  rows: [['a merchantNo that is a number', 'merchantNo', 200_043, 'must be a string']],
});
