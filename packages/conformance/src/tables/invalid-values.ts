/** Part of every invalid string, so that an error that repeats the value is noticed. */
export const CANARY = 'kit-canary-5f1d';

/** An invalid value and its description. */
export type InvalidValue = readonly [what: string, value: unknown];

/** In place of a request. */
export const NON_REQUESTS: readonly InvalidValue[] = [
  ['undefined', undefined],
  ['null', null],
  ['a string', CANARY],
  ['a number', 7],
  ['an array', []],
  ['a function', () => CANARY],
];

/** In place of a string. */
export const INVALID_STRINGS: readonly InvalidValue[] = [
  ['null', null],
  ['a number', 7],
  ['a boolean', true],
  ['an array', [CANARY]],
  ['an object', { value: CANARY }],
  ['an empty string', ''],
  ['with NUL', `${CANARY}\u0000`],
  ['with a line break', `${CANARY}\r\nx-${CANARY}: 1`],
  ['with a lone surrogate', `${CANARY}\ud800`],
  ['far too long', CANARY.repeat(900)],
];

/** In place of a number. */
export const INVALID_NUMBERS: readonly InvalidValue[] = [
  ['null', null],
  ['a string', CANARY],
  ['a boolean', true],
  ['an object', { value: CANARY }],
  ['NaN', Number.NaN],
  ['infinity', Number.POSITIVE_INFINITY],
];

/** In place of a boolean. */
export const INVALID_BOOLEANS: readonly InvalidValue[] = [
  ['null', null],
  ['a string', CANARY],
  ['a number', 7],
];

/** In place of an amount. */
export const INVALID_AMOUNTS: readonly InvalidValue[] = [
  ['null', null],
  ['a number', 23.02],
  ['a string', CANARY],
  ['an array', [2302, CANARY]],
];

/** In place of minor units. */
export const INVALID_MINOR_UNITS: readonly InvalidValue[] = [
  ['zero', 0],
  ['negative', -2302],
  ['a fraction', 23.02],
  ['a string', '2302'],
  ['NaN', Number.NaN],
  ['infinity', Number.POSITIVE_INFINITY],
  ['beyond the safe integers', 2 ** 53],
  ['null', null],
];

/** In place of a currency. */
export const INVALID_CURRENCIES: readonly InvalidValue[] = [
  ['lower case', 'eur'],
  ['unknown', 'QQQ'],
  ['a metal', 'XAU'],
  ['empty', ''],
  ['a number', 978],
  ['a longer string', CANARY],
];

/** In place of call options. */
export const INVALID_CALL_OPTIONS: readonly InvalidValue[] = [
  ['an array', []],
  ['a timeout of 0', { timeout: 0 }],
  ['a timeout that is a string', { timeout: CANARY }],
  ['a timeout beyond the range of a timer', { timeout: 2 ** 31 }],
  ['a signal that is not an AbortSignal', { signal: CANARY }],
  ['an unknown option', { retries: 3 }],
];
