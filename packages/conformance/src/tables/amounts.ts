import type { Money } from '@capture/core';

/** Other amounts, derived from the requested one. */
export const OTHER_AMOUNTS: Readonly<Record<string, (amount: Money, currency: string) => Money>> = {
  'one minor unit more': ({ minor, currency }) => ({ minor: minor + 1, currency }),
  'one minor unit less': ({ minor, currency }) => ({ minor: minor - 1, currency }),
  'ten times as much': ({ minor, currency }) => ({ minor: minor * 10, currency }),
  'a hundred times as much': ({ minor, currency }) => ({ minor: minor * 100, currency }),
  'a tenth': ({ minor, currency }) => ({ minor: minor / 10, currency }),
  'a hundredth': ({ minor, currency }) => ({ minor: minor / 100, currency }),
  zero: ({ currency }) => ({ minor: 0, currency }),
  'the same number in another currency': ({ minor }, currency) => ({ minor, currency }),
};

/** Malformed amounts, derived from the amount in the response. */
export const MALFORMED_AMOUNTS: readonly (readonly [name: string, write: (amount: string | number) => unknown])[] = [
  ['absent', () => undefined],
  ['null', () => null],
  ['empty', () => ''],
  ['a word', () => 'all'],
  ['followed by the currency', (amount) => `${amount} EUR`],
  ['with a leading space', (amount) => ` ${amount}`],
  ['with a decimal comma', (amount) => Number(amount).toFixed(2).replace('.', ',')],
  ['with a thousands separator', (amount) => `1,${amount}`],
  ['with a sign', (amount) => `+${amount}`],
  ['negative', (amount) => (typeof amount === 'number' ? -amount : `-${amount}`)],
  ['with a leading zero', (amount) => `0${amount}`],
  ['with an exponent', (amount) => `${amount}e0`],
  ['in hexadecimal', (amount) => `0x${Number(amount).toString(16)}`],
  [
    'with more digits than the currency allows',
    (amount) => `${Number(amount)}${Number.isInteger(Number(amount)) ? '.' : ''}00001`,
  ],
  ['in an array', (amount) => [amount]],
  ['in an object', (amount) => ({ value: amount })],
  ['a boolean', () => true],
];
