/** Part of every wrong text, so that a repeated value is seen wherever it turns up. */
export const CANARY = 'kit-canary-5f1d';

/** A wrong value, and what is wrong with it. */
export type InvalidValue = readonly [what: string, value: unknown];

/** In place of a request. */
export const NON_REQUESTS: readonly InvalidValue[] = [
  ['nothing', undefined],
  ['null', null],
  ['a text', CANARY],
  ['a number', 7],
  ['a list', []],
  ['a function', () => CANARY],
];

/** In place of a text. */
export const INVALID_STRINGS: readonly InvalidValue[] = [
  ['null', null],
  ['a number', 7],
  ['a boolean', true],
  ['a list', [CANARY]],
  ['an object', { value: CANARY }],
  ['an empty text', ''],
  ['NUL in it', `${CANARY}\u0000`],
  ['a line break in it', `${CANARY}\r\nx-${CANARY}: 1`],
  ['half a surrogate pair in it', `${CANARY}\ud800`],
  ['far too long', CANARY.repeat(900)],
];

/** In place of a number. */
export const INVALID_NUMBERS: readonly InvalidValue[] = [
  ['null', null],
  ['a text', CANARY],
  ['a boolean', true],
  ['an object', { value: CANARY }],
  ['NaN', Number.NaN],
  ['infinite', Number.POSITIVE_INFINITY],
];

/** In place of a boolean. */
export const INVALID_BOOLEANS: readonly InvalidValue[] = [
  ['null', null],
  ['a text', CANARY],
  ['a number', 7],
];

/** In place of an amount. */
export const INVALID_AMOUNTS: readonly InvalidValue[] = [
  ['null', null],
  ['a number', 23.02],
  ['a text', CANARY],
  ['a list', [2302, CANARY]],
];

/** In place of minor units. */
export const INVALID_MINOR_UNITS: readonly InvalidValue[] = [
  ['zero', 0],
  ['negative', -2302],
  ['a fraction', 23.02],
  ['a text', '2302'],
  ['NaN', Number.NaN],
  ['infinite', Number.POSITIVE_INFINITY],
  ['beyond what a number holds exactly', 2 ** 53],
  ['null', null],
];

/** In place of a currency. */
export const INVALID_CURRENCIES: readonly InvalidValue[] = [
  ['lower case', 'eur'],
  ['unheard-of', 'QQQ'],
  ['a metal', 'XAU'],
  ['empty', ''],
  ['a number', 978],
  ['a longer text', CANARY],
];

/** In place of the options of a call. */
export const INVALID_CALL_OPTIONS: readonly InvalidValue[] = [
  ['a timeout of 0', { timeout: 0 }],
  ['a timeout as text', { timeout: CANARY }],
  ['a timeout that no timer holds', { timeout: 2 ** 31 }],
  ['a signal that is none', { signal: CANARY }],
  ['an unknown option', { retries: 3 }],
];
