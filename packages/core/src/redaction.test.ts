import { describe, expect, test } from 'vitest';
import { createRedactor, passesLuhn } from './redaction.ts';

const card = '5425233430109903';
const password = 'p/ss w+rd:"é"';
const redactor = createRedactor(() => [card, '123', password]);

describe('redaction', () => {
  const base64 = Buffer.from(password).toString('base64');
  test.each([
    ['as it is', password],
    ['percent-encoded', encodeURIComponent(password)],
    ['form-encoded', new URLSearchParams({ a: password }).toString()],
    ['in JSON', JSON.stringify({ a: password })],
    ['in base64', base64],
    ['in base64 for URLs', Buffer.from(password).toString('base64url')],
    ['in hex', Buffer.from(password).toString('hex')],
    ['in upper-case hex', Buffer.from(password).toString('hex').toUpperCase()],
    ['inside other text', `before ${password} after`],
  ])('masks a known secret %s', (_form, text) => {
    const masked = redactor.text(text);
    expect(masked).toContain('[secret]');
    for (const form of [password, base64, Buffer.from(password).toString('hex')]) expect(masked).not.toContain(form);
  });

  test.each([
    '5425233430109903',
    '5425 2334 3010 9903',
    '5425-2334-3010-9903',
    'card 4111111111111111.',
    '378282246310005',
  ])('masks a card number that is written as %s, known or not', (text) => {
    expect(redactor.text(text).replace(/\D/g, '').length).toBeLessThan(12);
  });

  test('masks a security code where it stands alone, and leaves amounts and ids that contain its digits', () => {
    expect(redactor.text('cvv 123 refused')).toBe('cvv [secret] refused');
    expect(redactor.text('amount 123.00 of id 41234')).toBe('amount 123.00 of id 41234');
  });

  test('leaves ids of 20 and more digits and numbers that fail the check digit', () => {
    expect(redactor.text('0001708980791641783622')).toBe('0001708980791641783622');
    expect(redactor.text('4111111111111112')).toBe('4111111111111112');
  });

  test('reaches every text of a value, and keeps the ids it is told to keep', () => {
    const value = { a: [password], id: '4111111111111111', n: 1, none: null };
    expect(redactor.value(value, new Set(['4111111111111111']))).toEqual({ ...value, a: ['[secret]'] });
    expect(redactor.value(value).id).toBe('[secret]');
  });

  test('reaches numbers and names too', () => {
    expect(redactor.value({ status: 5425233430109903, [password]: 1 })).toEqual({ status: '[secret]', '[secret]': 1 });
    expect(redactor.value({ status: 4111111111111111, n: 4111111111111112 })).toEqual({
      status: '[secret]',
      n: 4111111111111112,
    });
  });

  test('tells an id that holds a secret from one that only has the digits of a security code in it', () => {
    expect(redactor.holdsSecret(`id-${card}`)).toBe(true);
    expect(redactor.holdsSecret('123')).toBe(true);
    expect(redactor.holdsSecret('capture-123')).toBe(false);
    expect(redactor.holdsSecret('')).toBe(false);
  });

  test('knows the check digit', () => {
    expect(passesLuhn(card)).toBe(true);
    expect(passesLuhn('5425233430109904')).toBe(false);
    expect(passesLuhn('')).toBe(false);
  });

  test('with no secrets masks nothing but card numbers', () => {
    expect(createRedactor(() => []).text('plain text')).toBe('plain text');
    expect(createRedactor(() => ['']).text('plain text')).toBe('plain text');
  });
});
