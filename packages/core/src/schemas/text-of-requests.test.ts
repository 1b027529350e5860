import { money } from '../index.ts';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { amount, card, id, newReference, reference, text, webAddress } from './request-fields.ts';
import { checkNoSecretInText } from './secret-in-text.ts';
import { checkRequest } from './validation.ts';
import { Secret } from '../secrets/secret.ts';
import { secretsIn } from '../secrets/secrets-in.ts';

const schema = v.strictObject({
  authorizationId: v.optional(id()),
  amount: v.optional(amount()),
  reference: v.optional(reference()),
  notes: v.optional(text(1000)),
  url: v.optional(webAddress()),
  goods: v.optional(v.array(v.strictObject({ name: text(50) }))),
  card: v.optional(card()),
});

/** The paths that are refused. */
function refused(
  request: object,
  cardLikeText: 'allowed' | 'refused' = 'refused',
  credentials: readonly string[] = [],
) {
  try {
    const checked = checkRequest('toy', schema, request, cardLikeText);
    checkNoSecretInText('toy', checked, [...credentials.map((one) => new Secret(one)), ...secretsIn(checked)]);
    return [];
  } catch (error) {
    return (error as { issues: { path: string; rule: string }[] }).issues.map(({ path, rule }) => `${path} ${rule}`);
  }
}

const LIKE_A_CARD = 'must not contain a number like that of a card (see allowCardLikeText)';
const SECRET = 'must not contain a secret of this request or of the options';
const payer = { number: '4111111111111111', cvv: '2030', expiryMonth: '04', expiryYear: '2030' };

describe('numbers like those of cards', () => {
  test.each([
    '4111111111111111',
    'paid with 4111 1111 1111 1111 today',
    '4111-1111-1111-1111',
    '4111 - 1111 - 1111 - 1111',
    '4111.1111.1111.1111',
    '４１１１１１１１１１１１１１１１',
    '&#52;111111111111111',
    '5425233430109903',
    '378282246310005',
    '3782 822463 10005',
    '2223000048400011',
    '6011111111111117',
    '3530111333300000',
    '30569309025904',
    '6200000000000005',
  ])('%s is refused in free text, and allowed on demand', (written) => {
    expect(refused({ notes: written })).toEqual([`notes ${LIKE_A_CARD}`]);
    expect(refused({ reference: written })).toEqual([`reference ${LIKE_A_CARD}`]);
    expect(refused({ goods: [{ name: 'tea' }, { name: written }] })).toEqual([`goods.1.name ${LIKE_A_CARD}`]);
    expect(refused({ notes: written, reference: written }, 'allowed')).toEqual([]);
  });

  test('a number like that of a card is refused in a URL, and not in an id of the provider', () => {
    expect(refused({ url: 'https://shop.example/?card=4111111111111111' })).toEqual([`url ${LIKE_A_CARD}`]);
    expect(refused({ authorizationId: '4111111111111111' })).toEqual([]);
    expect(refused({ amount: money('41111111111111.11', 'EUR') })).toEqual([]);
  });

  test.each([
    '123456789',
    '1700000000000',
    '4006381333931',
    '20261125164524',
    '2026112516452412',
    '2026-11-25 16:45:24.123456',
    '+49 30 1234567890',
    '353879234252633',
    '1234567812345670',
    '8901234567890123',
    '1178420166015279107',
    'DE12 5105 0015 0000 0000 08',
    '41111111-1111-4111-8111-111111111111',
    'order4111111111111111',
    '4111111111111112',
    '305680500880311923',
  ])('the ordinary text %s is accepted', (written) => {
    expect(refused({ notes: written, reference: written })).toEqual([]);
  });

  test('no timestamp until 2039, in seconds to microseconds, is refused', () => {
    for (let second = 1_000_000_000; second < 2_200_000_000; second += 9_999_991)
      for (const unit of ['', '000', '123456']) expect(refused({ reference: `${String(second)}${unit}` })).toEqual([]);
    for (let year = 2000; year < 2100; year += 1)
      for (let tail = 0; tail < 20; tail += 1)
        expect(refused({ reference: `${String(year)}12311200${String(tail).padStart(4, '0')}` })).toEqual([]);
  });

  test('no article code of 13 digits is refused', () => {
    for (let code = 4_000_000_000_000; code < 4_000_000_001_000; code += 1)
      expect(refused({ reference: String(code) })).toEqual([]);
  });

  test('no generated reference is refused, whatever its digits', () => {
    for (let made = 0; made < 2000; made += 1) expect(refused({ reference: newReference() })).toEqual([]);
    // The worst that hexadecimal digits can be.
    for (const worst of ['4111111111111111a4111111111111111', 'a4111111111111111a11111111111111', '4'.repeat(32)])
      expect(refused({ reference: worst.slice(0, 32) })).toEqual([]);
  });
});

describe('secrets in text', () => {
  const key = 'sk-9f8e7d6c5b4a';

  test.each([
    ['the card number', '4111111111111111'],
    ['the card number in groups', 'card 4111 1111 1111 1111!'],
    ['the security code', '2030'],
    ['the security code by name', 'paid, CVV: 2030'],
    ['a credential', key],
    ['a credential in other text', `key=${key};`],
    ['a credential in base64', Buffer.from(`user:${key}`).toString('base64').replaceAll('/', '_')],
    ['a short credential', 'pass-1'],
  ])('%s is refused in text, even where numbers like those of cards are allowed', (_what, written) => {
    const credentials = [key, 'pass-1'];
    expect(refused({ notes: written, card: payer }, 'allowed', credentials)).toEqual([`notes ${SECRET}`]);
    expect(refused({ goods: [{ name: written }], card: payer }, 'allowed', credentials)).toEqual([
      `goods.0.name ${SECRET}`,
    ]);
  });

  test('a secret of which two strings have one part each is accepted', () => {
    expect(refused({ notes: key.slice(0, 8), reference: key.slice(8) }, 'allowed', [key])).toEqual([]);
    expect(refused({ notes: 'CVV', reference: '2030-7', card: payer })).toEqual([]);
  });

  test('of several strings only the one with the secret is named', () => {
    const request = { notes: 'CVV code', goods: [{ name: 'tea' }, { name: `x ${key}` }], reference: 'order-1' };
    expect(refused(request, 'allowed', [key])).toEqual([`goods.1.name ${SECRET}`]);
  });

  test('an id of the provider that is a secret is refused', () => {
    expect(refused({ authorizationId: key }, 'refused', [key])).toEqual([`authorizationId ${SECRET}`]);
    expect(refused({ authorizationId: payer.number, card: payer })).toEqual([`authorizationId ${SECRET}`]);
  });

  test('the digits of a security code in an ordinary number are accepted, and the year of the card', () => {
    expect(refused({ reference: 'order-2030-1', notes: 'table 2030, 2 guests', card: payer })).toEqual([]);
    expect(refused({ reference: '16252PRtA010102030', card: payer })).toEqual([]);
  });
});
