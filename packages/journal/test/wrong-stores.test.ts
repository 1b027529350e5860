import { describe, expect, test } from 'vitest';
import { proveStore, STORE_CLAUSES } from '../src/testing.ts';
import { CHANGING } from './wrong/changing.ts';
import { CLAIMING } from './wrong/claiming.ts';
import { LOOKING_UP } from './wrong/looking-up.ts';
import { READING } from './wrong/reading.ts';
import { RECORDING } from './wrong/recording.ts';
import { REMEMBERING } from './wrong/remembering.ts';

const WRONG_STORES = { ...RECORDING, ...CLAIMING, ...CHANGING, ...LOOKING_UP, ...REMEMBERING, ...READING };

/** Clauses that hold what a wrapper around a correct store cannot break. */
const WITHOUT_MISTAKE = ['Q8'];

describe('the clauses of a store', () => {
  test.each(Object.entries(WRONG_STORES))('catch one that %s', async (_mistake, { create, caughtBy }) => {
    const breaches = await proveStore(create, caughtBy);
    expect(breaches.map(({ number }) => number)).toEqual([...caughtBy]);
  });

  test('are each proven by a mistake', () => {
    const caught = new Set(Object.values(WRONG_STORES).flatMap(({ caughtBy }) => caughtBy));
    const missing = STORE_CLAUSES.map(({ number }) => number).filter((number) => !caught.has(number));
    expect(missing).toEqual(WITHOUT_MISTAKE);
  });

  test('are numbered without a gap', () => {
    const numbers = STORE_CLAUSES.map(({ number }) => number);
    for (const letter of new Set(numbers.map((number) => number.charAt(0)))) {
      const own = numbers.filter((number) => number.startsWith(letter));
      expect(own).toEqual(own.map((_, index) => `${letter}${index + 1}`));
    }
  });
});
