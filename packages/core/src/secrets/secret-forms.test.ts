import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRedactor } from './redaction.ts';

const card = '5425233430109903';
const password = `p/ss'w rd:"<é>&!*()`;
const redactor = createRedactor(() => [card, '737', password]);
const hex = (text: string): string => Buffer.from(text).toString('hex');
const everyByte = (text: string): string => hex(text).replace(/../g, '%$&');
const everyUnit = (text: string): string =>
  Array.from({ length: text.length }, (_, i) => `\\u${text.charCodeAt(i).toString(16).padStart(4, '0')}`).join('');
const everyCharacter = (text: string, write: (code: number) => string): string =>
  Array.from(text, (character) => write(character.codePointAt(0) ?? 0)).join('');
const strictPercent = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${hex(character).toUpperCase()}`);
const escapedHtml = (text: string, apostrophe: string, quote: string): string =>
  text.replace(/[&<>"']/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': quote, "'": apostrophe })[character] ?? ''); // prettier-ignore
const json = (text: string): string => JSON.stringify(text).slice(1, -1);

const FORMS: Readonly<Record<string, (text: string) => string>> = {
  'with the entities of PHP': (text) => escapedHtml(text, '&#039;', '&quot;'),
  'with the entities of Python': (text) => escapedHtml(text, '&#x27;', '&quot;'),
  'with the entities of Go': (text) => escapedHtml(text, '&#39;', '&#34;'),
  'with the entities of XML': (text) => escapedHtml(text, '&apos;', '&quot;'),
  'with < alone as an entity': (text) => text.replace('<', '&lt;'),
  'in decimal entities': (text) => everyCharacter(text, (code) => `&#${String(code)};`),
  'in zero-padded entities': (text) => everyCharacter(text, (code) => `&#${String(code).padStart(7, '0')};`),
  'in hexadecimal entities': (text) => everyCharacter(text, (code) => `&#x${code.toString(16)};`),
  'as rawurlencode of PHP writes it': strictPercent,
  'with every byte percent-encoded': everyByte,
  'percent-encoded twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  'in JSON in JSON': (text) => json(json(text)),
  'in JSON in JSON in JSON': (text) => json(json(json(text))),
  'in HTML in JSON in a URL': (text) => encodeURIComponent(json(escapedHtml(text, '&#039;', '&quot;'))),
  'with every unit escaped': everyUnit,
  'in hex with spaces': (text) => hex(text).replace(/..(?=.)/g, '$& '),
  'in hex with colons': (text) =>
    hex(text)
      .toUpperCase()
      .replace(/..(?=.)/g, '$&:'),
  'in hex with dashes': (text) => hex(text).replace(/..(?=.)/g, '$&-'),
  'in base64 in lines': (text) =>
    Buffer.from(text)
      .toString('base64')
      .replace(/.{8}(?=.)/g, '$&\r\n'),
  'in full width': (text) => everyCharacter(text, (code) => String.fromCodePoint(code > 32 && code < 127 ? code + 0xfe_e0 : code)), // prettier-ignore
};

describe('the forms of a secret', () => {
  test.each(Object.entries(FORMS))(
    'redaction masks a password and a card %s, and nothing around it',
    (_form, write) => {
      for (const secret of [password, card])
        expect(redactor.text(`a ${write(secret)} b ${write(secret)}`)).toBe('a [secret] b [secret]');
    },
  );

  test.each(['base64', 'base64url'] as const)('redaction masks a secret inside longer text in %s', (kind) => {
    for (const secret of [password, card, 'sixsix']) {
      const { text } = createRedactor(() => [secret]);
      for (let before = 0; before < 12; before += 1) {
        // Binary, so that only the secret itself can be recognised.
        const bytes = Buffer.concat([Buffer.alloc(before, 0xfb), Buffer.from(secret), Buffer.alloc(5, 0x01)]);
        const shown = text(`body ${bytes.toString(kind)}`);
        expect(shown).toContain('[secret]');
        expect(Buffer.from(shown, kind).toString('latin1')).not.toContain(secret.slice(0, 6));
      }
    }
  });

  test('redaction masks any secret in the middle of base64, whatever surrounds it', () => {
    const bytes = fc.uint8Array({ maxLength: 20 });
    fc.assert(
      fc.property(fc.string({ minLength: 6, maxLength: 30 }), bytes, bytes, (secret, before, after) => {
        const encoded = Buffer.concat([before, Buffer.from(secret), after]).toString('base64');
        expect(createRedactor(() => [secret]).text(`x ${encoded} y`)).toContain('[secret]');
      }),
      { seed: 20_261_125, numRuns: 1000 },
    );
  });

  test('redaction masks base64 in which a security code stands alone, or an unknown card', () => {
    const encoded = (text: string): string => Buffer.from(text).toString('base64url');
    for (const before of ['', 'a', 'ab', 'abc/'])
      for (const content of ['{"cardCvv":"737","x":1}', '{"name":"Zoë","card":"4111 1111 1111 1111"}'])
        expect(redactor.text(`in ${before}${encoded(content)} out`)).toBe('in [secret] out');
    for (const content of ['{"cardCvv":"1737","x":1}', '{"amount":"737.00","x":1}'])
      expect(redactor.text(encoded(content))).toBe(encoded(content));
  });

  test.each(['&#55;&#51;&#55;', '%37%33%37', '\\u0037\\u0033\\u0037', '７３７', '٧٣٧', '७३७'])(
    'redaction masks the security code %s, and no number that contains it',
    (code) => {
      expect(redactor.text(`cvv ${code} refused`)).toBe('cvv [secret] refused');
      expect(redactor.text(`id 4${code} refused`)).toBe(`id 4${code} refused`);
    },
  );

  test.each([
    '5425 - 2334 - 3010 - 9903',
    '["5425","2334","3010","9903"]',
    '[5425, 2334, 3010, 9903]',
    '[\\"5425\\",\\"2334\\",\\"3010\\",\\"9903\\"]',
    '[\n    "5425",\n    "2334",\n    "3010",\n    "9903"\n  ]',
    '{"a":"5425","b":"2334","c":"3010","d":"9903"}',
    '５４２５ ２３３４ ３０１０ ９９０３',
  ])('redaction masks a known card that is written as %s', (written) => {
    expect(redactor.text(`a ${written} b`)).not.toMatch(/\p{Nd}/u);
  });

  test('redaction masks an unknown card in groups with several signs between, or in full width', () => {
    const { text } = createRedactor(() => []);
    expect(text('4111 - 1111 - 1111 - 1111')).toBe('[secret]');
    expect(text('４１１１１１１１１１１１１１１１')).toBe('[secret]');
    expect(text('&#52;111111111111111 and \\u0034111111111111111')).toBe('[secret] and [secret]');
  });

  test('redaction masks a card whose groups are members of their own', () => {
    const groups = card.match(/.{4}/g) ?? [];
    const hidden = ['[secret]', '[secret]', '[secret]', '[secret]'];
    expect(redactor.value({ n: 1, groups })).toEqual({ n: 1, groups: hidden });
    expect(redactor.value({ n: 1, groups: groups.map(Number) })).toEqual({ n: 1, groups: hidden });
    expect(redactor.value({ part1: groups[0], part2: groups[1], part3: [groups[2], { part4: groups[3] }] })).toEqual({
      part1: '[secret]',
      part2: '[secret]',
      part3: ['[secret]', { part4: '[secret]' }],
    });
    expect(redactor.value([2302, 4500, 1234, 9999])).toEqual([2302, 4500, 1234, 9999]);
  });

  test.each([
    'a%20b 100%25 &amp; \\u00fc 50 & 60',
    'price &euro;12, &#8364;737.00 and %E2%82%AC1737',
    'transaction_details-of-the-payment/and-more',
    'eyJhbGciOiJub25lIn0.eyJpYXQiOjE3MDAwMDAwMDB9',
    'ffcce5b1-5737-4d3a-9737-1737a4b5c6d7',
    'Ünlü Şirket',
  ])('redaction leaves escapes, base64 and ids that hold no secret: %s', (text) => {
    expect(redactor.text(text)).toBe(text);
    expect(redactor.value({ text })).toEqual({ text });
  });

  test.each([
    ['https://acs.example/?cvv=737', true],
    ['https://acs.example/?a=1&code=%37%33%37&b', true],
    ['https://acs.example/737/next', true],
    ['x 737 y', true],
    ['16252PRtA01010737', false],
    ['capture-737', false],
    ['1042-737-9', false],
    ['txn.737.2', false],
    ['https://acs.example/pay/1737?n=7370', false],
  ])('redaction finds a security code in the id or URL %s only where it stands apart: %s', (id, held) => {
    expect(redactor.holdsSecret(id)).toBe(held);
  });

  test('redaction is fast on large strings that are crafted to be slow', { timeout: 20_000 }, () => {
    const size = 255 * 1024;
    const units = ['%', '%34', '&#', '&#0000000', '&#x34;', '\\', '\\\\u00', '\\u0034', '4 ', '4', '54', '5425 2334 3010 990 ', '３', 'a', '35 34 ', 'NTQyNTIzMzQ', 'NTQyNT', 'p/ss ', '٤', '737 ', '-', '+']; // prettier-ignore
    for (const unit of units) {
      const text = unit.repeat(Math.ceil(size / unit.length));
      const started = performance.now();
      redactor.text(text);
      redactor.value({ text });
      redactor.holdsSecret(text);
      // Far above the tenths of a second that it takes, and far below what a quadratic search would.
      expect(performance.now() - started, unit).toBeLessThan(5000);
    }
  });
});
