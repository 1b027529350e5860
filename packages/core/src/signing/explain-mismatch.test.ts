import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashHex, PAIRS, signIn, sortedBy, byBytes, type Field, type Ways } from '../../test/another-signer.ts';
import { SCHEMES, secrets, SEED } from '../../test/signature-cases.ts';
import { Secret } from '../secrets/secret.ts';
import { explainMismatch, type MismatchExplanation } from '../signing.ts';

const scheme = SCHEMES.pairs;
const hex = (length: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`));
const few: readonly Field[] = [
  ['a', 'x y'],
  ['b', '23.00'],
  ['B', '1'],
  ['c', ''],
];
const names = ({ mistakes, alternatives }: MismatchExplanation): string[][] =>
  [mistakes, ...alternatives].map((cause) => cause.map(({ id }) => id));

describe('pairs of mistakes', () => {
  const first: readonly (readonly [string, Partial<Ways>])[] = [
    ['order-reversed', { sort: (fields) => sortedBy(byBytes)(fields).reverse() }],
    ['empty-kept', { keep: ([name]) => name !== 'proof' }],
    ['values-percent-encoded', { alter: ([name, value]) => [name, encodeURIComponent(value)] }],
    ['number-zeros-dropped', { alter: ([name, value]) => [name, value.replace('.00', '')] }],
    ['field-missing', { keep: ([name, value]) => name !== 'b' && value !== '' }],
  ];
  const second: readonly (readonly [string, Partial<Ways>])[] = [
    ['secret-not-hashed', { key: (secret) => secret }],
    ['secret-with-newline', { secret: (secret) => `${secret}\n` }],
    ['trailing-separator', { text: (fields, key) => `${fields}&&${key}` }],
    ['digest-upper-case', { print: (digest) => digest.toString('hex').toUpperCase() }],
    ['digest-base64', { print: (digest) => digest.toString('base64') }],
  ];

  test.each(first.flatMap(([a, one]) => second.map(([b, two]) => [a, b, { ...one, ...two }] as const)))(
    'the two mistakes %s and %s are named',
    (a, b, ways) => {
      const secret = 'hunter2 hunter2';
      const result = explainMismatch({
        scheme,
        fields: few,
        secret,
        theirs: signIn({ ...PAIRS, ...ways }, few, secret),
      });
      expect(result.found).toBe(true);
      expect(names(result).map((cause) => cause.sort())).toEqual([[a, b].sort()]);
    },
  );

  test('two mistakes are not named where one explains the signature', () => {
    const theirs = signIn({ ...PAIRS, key: (secret) => secret }, few, 'token of ours');
    const result = explainMismatch({ scheme, fields: few, secret: 'token of ours', theirs });
    expect(result).toMatchObject({ mistakes: [{ id: 'secret-not-hashed' }], alternatives: [] });
    expect(result.summary).toBe('The token was not hashed.');
  });
});

describe('mistakes with the same effect', () => {
  test('mistakes with the same effect are listed as alternatives where they change the signed string', () => {
    const fields = { b: '1', a: 'x/y' };
    const theirs = signIn(
      { ...PAIRS, alter: ([name, value]) => [name, encodeURIComponent(value)] },
      Object.entries(fields),
      's',
    );
    const result = explainMismatch({ scheme, fields, secret: 's', theirs });
    expect(names(result)).toEqual([['values-percent-encoded'], ['values-form-encoded']]);
    expect(result.summary).toContain('see the alternatives');
  });

  test('mistakes of encoding are not listed where there was nothing to encode', () => {
    const fields = { b: '1', a: 'x' };
    const theirs = signIn({ ...PAIRS, secret: () => 'another' }, Object.entries(fields), 's');
    const otherSecrets = { 'The token of the test shop': 'another' };
    const result = explainMismatch({ scheme, fields, secret: 's', theirs, otherSecrets });
    expect(result.mistakes).toEqual([
      { id: 'other-secret', sentence: 'The token of the test shop was used in place of the token.' },
    ]);
    expect(result.alternatives).toEqual([]);
  });
});

describe('signatures without an explanation', () => {
  test(`no mistake is named for random signatures (seed ${SEED})`, () => {
    fc.assert(
      fc.property(fc.oneof(hex(32), hex(40), hex(64), fc.base64String(), fc.string()), secrets, (theirs, secret) => {
        const result = explainMismatch({ scheme, fields: { b: '23.00', a: 'é' }, secret, theirs });
        expect(result).toMatchObject({ matches: false, found: false, mistakes: [], alternatives: [] });
        expect(result.summary).toMatch(/^Not found: /);
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  test('no mistake is named for a right signature with one character changed', () => {
    const right = signIn(PAIRS, few, 'secret');
    for (let i = 0; i < right.length; i += 4) {
      const theirs = right.slice(0, i) + (right[i] === '0' ? '1' : '0') + right.slice(i + 1);
      expect(explainMismatch({ scheme, fields: few, secret: 'secret', theirs }).found).toBe(false);
    }
  });

  test('no mistake is named for a signature with an unknown secret', () => {
    const theirs = signIn(PAIRS, few, 'another secret');
    expect(explainMismatch({ scheme, fields: few, secret: 'secret', theirs }).found).toBe(false);
  });

  test('a search that was cut short reports that', () => {
    const fields = Array.from({ length: 2_000 }, (_, i): Field => [`field${i}`, 'value '.repeat(10)]);
    const result = explainMismatch({ scheme, fields, secret: 'secret', theirs: '0'.repeat(32) });
    expect(result.searched.complete).toBe(false);
    expect(result.searched.digests).toBeLessThan(20_000);
    expect(result.summary).toContain('ended early');
  });
});

describe('secrecy of the explanation', () => {
  const secret = 'CANARY-token-0123456789';
  const other = 'CANARY-other-0123456789';
  const card = { number: '5425233430109903', code: '790' };
  const cardFields = {
    number: new Secret(card.number),
    code: card.code,
    pan: card.number,
    month: '04',
    memo: `see ${other}`,
    [secret]: secret,
  };
  const confidential = { ...scheme, confidential: ['code'] };
  const plain = Object.entries({ ...cardFields, number: card.number });
  const theirs = {
    right: signIn(PAIRS, plain, secret),
    'one mistake': signIn({ ...PAIRS, key: (text) => text }, plain, secret),
    'another secret': signIn({ ...PAIRS, secret: () => other }, plain, secret),
    'the field with the secret missing': signIn({ ...PAIRS, keep: ([name]) => name !== secret }, plain, secret),
    'two mistakes': signIn({ ...PAIRS, key: (text) => text, join: '' }, plain, secret),
    nothing: '0'.repeat(32),
  };

  test.each(Object.entries(theirs))(
    'the explanation shows no secret and no card data (signature: %s)',
    (what, signature) => {
      const otherSecrets = { 'The other': new Secret(other), [other]: other };
      const input = {
        scheme: confidential,
        fields: cardFields,
        secret: new Secret(secret),
        theirs: new Secret(signature),
      };
      const result = explainMismatch({ ...input, otherSecrets });
      expect(result.found).toBe(what !== 'right' && what !== 'nothing');
      const printed = JSON.stringify(result) + inspect(result, { depth: 20, showHidden: true }) + result.ours.text;
      for (const canary of [secret, other, hashHex('md5', secret), card.number, signature, theirs.right])
        expect(printed).not.toContain(canary);
      expect(printed).not.toMatch(/\b790\b/);
      expect(printed).toContain('month');
    },
  );

  test('the explanation shows no secret where card data is revealed on request', () => {
    const input = { scheme: confidential, fields: cardFields, secret, theirs: '', revealCardData: true };
    const { ours } = explainMismatch(input);
    expect(ours.text).toContain(`number=${card.number}`);
    expect(ours.text).toContain('code=790');
    expect(JSON.stringify(ours)).not.toContain(secret);
    expect(JSON.stringify(ours)).not.toContain(hashHex('md5', secret));
  });
});
