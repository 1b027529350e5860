import { GROUPS } from './clause.ts';
import { assertFuzzed } from './fuzz/assert-fuzzed.ts';
import { CLAUSES, groupOf } from './list.ts';
import { runnerOf } from './runner.ts';
import type { AnySubject, Credentials, Subject } from './subject.ts';
import type { TestRunner } from './test-runner.ts';

/** Milliseconds, more than any case needs: those that wait for a deadline set a short one. */
const TIMEOUT = 60_000;
/** Milliseconds, more than a mutated response takes on a slow machine. */
const TIMEOUT_PER_RUN = 5;

/** Options of {@link describeProvider}. */
export interface DescribeOptions extends Partial<TestRunner> {
  /** The number of mutated responses to feed to the client, see `fuzzResponses`. 0 by default. */
  readonly fuzz?: number;
}

/**
 * Registers every clause of the contract as tests of a provider, with vitest or with the runner that is passed in. Call
 * it once, at the top level of a test file. The titles carry the numbers of `docs/contract.md`, so `vitest -t F5.3`
 * runs a single case.
 */
export function describeProvider<const C extends Credentials>(
  subject: Subject<C>,
  { fuzz = 0, ...runner }: DescribeOptions = {},
): void {
  const any: AnySubject = subject;
  const { describe, test } = runnerOf(runner);
  describe(`${subject.id} keeps the contract`, () => {
    const clauses = CLAUSES.map((clause) => ({ clause, cases: clause.cases(any) })).filter(
      ({ cases }) => cases.length > 0,
    );
    for (const [letter, [name]] of Object.entries(GROUPS)) {
      const group = clauses.filter(({ clause }) => groupOf(clause).letter === letter);
      // A runner may fail a suite without tests.
      if (group.length === 0) continue;
      describe(`${letter} ${name}`, () => {
        for (const { clause, cases } of group)
          describe(`${clause.number} ${clause.title}`, () => {
            for (const { number, title, run } of cases) test(`${number} ${title}`, { timeout: TIMEOUT }, run);
          });
      });
    }
    if (fuzz > 0)
      test('no mutated response is believed beyond its content', { timeout: TIMEOUT + fuzz * TIMEOUT_PER_RUN }, () =>
        assertFuzzed(any, fuzz),
      );
  });
}
