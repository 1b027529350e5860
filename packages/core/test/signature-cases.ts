import fc from 'fast-check';
import { MD5, SHA_1, SHA_256, type SignatureScheme } from '../src/signing.ts';
import type { Field } from './another-signer.ts';

/** The seed of all generated cases of the signature tests. */
export const SEED = 20_261;

const common = { unsigned: ['proof'], optional: ['Remark'], order: 'code-points', empty: 'dropped' } as const;

/** The schemes of `another-signer.ts`, as definitions. */
export const SCHEMES = {
  pairs: {
    ...common,
    field: '{name}={value}',
    between: '&',
    secret: { called: 'token', place: 'end', as: 'hashed', glue: '&' },
    digest: MD5,
    form: 'lower-case-hex',
  },
  lengths: {
    ...common,
    field: '{length}{value}',
    between: '',
    secret: { called: 'password', place: 'key', as: 'plain' },
    digest: SHA_256,
    form: 'lower-case-hex',
  },
  prefixed: {
    ...common,
    order: 'as-given',
    empty: 'kept',
    field: '{name}:{value}',
    between: ';',
    secret: { called: 'key', place: 'start', as: 'plain', glue: '|' },
    digest: SHA_1,
    form: 'upper-case-hex',
  },
} as const satisfies Readonly<Record<string, SignatureScheme>>;

const word = fc.stringMatching(/^[a-z]{1,12}$/);
const number = (first: string, more: string) => fc.stringMatching(new RegExp(`^${first}[0-9]${more}$`));

/** Secrets without surrounding whitespace. */
export const secrets = fc.stringMatching(/^[A-Za-z0-9!$%/+]{12,40}$/);

/**
 * Fields in any order that make every mistake visible: names that languages sort differently, numbers, an empty value,
 * one with surrounding spaces, every kind of character.
 */
export const fields = fc
  .record({
    words: fc.tuple(word, word),
    thousands: number('[1-9]', '{3}'),
    count: number('[1-9]', '{0,2}'),
    digit: fc.constantFrom('1', '2', '5', '9'),
    rare: fc.constantFrom('\u{1f600}', '\u{1d54f}'),
  })
  .chain(({ words: [one, two], thousands, count, digit, rare }) => {
    const all: Field[] = [
      ['noB', `${thousands}.${digit}0`],
      ['no', `${count}${digit}`],
      ['no1', `0${digit}`],
      ['Zone', `${count}.00`],
      ['no_a', ` ${two} `],
      ['\uff21', `${one} ü${rare}'/~${two}`],
      [rare, one],
      ['a_note', ''],
    ];
    return fc.shuffledSubarray(all, { minLength: all.length });
  });
