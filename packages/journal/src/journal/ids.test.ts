import { expect, test } from 'vitest';
import { createIds } from './ids.ts';

test('ids are unique and in the order of their making, also within a millisecond and when the clock is set back', () => {
  let now = 1_700_000_000_000;
  const newId = createIds({ now: () => now });
  const ids = Array.from({ length: 10_000 }, (_, i) => {
    if (i === 5000) now -= 3_600_000;
    if (i === 9000) now += 7_200_000;
    return newId();
  });
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
  expect(ids[0]).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
});
