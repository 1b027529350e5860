import { describe, expect, test } from 'vitest';
import { fuzzResponses, prove } from '../src/index.ts';
import { toySubject } from './toy-subject.ts';
import { WRONG_PROVIDERS } from './wrong/index.ts';

describe('a provider that is wrong on purpose fails where it should', () => {
  test.each(Object.entries(WRONG_PROVIDERS))(
    'one that %s',
    { timeout: 60_000 },
    async (_what, { subject, caughtBy }) => {
      const { breaches } = await prove(subject, caughtBy);
      const broken = new Set(breaches.map(({ number }) => number.split('.')[0]));
      expect([...broken].sort()).toEqual([...caughtBy].sort());
    },
  );

  test('and the toy that they are made from breaks none of these clauses', { timeout: 60_000 }, async () => {
    const clauses = Object.values(WRONG_PROVIDERS).flatMap(({ caughtBy }) => caughtBy);
    expect((await prove(toySubject, clauses)).breaches).toEqual([]);
  });
});

describe('the fuzzer', () => {
  test('finds nothing wrong with the toy, and gets everywhere', async () => {
    const { statuses } = await fuzzResponses(toySubject, { seed: 7, runs: 3000 });
    expect(Object.keys(statuses).sort()).toEqual(['captured', 'declined', 'pending', 'unknown']);
  });

  test('does the same again with the same seed', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => fuzzResponses(toySubject, { seed: 3, runs: 500 })));
    expect(one?.statuses).toEqual(two?.statuses);
  });

  test.each([
    'trusts HTTP 200',
    'ignores a contradiction',
    'ignores which payment it is',
    'ignores the reported amount',
  ])('finds one that %s', async (name) => {
    const { subject } = WRONG_PROVIDERS[name]!;
    await expect(fuzzResponses(subject, { seed: 1, runs: 5000 })).rejects.toThrow(
      'captured, though the answer does not say so',
    );
  });
});
