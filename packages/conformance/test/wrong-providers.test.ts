import { describe, expect, test } from 'vitest';
import { fuzzResponses, prove } from '../src/index.ts';
import { toySubject } from './toy-subject.ts';
import { WRONG_PROVIDERS } from './wrong/index.ts';

describe('the clauses', () => {
  test.each(Object.entries(WRONG_PROVIDERS))(
    'catch a provider that %s',
    { timeout: 60_000 },
    async (_mistake, { subject, caughtBy }) => {
      const { breaches } = await prove(subject, caughtBy);
      const broken = new Set(breaches.map(({ number }) => number.split('.')[0]));
      expect([...broken].sort()).toEqual([...caughtBy].sort());
    },
  );

  test('accept the toy provider that the wrong ones are made from', { timeout: 60_000 }, async () => {
    const clauses = Object.values(WRONG_PROVIDERS).flatMap(({ caughtBy }) => caughtBy);
    expect((await prove(toySubject, clauses)).breaches).toEqual([]);
  });
});

describe('the fuzzer', () => {
  test('finds nothing wrong with the toy provider, and leads to every status', async () => {
    const { statuses } = await fuzzResponses(toySubject, { seed: 7, runs: 3000 });
    expect(Object.keys(statuses).sort()).toEqual(['captured', 'declined', 'pending', 'unknown']);
  });

  test('repeats a run with the same seed', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => fuzzResponses(toySubject, { seed: 3, runs: 500 })));
    expect(one?.statuses).toEqual(two?.statuses);
  });

  test.each([
    'trusts HTTP 200',
    'ignores a contradiction',
    'ignores which payment it is',
    'ignores the reported amount',
  ])('catches a provider that %s', async (name) => {
    const { subject } = WRONG_PROVIDERS[name]!;
    await expect(fuzzResponses(subject, { seed: 1, runs: 5000 })).rejects.toThrow(
      'captured, though the response does not say so',
    );
  });
});
