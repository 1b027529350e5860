import { inspect } from 'node:util';
import { InvalidOptionsError, InvalidAmountError, InvalidRequestError, money } from '@capture/core';
import { describe, expect, test } from 'vitest';
import { answering, request, sample } from '../test/support.ts';
import { createPockyt, type PockytCaptureRequest, type PockytOptions } from './index.ts';

const without = (field: string): object =>
  Object.fromEntries(Object.entries(request).filter(([name]) => name !== field));
const card = (change: object): object => ({ ...request, card: { ...request.card, ...change } });
const goods = { name: 'test', quantity: 1, category: 'DIGITAL_GOODS', description: 'testing', amount: '300' } as const;
const wholeUnits = 'must be a whole number of minor units from 1 to 2^53 - 1';
const controls = 'must not contain control characters or line breaks';
const plainText = 'must not contain "/" or "..", nor leading or trailing whitespace';

/** What is wrong, where, which rule is broken, and the text that must not be repeated. */
const bad: [what: string, given: unknown, path: string, rule: string, value?: string][] = [
  ['nothing at all', undefined, '', 'must be an object'],
  ['a field that nobody knows', { ...request, vaultId: 'pp_planted' }, 'vaultId', 'is an unknown field', 'pp_planted'],
  ['no amount', without('amount'), 'amount', 'is required'],
  ['no card', without('card'), 'card', 'is required'],
  ['no reference', without('reference'), 'reference', 'is required'],
  [
    'an amount in text',
    { ...request, amount: '300.91' },
    'amount',
    "must be { minor, currency }, as returned by money('23.02', 'TRY')",
    '300.91',
  ],
  ['an amount of zero', { ...request, amount: { minor: 0, currency: 'USD' } }, 'amount.minor', wholeUnits],
  ['a negative amount', { ...request, amount: { minor: -987, currency: 'USD' } }, 'amount.minor', wholeUnits, '987'],
  ['half a cent', { ...request, amount: { minor: 98.75, currency: 'USD' } }, 'amount.minor', wholeUnits, '98.75'],
  ['an amount above 2^53', { ...request, amount: { minor: 2 ** 53, currency: 'USD' } }, 'amount.minor', wholeUnits],
  ['NaN', { ...request, amount: { minor: NaN, currency: 'USD' } }, 'amount.minor', 'must be a number of minor units'],
  [
    'a currency that the page does not have',
    { ...request, amount: { minor: 1, currency: 'EUR' } },
    'amount.currency',
    'must be one of USD, CNY, PHP, IDR, KRW, HKD, THB, MYR, GBP, BDT, PKR',
    'EUR',
  ],
  [
    'a currency in lower case',
    { ...request, amount: { minor: 1, currency: 'usd' } },
    'amount.currency',
    'must be an active ISO 4217 code in upper case',
    'usd',
  ],
  ['a broken rupiah', { ...request, amount: { minor: 98765, currency: 'IDR' } }, 'amount', 'must be whole for IDR'],
  [
    'a card number that fails Luhn',
    card({ number: '5425233430109904' }),
    'card.number',
    'must have a valid check digit (Luhn)',
    '5425233430109904',
  ],
  [
    'a card number in groups',
    card({ number: '5425 2334 3010 9903' }),
    'card.number',
    'must be 12–19 digits, no spaces',
    '5425 2334 3010 9903',
  ],
  ['a short card number', card({ number: '54252334' }), 'card.number', 'must be 12–19 digits, no spaces', '54252334'],
  [
    'a card number that is a number',
    card({ number: 5425233430109903 }),
    'card.number',
    'must be a string',
    '5425233430109903',
  ],
  ['a security code of two digits', card({ cvv: '97' }), 'card.cvv', 'must be 3 or 4 digits', '97'],
  ['month 13', card({ expiryMonth: '13' }), 'card.expiryMonth', 'must be two digits from 01 to 12', '13'],
  ['month 4', card({ expiryMonth: '4' }), 'card.expiryMonth', 'must be two digits from 01 to 12'],
  ['a year of two digits', card({ expiryYear: '97' }), 'card.expiryYear', 'must be four digits such as 2026', '97'],
  ['a name in the card', card({ holder: 'planted' }), 'card.holder', 'is an unknown field', 'planted'],
  ['an empty reference', { ...request, reference: '' }, 'reference', 'must not be empty'],
  ['a reference with a slash', { ...request, reference: 'pl/anted' }, 'reference', plainText, 'pl/anted'],
  ['a reference with ..', { ...request, reference: 'pl..anted' }, 'reference', plainText, 'pl..anted'],
  ['a reference with CR LF', { ...request, reference: 'pl\r\nanted' }, 'reference', controls, 'anted'],
  ['a reference with NUL', { ...request, reference: 'pl\0anted' }, 'reference', controls, 'anted'],
  [
    'a reference with a template',
    { ...request, reference: 'pl{{anted}}' },
    'reference',
    'must not contain "{{"',
    'anted',
  ],
  [
    'a reference that is too long',
    { ...request, reference: 'planted'.repeat(10) },
    'reference',
    'must be at most 64 characters',
    'planted',
  ],
  ['a note that is no text', { ...request, notes: 975 }, 'notes', 'must be a string', '975'],
  ['half a surrogate pair', { ...request, notes: 'planted\ud800' }, 'notes', 'must be well-formed Unicode', 'planted'],
  [
    'a customer number with a blank',
    { ...request, customerNo: 'pla nted' },
    'customerNo',
    'must contain only letters, digits and . _ : -',
    'pla nted',
  ],
  ['no address', { ...request, clientIp: '10.0.0.975' }, 'clientIp', 'must be an IPv4 or IPv6 address', '975'],
  [
    'an ipnUrl that is not secure',
    { ...request, ipnUrl: 'http://planted.example' },
    'ipnUrl',
    'must be an absolute https: URL',
    'planted',
  ],
  [
    'a callbackUrl of another kind',
    { ...request, callbackUrl: 'ftp://planted.example' },
    'callbackUrl',
    'must be an absolute http: or https: URL',
    'planted',
  ],
  ['another terminal', { ...request, terminal: 'PLANTED' }, 'terminal', 'must be "ONLINE" or "WAP"', 'PLANTED'],
  ['another settlement', { ...request, settleCurrency: 'CNY' }, 'settleCurrency', 'must be "USD" or "GBP"', 'CNY'],
  [
    'a simulation that is none',
    { ...request, simulateFailure: 'PLANTED' },
    'simulateFailure',
    'must be CCREJECT- and capital letters or underscores',
    'PLANTED',
  ],
  [
    'a simulation with a line break',
    { ...request, simulateFailure: 'CCREJECT-SF\n' },
    'simulateFailure',
    'must be CCREJECT- and capital letters or underscores',
  ],
  ['goods as text', { ...request, goodsInfo: '{"planted":1}' }, 'goodsInfo', 'must be an object', 'planted'],
  ['no goods in a list', { ...request, goodsInfo: [] }, 'goodsInfo', 'must not be empty'],
  ['goods without a name', { ...request, goodsInfo: { ...goods, name: '' } }, 'goodsInfo.name', 'must not be empty'],
  [
    'goods of another category',
    { ...request, goodsInfo: [goods, { ...goods, category: 'PLANTED' }] },
    'goodsInfo.1.category',
    'must be "DIGITAL_GOODS" or "PHYSICAL_GOODS"',
    'PLANTED',
  ],
  [
    'a price with a comma',
    { ...request, goodsInfo: { ...goods, amount: '97,5' } },
    'goodsInfo.amount',
    'must be a decimal string such as "10.00"',
    '97,5',
  ],
  [
    'a tax with an exponent',
    { ...request, goodsInfo: { ...goods, tax: '9e7' } },
    'goodsInfo.tax',
    'must be a decimal string such as "10.00"',
    '9e7',
  ],
  [
    'no goods of a kind',
    { ...request, goodsInfo: { ...goods, quantity: 0 } },
    'goodsInfo.quantity',
    'must be a whole number from 1',
  ],
];

/** Everything that an error shows, without the places in files, whose line numbers could be anything. */
function printed(error: Error): string {
  const shown = inspect(error, { depth: Infinity, showHidden: true }).replace(/^ +at .*$/gm, '');
  return `${shown} ${String(error)} ${JSON.stringify(error)}`;
}

describe('a request that breaks a rule is refused before anything is sent, and its value is not repeated', () => {
  test.each(bad)('%s', async (_what, given, path, rule, value) => {
    const { client, sent } = answering({});
    const error: unknown = await client.capture(given as PockytCaptureRequest).catch((thrown: unknown) => thrown);
    if (!InvalidRequestError.is(error)) throw new Error('was not refused');
    expect(error.issues).toEqual([{ path, rule }]);
    expect(error.provider).toBe('pockyt');
    if (value !== undefined) expect(printed(error)).not.toContain(value);
    expect(sent).toEqual([]);
  });

  test.each(['1e3', '23,02', '23.020', '-5', '', '90071992547409.92'])('money refuses %j', (text) => {
    expect(() => money(text, 'USD')).toThrow(InvalidAmountError);
  });

  test('every broken rule is named at once', async () => {
    const { client } = answering({});
    const given = { ...card({ cvv: 'x', expiryMonth: '13' }), reference: '' } as PockytCaptureRequest;
    await expect(client.capture(given)).rejects.toMatchObject({
      issues: [{ path: 'card.cvv' }, { path: 'card.expiryMonth' }, { path: 'reference' }],
    });
  });
});

const { credentials } = sample;
const badOptions: [what: string, given: object, path: string, rule: string, value?: string][] = [
  ['no merchantNo', { storeNo: '1', token: 'planted' }, 'merchantNo', 'is required', 'planted'],
  ['no storeNo', { merchantNo: '1', token: 'planted' }, 'storeNo', 'is required', 'planted'],
  ['no token', { merchantNo: '1', storeNo: '2' }, 'token', 'is required'],
  ['an empty token', { ...credentials, token: '' }, 'token', 'must not be empty'],
  [
    'a blank around the token',
    { ...credentials, token: 'planted ' },
    'token',
    'must not have leading or trailing whitespace',
    'planted',
  ],
  ['a token with a line break', { ...credentials, token: 'plan\nted' }, 'token', controls, 'ted'],
  ['a merchantNo that is a number', { ...credentials, merchantNo: 200043 }, 'merchantNo', 'must be a string', '200043'],
  [
    'http: to another machine',
    { ...credentials, baseUrl: 'http://planted.example' },
    'baseUrl',
    'must start with https: (http: is for loopback hosts only)',
    'planted',
  ],
  ['an option that nobody knows', { ...credentials, sandbox: true }, 'sandbox', 'is an unknown field'],
];

test.each(badOptions)('options: %s', (_what, given, path, rule, value) => {
  try {
    createPockyt(given as PockytOptions);
    expect.unreachable();
  } catch (error) {
    if (!InvalidOptionsError.is(error)) throw error;
    expect(error.issues).toEqual([{ path, rule }]);
    if (value !== undefined) expect(printed(error)).not.toContain(value);
  }
});
