import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRedactor } from './redaction.ts';
import { passesLuhn } from './card-numbers.ts';
import { Secret } from './secret.ts';

const card = '5425233430109903';
const password = 'p/ss w+rd:"é"';
const redactor = createRedactor(() => [card, '123', password]);

describe('redaction', () => {
  const bytes = Buffer.from(password);
  test.each([
    ['as it is', password],
    ['percent-encoded', encodeURIComponent(password)],
    ['form-encoded', new URLSearchParams({ '': password }).toString().slice(1)],
    ['in JSON', JSON.stringify(password).slice(1, -1)],
    ['in base64', bytes.toString('base64').replace(/=+$/, '')],
    ['in base64 for URLs', bytes.toString('base64url')],
    ['in hex', bytes.toString('hex')],
    ['in upper-case hex', bytes.toString('hex').toUpperCase()],
  ])('redaction masks a known secret %s, and nothing around it', (_form, text) => {
    expect(redactor.text(`a ${text} b ${text}`)).toBe('a [secret] b [secret]');
  });

  test.each(['a/+bÿÿÿ', '>>>???'])('redaction masks %j in both kinds of base64', (secret) => {
    const { text } = createRedactor(() => [secret]);
    for (const kind of ['base64', 'base64url'] as const) {
      expect(text(`<${Buffer.from(secret).toString(kind).replace(/=+$/, '')}>`)).toBe('<[secret]>');
    }
  });

  const longer = '1234567890123456789012';

  test.each([
    ['the longest encoding of a secret', ['secret', 'secret word'], 'the secret word is out', 'the [secret] is out'],
    [
      'no digits in groups that are only part of a secret',
      ['k123456789012', longer],
      '1234-5678-9012',
      '1234-5678-9012',
    ],
    ['a short secret as a whole word only', ['12ab'], 'a 12ab b, x12ab, 12abx', 'a [secret] b, x12ab, 12abx'],
  ])('redaction masks %s', (_what, secrets, given, masked) => {
    expect(createRedactor(() => secrets).text(given)).toBe(masked);
  });

  test('redaction masks a known card number in groups even inside longer strings', () => {
    const { text } = createRedactor(() => ['4111111111111112']);
    expect(text('x4111 1111 1111 1112y 4111-1111-1111-1112 4111111111111112')).toBe('x[secret]y [secret] [secret]');
    expect(text('4111 11 1111111112 4111.1111.1111.1112 4111\u00a01111\u00a01111\u00a01112')).toBe(
      '[secret] [secret] [secret]',
    );
    expect(text('4111 1111 1111 1113')).toBe('4111 1111 1111 1113');
  });

  test.each([
    ['12', '12 a12 12. cvv_12! 1.2 12.5 3,12 112', '[secret] a[secret] [secret]. cvv_[secret]! 1.2 12.5 3,12 112'],
    ['a12', 'a12 ba12 a12. a12!', '[secret] ba12 a12. [secret]!'],
    ['12345', '12345 412345 12345-1', '[secret] 412345 [secret]-1'],
    ['123456', '123456 4123456', '[secret] 4[secret]'],
  ])('redaction masks the short secret %s as a whole word only', (secret, given, masked) => {
    expect(createRedactor(() => [secret]).text(given)).toBe(masked);
  });

  test('redaction does not mask the encodings of a secret of three characters, which are ordinary words', () => {
    expect(createRedactor(() => ['abc']).text('YWJj 616263')).toBe('YWJj 616263');
    expect(createRedactor(() => ['abcd']).text('YWJjZA 61626364')).toBe('[secret] [secret]');
  });

  test.each([
    '5425233430109903',
    '5425 2334 3010 9903',
    '5425-2334-3010-9903',
    'card 4111111111111111.',
    '378282246310005',
  ])('redaction masks a card number that is written as %s, known or not', (text) => {
    expect(redactor.text(text).replace(/\D/g, '').length).toBeLessThan(12);
  });

  test.each([
    ['Captured 5200000000001005 12/24', 'Captured [secret] 12/24'],
    ['2024-11-25 5200000000001005 declined', '2024-11-25 [secret] declined'],
    ['24 5200000000001005', '24 [secret]'],
    ['5200000000001005 123', '[secret] 123'],
    ['5425 2334 3010 9903 5200000000001005', '[secret] [secret]'],
    ['5425.2334.3010.9903', '[secret]'],
    ['54 25 23 34 30 10 99 03', '[secret]'],
    ['3782 822463 10005 and 1234 5678', '[secret] and 1234 5678'],
    ['5425 2334 3010 9903abc', '5425 2334 3010 9903abc'],
  ])('redaction masks a card number among other digits: %s', (given, masked) => {
    expect(createRedactor(() => []).text(given)).toBe(masked);
  });

  test.each([
    '2302.00 4500.00 1234.00 9999.00',
    '4111.11 1111.11 1111.11',
    '2024-11-25 05 08 08',
    '2024-11-25T05.08.08.123456',
  ])('redaction leaves amounts and times, which have short groups: %s', (text) => {
    expect(createRedactor(() => []).text(text)).toBe(text);
  });

  test('redaction is fast on strings that are crafted to be slow', () => {
    for (const text of ['1 '.repeat(100_000) + 'x', '1234 '.repeat(50_000), '2'.repeat(250_000)])
      expect(createRedactor(() => []).text(text)).toBe(text);
  });

  test('redaction masks a security code that stands alone, and leaves amounts and ids with its digits', () => {
    expect(redactor.text('cvv 123 refused')).toBe('cvv [secret] refused');
    expect(redactor.text('amount 123.00 of id 41234')).toBe('amount 123.00 of id 41234');
  });

  test('redaction leaves ids of 20 and more digits and numbers that fail the check digit', () => {
    expect(redactor.text('0001708980791641783622')).toBe('0001708980791641783622');
    expect(redactor.text('4111111111111112')).toBe('4111111111111112');
  });

  test('redaction masks every string of a value except the ids to keep', () => {
    const value = { a: [password], id: '4111111111111111', n: 1, none: null };
    expect(redactor.value(value, (text) => text === '4111111111111111')).toEqual({ ...value, a: ['[secret]'] });
    expect(redactor.value(value).id).toBe('[secret]');
  });

  test('redaction masks numbers and names of members too', () => {
    expect(redactor.value({ status: 5425233430109903, [password]: 1 })).toEqual({ status: '[secret]', '[secret]': 1 });
    expect(redactor.value({ status: 4111111111111111, n: 4111111111111112 })).toEqual({
      status: '[secret]',
      n: 4111111111111112,
    });
  });

  test('redaction leaves small numbers, which are amounts, even with the digits of a security code', () => {
    expect(redactor.value({ amount: 123, say: '123' })).toEqual({ amount: 123, say: '[secret]' });
  });

  test.each(['+/=&%', 'p+q/r', '+/end', 'start+/', 'a\\b', '"quoted"'])(
    'redaction masks %j as encoded for a URL, a form and JSON',
    (secret) => {
      const { text } = createRedactor(() => [secret]);
      const forms = [
        encodeURIComponent(secret),
        new URLSearchParams({ '': secret }).toString().slice(1),
        JSON.stringify(secret).slice(1, -1),
      ];
      for (const form of forms) expect(text(`<${form}>`)).toBe('<[secret]>');
    },
  );

  test.each([
    ['abc/def/ghi', 'abc\\/def\\/ghi'],
    ['Öde-şifre', '\\u00d6de-\\u015fifre'],
    ['abc&def<ghi>', 'abc\\u0026def\\u003cghi\\u003e'],
    ['abc&def<ghi>', 'abc&amp;def&lt;ghi&gt;'],
    ['it\'s "so"', 'it&#39;s &quot;so&quot;'],
  ])('redaction masks %j as PHP, Rails and HTML encode it', (secret, written) => {
    expect(createRedactor(() => [secret]).text(`<${written}>`)).toBe('<[secret]>');
  });

  test('redaction masks every encoding of any secret, whatever surrounds it', () => {
    const printable = fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code));
    const odd = fc.constantFrom('?', '~', '/', '>');
    const secrets = fc.string({ unit: fc.oneof(printable, odd), minLength: 6, maxLength: 40 });
    const base64 = (text: string) => btoa(text).replaceAll('=', '');
    const ways = [
      String,
      (text: string) => text.toUpperCase(),
      encodeURIComponent,
      (text: string) => new URLSearchParams({ '': text }).toString().slice(1),
      (text: string) => JSON.stringify(text).slice(1, -1),
      (text: string) => JSON.stringify(text).slice(1, -1).replaceAll('/', '\\/'),
      base64,
      (text: string) => base64(text).replaceAll('+', '-').replaceAll('/', '_'),
      (text: string) => base64(text).replaceAll('/', '\\/'),
      (text: string) => Buffer.from(text).toString('hex').toUpperCase(),
    ];
    fc.assert(
      fc.property(secrets, fc.constantFrom(...ways), (secret, write) => {
        // Blanks around: a form in the middle of a word may begin earlier than it seems.
        expect(createRedactor(() => ['other-secret', secret]).text(`é ${write(secret)} é`)).toBe('é [secret] é');
      }),
      { seed: 20_261_121, numRuns: 2000 },
    );
  });

  test('redaction distinguishes an id with a secret in it from one with the digits of a security code', () => {
    expect(redactor.holdsSecret(`id-${card}`)).toBe(true);
    expect(redactor.holdsSecret('123')).toBe(true);
    expect(redactor.holdsSecret('capture-123')).toBe(false);
    expect(redactor.holdsSecret('')).toBe(false);
    expect(createRedactor(() => ['123']).holdsSecret('capture-123')).toBe(false);
  });

  test('a card number has a valid check digit', () => {
    expect(passesLuhn(card)).toBe(true);
    expect(passesLuhn('5425233430109904')).toBe(false);
    expect(passesLuhn('')).toBe(false);
  });

  test('redaction masks a secret beyond ASCII in both cases of its letters', () => {
    const { text, holdsSecret } = createRedactor(() => ['şifre-Ğizli', 'other']);
    expect(text('a ŞIFRE-ğIZLI b')).toBe('a [secret] b');
    expect(holdsSecret('x şifre-Ğizli')).toBe(true);
    expect(text('nothing of the kind here')).toBe('nothing of the kind here');
    for (let length = 0; length < 12; length += 1) {
      const pair = `${'-'.repeat(length)}😀-secret`;
      expect(createRedactor(() => [pair]).text(`a ${encodeURIComponent(pair)} b`)).toBe('a [secret] b');
    }
    // The last letter of a Greek word has a lower case of its own, which what follows can take away.
    expect(createRedactor(() => ['ΟΔΟΣ-ΟΔΟΣ']).text('keyΟΔΟΣ-ΟΔΟΣa')).toBe('key[secret]a');
  });

  test('redaction masks in data what it masks in strings, however JSON would encode it', () => {
    const ascii = fc.string({ unit: fc.constantFrom(...Array.from('aZ09"\\/ +=&:')), minLength: 6, maxLength: 12 });
    const around = fc.string({ unit: fc.constantFrom(...Array.from('aZ9"\\/ \n\u0001é'), '\ud800') });
    const ways = [
      String,
      encodeURIComponent,
      JSON.stringify,
      btoa,
      (text: string) => Buffer.from(text).toString('hex'),
    ];
    fc.assert(
      fc.property(ascii, around, around, fc.constantFrom(...ways), (secret, before, after, write) => {
        const { text, value } = createRedactor(() => [secret]);
        const input = before + write(secret) + after;
        expect(value({ list: [input, 1, null], [input]: input })).toEqual({
          list: [text(input), 1, null],
          [text(input)]: text(input),
        });
      }),
      { seed: 20_261_121, numRuns: 500 },
    );
  });

  test('redaction masks in any data what it masks in its strings, whatever stands in the other ones', () => {
    const secrets = ['a-long-password', '737', 'k3y', 'şifre-Ğizli', '100%41b'];
    const { text, value } = createRedactor(() => secrets);
    const parts = [...secrets, ...secrets.map(encodeURIComponent), ...secrets.map((one) => Buffer.from(one).toString('hex')), '4111 1111', ' 1111 1111', 'a-long-', 'password', '%', '41', '\\', 'u0041', '"', '\n', 'é', '7', '3', ' ', '-', 'YS1sb25n', 'LXBhc3N3b3Jk', 'x']; // prettier-ignore
    const strings = fc.array(fc.constantFrom(...parts), { maxLength: 4 }).map((some) => some.join(''));
    fc.assert(
      fc.property(fc.array(strings, { maxLength: 4 }), strings, (list, name) => {
        expect(value({ list, inner: { [name]: 1 } })).toEqual({ list: list.map(text), inner: { [text(name)]: 1 } });
      }),
      { seed: 20_261_125, numRuns: 3000 },
    );
  });

  test('redaction consults the ids to keep only where something has to be masked', () => {
    const consulted: string[] = [];
    const keep = (text: string): boolean => consulted.push(text) > 0;
    expect(redactor.value({ id: 'C-1', said: 'all is "well"\n' }, keep)).toEqual({
      id: 'C-1',
      said: 'all is "well"\n',
    });
    expect(consulted).toEqual([]);
    const like = { id: 'C-1', said: '4111111111111111' };
    expect(redactor.value(like, keep)).toEqual(like);
    expect(consulted).toEqual(['C-1', '4111111111111111']);
  });

  test('redaction returns data itself where nothing has to be masked', () => {
    const data = { quote: 'said "no"', lines: ['one\ntwo', 'C:\\path'], none: null, amount: 2302, is: true };
    expect(redactor.value(data)).toBe(data);
  });

  test('redaction masks a Secret like its string', () => {
    const { text, holdsSecret } = createRedactor(() => [new Secret(password), new Secret(card)]);
    expect(text(`a ${encodeURIComponent(password)} b ${card}`)).toBe('a [secret] b [secret]');
    expect(holdsSecret(password)).toBe(true);
  });

  test('redaction without secrets masks nothing but card numbers', () => {
    expect(createRedactor(() => []).text('plain text')).toBe('plain text');
    expect(createRedactor(() => ['']).text('plain text')).toBe('plain text');
    expect(createRedactor(() => []).holdsSecret('plain text')).toBe(false);
    expect(createRedactor(() => ['']).holdsSecret('')).toBe(false);
  });
});
