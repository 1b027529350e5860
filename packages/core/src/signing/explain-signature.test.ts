import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { LENGTHS, PAIRS, PREFIXED, signIn } from '../../test/another-signer.ts';
import { SCHEMES } from '../../test/signature-cases.ts';
import { Secret } from '../secrets/secret.ts';
import { defineScheme, explainSignature, makeSignature } from '../signing.ts';

const pairs = defineScheme({ ...SCHEMES.pairs, confidential: ['code'] });

describe('declared schemes', () => {
  const fields = { b: '23.02', proof: 'ignored', a: 'ü😀', note: '', C: '0' };

  test.each([
    ['pairs', PAIRS, 'C=0&a=ü😀&b=23.02&[secret]', 'MD5 over the fields and the MD5 of the token, lower-case hex'],
    ['lengths', LENGTHS, '102ü😀523.02', 'HMAC-SHA256 keyed with the password, lower-case hex'],
    ['prefixed', PREFIXED, '[secret]|b:23.02;a:ü😀;note:;C:0', 'SHA1 over the key and the fields, upper-case hex'],
  ] as const)('the scheme of %s signs as declared', (name, ways, text, algorithm) => {
    const signature = defineScheme(SCHEMES[name]).explain(fields, 'token');
    expect(signature).toMatchObject({ text, algorithm });
    expect(signature.digest.reveal()).toBe(signIn(ways, Object.entries(fields), 'token'));
    expect(defineScheme(SCHEMES[name]).sign(fields, 'token').reveal()).toBe(signature.digest.reveal());
  });

  test('a Secret is signed like its string, and an absent field like no field', () => {
    const [a, b] = [
      pairs.explain({ a: new Secret('1'), b: undefined }, new Secret('t')),
      pairs.explain([['a', '1']], 't'),
    ];
    expect(a.digest.reveal()).toBe(b.digest.reveal());
    expect(a.exactText.reveal()).toBe('a=1&e358efa489f58062f10dd7316b65649e');
  });

  test('a signature without fields has nothing to separate', () => {
    expect(pairs.explain({}, 't').exactText.reveal()).toBe('e358efa489f58062f10dd7316b65649e');
  });

  test('a scheme may have a digest in base64, a hashed key and lengths in bytes', () => {
    const scheme = defineScheme({
      ...SCHEMES.lengths,
      lengthUnit: 'bytes',
      form: 'base64',
      secret: { called: 'key', place: 'key', as: 'hashed' },
    });
    const signature = scheme.explain({ a: 'ü' }, 'k');
    expect(signature.text).toBe('2ü');
    expect(signature.algorithm).toBe('HMAC-SHA256 keyed with the SHA256 of the key, base64');
    expect(signature.digest.reveal()).toMatch(/^[A-Za-z0-9+/]{43}=$/);
  });
});

describe('the explanation', () => {
  test('the explanation lists the fields in order, and what is left out and why', () => {
    const signature = pairs.explain({ proof: 'x', b: '2', note: '', a: '1' }, 'token');
    expect(signature.fields).toEqual([
      { name: 'a', value: '1' },
      { name: 'b', value: '2' },
    ]);
    expect(signature.leftOut).toEqual([
      { name: 'proof', why: 'it carries the signature' },
      { name: 'note', why: 'its value is empty' },
    ]);
    expect(defineScheme(SCHEMES.prefixed).explain({ note: '' }, 'key').leftOut).toEqual([]);
  });

  test('the explanation masks card data that is wrapped, declared confidential, or resembles a card number', () => {
    const fields = {
      number: new Secret('5425233430109903'),
      code: '790',
      pan: '5425 2334 3010 9903',
      id: '5425233430109904',
    };
    const signature = pairs.explain(fields, 'token');
    expect(signature.text).toBe('code=[secret]&id=5425233430109904&number=[secret]&pan=[secret]&[secret]');
    expect(signature.exactText.reveal()).toContain('code=790&id=5425233430109904&number=5425233430109903&');
    expect(JSON.stringify(signature) + inspect(signature, { showHidden: true, depth: 9 })).not.toMatch(/790|109903/);
  });

  test('the explanation masks a card number beside its length', () => {
    expect(defineScheme(SCHEMES.lengths).explain({ a: '5425233430109903' }, 'password').text).toBe('16[secret]');
  });

  test('the explanation shows card data on request, and the secret never', () => {
    const fields = {
      number: new Secret('5425233430109903'),
      code: '790',
      a: 'my token-123',
      b: new Secret('token-123'),
    };
    const shown = explainSignature({ scheme: pairs, fields, secret: 'token-123', revealCardData: true });
    expect(shown.text).toBe('a=[secret]&b=[secret]&code=790&number=5425233430109903&[secret]');
    expect(shown.digest.reveal()).toBe(pairs.explain(fields, 'token-123').digest.reveal());
  });

  test('the explanation masks the secret in values and names, hashed or not', () => {
    const hashed = '187ef4436122d1cc2f40dc2b92f0eba0';
    const { text, fields } = pairs.explain({ x: hashed, ab: '1', z: 'xx ab' }, 'ab');
    expect(text).toBe('[secret]=1&x=[secret]&z=[secret]&[secret]');
    expect(fields[0]).toEqual({ name: '[secret]', value: '1' });
  });

  test('keeps what each field contributes to the signed string apart from what stands between', () => {
    // A value that stands in its own name or length, holds separators, or is masked must not shift the borders.
    const fields = { note: 'note', amount: '1', reference: 'a&b=c', zone: 'e', number: new Secret('5425233430109903') };
    const signature = pairs.explain(fields, 'token');
    expect(signature.pieces).toEqual([
      { text: 'amount=1', field: 'amount' },
      { text: '&' },
      { text: 'note=note', field: 'note' },
      { text: '&' },
      { text: 'number=[secret]', field: 'number' },
      { text: '&' },
      { text: 'reference=a&b=c', field: 'reference' },
      { text: '&' },
      { text: 'zone=e', field: 'zone' },
      { text: '&' },
      { text: '[secret]' },
    ]);
    expect(signature.pieces.map(({ text }) => text).join('')).toBe(signature.text);
    const lengths = defineScheme(SCHEMES.lengths).explain({ a: '1', b: '22', c: 'ğü', d: '5425233430109903' }, 'token');
    expect(lengths.pieces).toEqual([
      { text: '11', field: 'a' },
      { text: '222', field: 'b' },
      { text: '2ğü', field: 'c' },
      { text: '16[secret]', field: 'd' },
    ]);
    expect(defineScheme(SCHEMES.prefixed).explain({ z: '1', a: '' }, 'key').pieces).toEqual([
      { text: '[secret]' },
      { text: '|' },
      { text: 'z:1', field: 'z' },
      { text: ';' },
      { text: 'a:', field: 'a' },
    ]);
  });

  test('masks the secret in the name of a piece too', () => {
    expect(pairs.explain({ 'my-token-123': '1' }, 'token-123').pieces).toEqual([
      { text: '[secret]=1', field: '[secret]' },
      { text: '&' },
      { text: '[secret]' },
    ]);
  });

  test('makeSignature takes a recipe of any other kind', () => {
    const made = makeSignature({
      algorithm: 'none',
      fields: [],
      pieces: ['a', new Secret('b')],
      digest: (text) => text,
    });
    expect(made).toMatchObject({ text: 'a[secret]', pieces: [{ text: 'a' }, { text: '[secret]' }], leftOut: [] });
    expect(made.digest.reveal()).toBe('ab');
  });
});
